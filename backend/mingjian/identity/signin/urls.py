"""Which of allauth's views exist here; what is not listed (sign-up, login by mail) does not.

Every one is public to the access rules because signing in comes before them: allauth itself
demands a login, and often a fresh proof, where one is needed.
"""

from collections.abc import Callable

from allauth.headless.account import views as account
from allauth.headless.base.views import ConfigView
from allauth.headless.constants import Client
from allauth.headless.mfa import views as mfa
from allauth.headless.socialaccount import views as providers
from allauth.socialaccount.providers.openid_connect.views import callback
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views import View

from mingjian.identity.signin.enrolment import EnrolTotpView
from mingjian.kit.access import public

ANONYMOUS = "Part of signing in; rate limited, and says nothing about which accounts exist."
OWN_LOGIN = "allauth demands a login and acts on the caller's own account only."

VIEWS: dict[str, tuple[type[View], str]] = {
    "config": (ConfigView, ANONYMOUS),
    "auth/session": (account.SessionView, ANONYMOUS),
    "auth/login": (account.LoginView, ANONYMOUS),
    "auth/password/request": (account.RequestPasswordResetView, ANONYMOUS),
    "auth/password/reset": (account.ResetPasswordView, ANONYMOUS),
    "auth/2fa/authenticate": (mfa.AuthenticateView, ANONYMOUS),
    "auth/webauthn/login": (mfa.LoginWebAuthnView, ANONYMOUS),
    "auth/webauthn/authenticate": (mfa.AuthenticateWebAuthnView, ANONYMOUS),
    "auth/provider/redirect": (providers.RedirectToProviderView, ANONYMOUS),
    "auth/reauthenticate": (account.ReauthenticateView, OWN_LOGIN),
    "auth/2fa/reauthenticate": (mfa.ReauthenticateView, OWN_LOGIN),
    "auth/webauthn/reauthenticate": (mfa.ReauthenticateWebAuthnView, OWN_LOGIN),
    "account/password/change": (account.ChangePasswordView, OWN_LOGIN),
    "account/providers": (providers.ManageProvidersView, OWN_LOGIN),
    "account/authenticators": (mfa.AuthenticatorsView, OWN_LOGIN),
    "account/authenticators/totp": (EnrolTotpView, OWN_LOGIN),
    "account/authenticators/recovery-codes": (mfa.ManageRecoveryCodesView, OWN_LOGIN),
    "account/authenticators/webauthn": (mfa.ManageWebAuthnView, OWN_LOGIN),
}


def _browser_view(route: str, view: type[View], reason: str) -> URLPattern:
    endpoint: Callable[..., HttpResponseBase] = view.as_api_view(client=Client.BROWSER)  # type: ignore[attr-defined]  # untyped
    return path(f"browser/v1/{route}", public(reason)(endpoint), name=route)


urlpatterns = [
    *(_browser_view(route, view, reason) for route, (view, reason) in VIEWS.items()),
    # allauth finds the address to hand to the identity provider by this name.
    path(
        "oidc/<provider_id>/login/callback/",
        public("The identity provider sends the browser back here.")(callback),
        name="openid_connect_callback",
    ),
]
