"""Passwords and logins: allauth's hooks, each of which leaves its mark in the journal."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from mingjian.identity.models import Account
from mingjian.identity.security_letters import send_password_link
from mingjian.identity.signin import expiry
from mingjian.identity.signin.sentences import SIGN_IN
from mingjian.identity.signin.trail import note, note_failure, notify
from mingjian.kit.headers import forget_site

CHANGES = {
    "mfa/email/totp_activated": "login.authenticator_added",
    "mfa/email/totp_deactivated": "login.authenticator_removed",
    "mfa/email/webauthn_added": "login.passkey_added",
    "mfa/email/webauthn_removed": "login.passkey_removed",
    "mfa/email/recovery_codes_generated": "login.recovery_codes_renewed",
}
"""What allauth would mail about, and what the journal calls it; passwords: `set_password`."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Nobody signs up; accounts come into being by accepting an invitation."""

    error_messages: ClassVar = {**DefaultAccountAdapter.error_messages, **SIGN_IN}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """Who knows the password of a deactivated account is told so; nobody else is."""
        account: Account | None = super().authenticate(request, **credentials)
        if account and not account.is_active:
            raise self.validation_error("account_inactive")
        return account

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password for an address that exists; others leave nothing to journal."""
        account = Account.objects.filter(email=credentials.get("email", "").lower()).first()
        if account:
            note_failure(request, account, "login.refused")

    def login(self, request: HttpRequest, user: Account) -> None:
        """Django gives the login a new session key; its time starts now."""
        super().login(request, user)
        expiry.start(request.session)

    def post_login(self, request: HttpRequest, user: Account, **rest: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **rest)
        note(request, user, "login.started")
        return response

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, Account):
            note(request, request.user, "login.ended")
            UserSession.objects.filter(session_key=request.session.session_key).delete()
        super().logout(request)
        forget_site(request)

    def set_password(self, user: Account, password: str) -> None:
        """Hashing takes its time on purpose, so it happens before the transaction."""
        user.password = make_password(password)
        with transaction.atomic():
            user.save(update_fields=["password"])
            note(self.request, user, "login.password_changed")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The one mail allauth asks for by itself is the link to a new password."""
        send_password_link(context["user"], context["password_reset_url"], context["key"])

    def send_notification_mail(
        self, template_prefix: str, user: Account, *_: Any, **__: Any
    ) -> None:
        """allauth calls this after every change to the security of an account."""
        action = CHANGES.get(template_prefix)
        if action:
            note(self.request, user, action)
        notify(self.request, user, action or "login.password_changed")
