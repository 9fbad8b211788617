"""An organisation's identity provider signs in people who have an account here, nobody else."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponseRedirect

from mingjian.identity.models import Account

NO_ACCOUNT = "/login/provider-error?error=no_account"


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Links by verified e-mail address (see ``SOCIALACCOUNT_EMAIL_AUTHENTICATION``)."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: whoever has no account here is told so on a page of its own."""
        raise ImmediateHttpResponse(HttpResponseRedirect(NO_ACCOUNT))

    def authenticate_by_email(self, sociallogin: Any) -> tuple[Account, str] | None:
        """An account's address was proven by its invitation; allauth wants to see a row.

        Without it, it would take the account for a squatter's and wipe its password.
        """
        found: tuple[Account, str] | None = super().authenticate_by_email(sociallogin)
        if found:
            proven = {"verified": True, "primary": True}
            EmailAddress.objects.update_or_create(
                user=found[0], email=found[0].email, defaults=proven
            )
        return found
