"""Every setting of the product, and the only reader of the process environment.

An installation is described by a handful of ``MINGJIAN_…`` variables (see
:class:`Environment`); everything else follows from them. ``./run`` sets them
from its command line, so nobody has to write a file to start.
"""

import secrets
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from config.signin import *  # noqa: F403  (Django reads them as names of this module)
from config.signin import SIGN_IN_APPS

BACKEND = Path(__file__).resolve().parent.parent
REPOSITORY = BACKEND.parent


class Environment(BaseSettings):
    """What an operator may say about an installation."""

    model_config = SettingsConfigDict(env_prefix="MINGJIAN_", extra="ignore")

    mode: Literal["demo", "production", "test"] = "demo"
    data: Path = REPOSITORY / "var"
    origin: str = "http://localhost:8000"
    """Scheme, host and port that browsers use; cookies, passkeys and links depend on it."""
    extra_origins: list[str] = Field(default_factory=list)
    database_url: str = ""
    """``postgresql://…`` of the application's role; empty means the embedded SQLite file."""
    migration_database_url: str = ""
    """``postgresql://…`` of the role that owns the tables and may bypass row security."""
    keys_database_url: str = ""
    root_key_url: str = ""
    """``bao+https://host:8200/transit/KEY?token=FILE``, ``kms://NAME?region=…``; empty: a file."""
    secret_key: str = ""
    email_url: str = ""
    """``smtp://user:password@host:port?tls=1``; empty keeps mail in ``<data>/mail``."""
    mail_from: str = "Mingjian <no-reply@localhost>"
    web_dist: Path = REPOSITORY / "web" / "dist"
    storage_url: str = ""
    """``s3://[KEY:SECRET@]bucket/prefix?endpoint=…&region=…``; empty: ``<data>/blobs``."""
    clamd_url: str = ""
    """``unix:///run/clamav/clamd.ctl`` or ``tcp://host:3310``; empty: no virus scan."""
    media_url: str = "http://127.0.0.1:7880"
    trusted_proxies: int = 0
    """How many reverse proxies of ours stand in front and append to ``X-Forwarded-For``."""
    login_idle_minutes: int = 30
    login_hours: int = 12
    oidc_name: str = ""
    oidc_issuer: str = ""
    """``https://…`` of an organisation's identity provider; with name, client id and secret."""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    log_level: str = "INFO"
    job_lease_seconds: float = 30
    """How long a silent worker counts as alive; its heartbeat is six times as frequent."""


ENVIRONMENT = Environment()
PRODUCTION = ENVIRONMENT.mode == "production"
DATA = ENVIRONMENT.data.resolve()


def _secret_key() -> str:
    """The installation's secret, made at first start and kept beside the keys (mode 0600)."""
    if ENVIRONMENT.secret_key:
        return ENVIRONMENT.secret_key
    path = DATA / "keys" / "secret"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=True)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


def _sqlite(path: Path) -> dict[str, Any]:
    """The only SQLite settings under which no transaction was lost (ADR 0002)."""
    pragmas = "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"
    return {
        "ENGINE": "mingjian.kit.sqlite",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
        # A file, not memory: the in-memory database has no WAL and tests no locking.
        "TEST": {"NAME": str(path.with_suffix(".test.sqlite3"))},
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured(f"expected postgresql://…, got {parts.scheme}://…")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": options,
    }


def _database(url: str, file_name: str) -> dict[str, Any]:
    return _postgresql(url) if url else _sqlite(DATA / file_name)


def _identity_provider() -> dict[str, Any]:
    """An organisation's OpenID Connect provider, as allauth wants it; empty without one."""
    if not ENVIRONMENT.oidc_issuer:
        return {}
    app = {
        "provider_id": "organisation",
        "name": ENVIRONMENT.oidc_name or urlsplit(ENVIRONMENT.oidc_issuer).hostname,
        "client_id": ENVIRONMENT.oidc_client_id,
        "secret": ENVIRONMENT.oidc_client_secret,
        "settings": {"server_url": ENVIRONMENT.oidc_issuer},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


DATABASES = {
    "default": _database(ENVIRONMENT.database_url, "db.sqlite3"),
    # Keys have their own database, so that their backups can be short-lived (ADR 0003).
    "keys": _database(ENVIRONMENT.keys_database_url, "keys/keys.sqlite3"),
}
# The role that owns the tables, as a Django database entry; None where files need no roles.
MIGRATION_DATABASE = (
    _postgresql(ENVIRONMENT.migration_database_url) if ENVIRONMENT.migration_database_url else None
)
DATABASE_ROUTERS = ["mingjian.kit.keys.router.KeysRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = _secret_key()
DEBUG = False
ORIGIN = urlsplit(ENVIRONMENT.origin)
SECURE = ORIGIN.scheme == "https"
_ORIGINS = [ENVIRONMENT.origin, *ENVIRONMENT.extra_origins]
ALLOWED_HOSTS = [urlsplit(origin).hostname or "" for origin in _ORIGINS] + ["127.0.0.1"]
CSRF_TRUSTED_ORIGINS = _ORIGINS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    *SIGN_IN_APPS,
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "mingjian.kit",
    "mingjian.kit.outbox",
    "mingjian.kit.jobs",
    "mingjian.kit.mail",
    "mingjian.kit.keys",
    "mingjian.kit.files",
    "mingjian.journal",
    "mingjian.identity",
    "mingjian.programme",
    "mingjian.rooms",
    "mingjian.evidence",
    "mingjian.records",
    "mingjian",
    *([] if PRODUCTION else ["demo"]),
]
MIDDLEWARE = [
    "mingjian.kit.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "mingjian.kit.spa.Assets",
    "mingjian.kit.door.Door",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "mingjian.kit.intake.Intake",
    "mingjian.kit.csrf.CsrfEverywhere",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mingjian.identity.signin.expiry.LoginExpiry",
    "allauth.account.middleware.AccountMiddleware",
]
AUTH_USER_MODEL = "identity.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
APPEND_SLASH = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_TZ = True
TIME_ZONE = "UTC"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE and PRODUCTION else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "mingjian.kit.problems.csrf_failed"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxies else None
)
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies

SESSION_COOKIE_NAME = "mingjian_login"
SESSION_COOKIE_AGE = ENVIRONMENT.login_hours * 3600
LOGIN_IDLE_SECONDS = ENVIRONMENT.login_idle_minutes * 60
SOCIALACCOUNT_PROVIDERS = _identity_provider()
# The browser follows the sign-in form to the provider, so the policy must name it.
_ISSUER = urlsplit(ENVIRONMENT.oidc_issuer)
CSP_FORM_TARGETS = [f"{_ISSUER.scheme}://{_ISSUER.netloc}"] if ENVIRONMENT.oidc_issuer else []
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
UPLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes of a form upload (Excel, logos); evidence comes by resumable upload instead."""
WEB_DIST = ENVIRONMENT.web_dist.resolve()

# Throttles count in the database: a cache per process would let every process accept again.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kit_cache",
        # Beyond this Django drops entries at random, and with them counts of guesses.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

TASKS = {
    "default": {
        "BACKEND": "mingjian.kit.jobs.backend.JobsBackend",
        # What takes minutes has a lane of its own, so that it holds up no letter.
        "QUEUES": ["default", "slow"],
        "OPTIONS": {"id_function": "mingjian.kit.ids.uuid7"},
    }
}

JOB_LEASE_SECONDS = ENVIRONMENT.job_lease_seconds

# Without a server, mail is kept as files: a first look at the product needs none.
_MAIL = urlsplit(ENVIRONMENT.email_url)
if _MAIL.scheme not in {"", "smtp", "smtps"}:
    raise ImproperlyConfigured(f"expected smtp://… or smtps://…, got {_MAIL.scheme}://…")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL.scheme else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname, _MAIL.port or (465 if _MAIL.scheme == "smtps" else 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.scheme == "smtps", "tls=1" in _MAIL.query
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

# Without this, an error under DEBUG=False leaves no line anywhere.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
}
