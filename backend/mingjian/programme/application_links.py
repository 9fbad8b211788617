"""The secret link of an application: derived from the body's key, so that every letter can
carry it and the database alone cannot open it."""

import base64
from datetime import timedelta

from mingjian.identity.links import SECRET_BYTES, hash_of
from mingjian.kit import clock
from mingjian.kit.keys.services import tenant_secret
from mingjian.programme.models import Application

VALID_FOR = timedelta(days=90)
"""After whatever was last done by it."""


def token_of(row: Application) -> str:
    """The token of the present link: the tenant's id, then what only its key can give."""
    secret = tenant_secret(row.owner_id, f"application.link.{row.link_number}", row.id)
    return base64.urlsafe_b64encode(row.owner_id.bytes + secret[:SECRET_BYTES]).decode()


def renew_link(row: Application) -> None:
    """The present link counts and is valid from now on."""
    row.link_hash = hash_of(token_of(row))
    row.link_expires_at = clock.now() + VALID_FOR
