"""Setting up an authenticator."""

from typing import Any

from allauth.headless.mfa.views import ManageTOTPView
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse


class EnrolTotpView(ManageTOTPView):  # type: ignore[misc]  # allauth is untyped
    """A code works once: the one that proved the new authenticator must not also sign in."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **kwargs)
        authenticator = Authenticator.objects.get(user=request.user, type=Authenticator.Type.TOTP)
        authenticator.wrap().validate_code(self.input.cleaned_data["code"])
        return response
