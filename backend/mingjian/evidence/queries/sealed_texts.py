"""Texts of the client in rows of an audit, sealed with the audit's key (decision 11)."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from mingjian.kit.keys.errors import AuditKeyDestroyed, KeyMissing
from mingjian.kit.keys.services import audit_secret, open_text, seal_text


def sealed_texts(
    owner_id: UUID, case_id: UUID, row_id: UUID, purpose: str, texts: Mapping[str, Any]
) -> str:
    """What a row keeps of ``texts``; ``purpose`` names table and column."""
    secret = audit_secret(owner_id, case_id, purpose, row_id)
    plain = json.dumps(texts, ensure_ascii=False)
    return base64.b64encode(seal_text(secret, plain, f"{purpose}/{row_id}")).decode()


def opened_texts(
    owner_id: UUID, case_id: UUID, row_id: UUID, purpose: str, sealed: str
) -> dict[str, Any]:
    """The texts in clear; none where there are none, or once the audit's key is gone."""
    if not sealed:
        return {}
    try:
        secret = audit_secret(owner_id, case_id, purpose, row_id)
    except (AuditKeyDestroyed, KeyMissing):
        return {}
    opened: dict[str, Any] = json.loads(
        open_text(secret, base64.b64decode(sealed), f"{purpose}/{row_id}")
    )
    return opened
