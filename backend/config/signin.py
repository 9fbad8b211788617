"""Settings of signing in, the same for every installation (django-allauth, headless)."""

SIGN_IN_APPS = [
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"mingjian.identity.signin.passwords.{rule}"}
    for rule in ("LongEnough", "Uncommon", "NotOnlyDigits", "UnlikeTheAddress")
]
PASSWORD_RESET_TIMEOUT = 3600

ACCOUNT_ADAPTER = "mingjian.identity.signin.account.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# An account's address was proven by opening the invitation sent to it; there is no other way in.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}

HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_ADAPTER = "mingjian.identity.signin.pages.HeadlessAdapter"

MFA_ADAPTER = "mingjian.identity.signin.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Mingjian 明鉴"
# Never True: it would accept passkeys from any origin.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False

SOCIALACCOUNT_ADAPTER = "mingjian.identity.signin.providers.ProviderAdapter"
# The operator configured the one provider and so trusts the addresses it calls verified.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
