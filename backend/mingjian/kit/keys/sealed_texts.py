"""Texts of the client in rows of an audit, sealed with the audit's key (decision 11)."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from mingjian.kit.keys.errors import AuditKeyDestroyed, KeyMissing
from mingjian.kit.keys.services import audit_secret, open_text, records_of, seal_text

KEPT = "kept:"
"""What a text begins with that the body keeps as its own record, under the records' key."""


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
        opened: dict[str, Any] = json.loads(_plain(owner_id, case_id, row_id, purpose, sealed))
    except (AuditKeyDestroyed, KeyMissing):
        return {}
    return opened


def kept_texts(owner_id: UUID, case_id: UUID, row_id: UUID, purpose: str, sealed: str) -> str:
    """The same texts under the key of the audit's records, which outlives the audit's own."""
    if not sealed or sealed.startswith(KEPT):
        return sealed
    plain = _plain(owner_id, case_id, row_id, purpose, sealed)
    secret = audit_secret(owner_id, records_of(case_id), purpose, row_id)
    return KEPT + base64.b64encode(seal_text(secret, plain, f"{purpose}/{row_id}")).decode()


def _plain(owner_id: UUID, case_id: UUID, row_id: UUID, purpose: str, sealed: str) -> str:
    source = records_of(case_id) if sealed.startswith(KEPT) else case_id
    secret = audit_secret(owner_id, source, purpose, row_id)
    content = base64.b64decode(sealed.removeprefix(KEPT))
    return open_text(secret, content, f"{purpose}/{row_id}")
