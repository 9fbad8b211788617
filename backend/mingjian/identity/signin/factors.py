"""Second factors: secrets sealed, passkeys bound to the installation's own host name."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from mingjian.identity.signin.sentences import FACTORS
from mingjian.kit.keys.installation import open_for_installation, seal_for_installation

PURPOSE = "sign-in factors"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped
    """allauth's hooks for TOTP, recovery codes and passkeys."""

    error_messages = FACTORS

    def encrypt(self, text: str) -> str:
        return seal_for_installation(text, PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return open_for_installation(encrypted_text, PURPOSE)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Pinned: behind a wrong ``Host`` header a passkey must not be made or asked for."""
        return {"id": settings.ORIGIN.hostname or "", "name": settings.MFA_TOTP_ISSUER}
