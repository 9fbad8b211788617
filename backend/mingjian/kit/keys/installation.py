"""Secrets of the installation as a whole, which belong to no tenant: sign-in factors.

The installation has keys like a tenant's, under the nil id, so that rotation and recovery
treat them like all others.
"""

import base64
from uuid import UUID

from mingjian.kit.keys.errors import KeyMissing
from mingjian.kit.keys.services import create_tenant_key, open_text, seal_text, tenant_secret

INSTALLATION = UUID(int=0)


def seal_for_installation(text: str, purpose: str) -> str:
    """``text`` sealed for ``purpose``, as ASCII for a JSON column."""
    return base64.b64encode(seal_text(_secret(purpose), text, purpose)).decode()


def open_for_installation(sealed: str, purpose: str) -> str:
    """What was sealed for the same purpose; refused when it was changed."""
    return open_text(_secret(purpose), base64.b64decode(sealed), purpose)


def _secret(purpose: str) -> bytes:
    try:
        return tenant_secret(INSTALLATION, purpose, INSTALLATION)
    except KeyMissing:
        create_tenant_key(INSTALLATION)
        return tenant_secret(INSTALLATION, purpose, INSTALLATION)
