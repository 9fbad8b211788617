"""A client's answers, sealed with the audit's key: unreadable once that key is destroyed."""

import base64
import json

from mingjian.kit.keys.errors import AuditKeyDestroyed, KeyMissing
from mingjian.kit.keys.services import audit_secret, open_text, seal_text
from mingjian.programme.models import InformationItem

PURPOSE = "programme.information"


def sealed_answer(item: InformationItem, *, answer: str, link: str) -> str:
    """What the row keeps of an answer; nothing where there is none."""
    if not answer and not link:
        return ""
    text = json.dumps({"answer": answer, "link": link}, ensure_ascii=False)
    return base64.b64encode(seal_text(_secret(item), text, PURPOSE)).decode()


def opened_answer(item: InformationItem) -> dict[str, str]:
    """``answer`` and ``link`` in clear; empty once the audit's key is gone."""
    if not item.sealed:
        return {"answer": "", "link": ""}
    try:
        text = open_text(_secret(item), base64.b64decode(item.sealed), PURPOSE)
    except (AuditKeyDestroyed, KeyMissing):
        return {"answer": "", "link": ""}
    opened: dict[str, str] = json.loads(text)
    return opened


def _secret(item: InformationItem) -> bytes:
    return audit_secret(item.owner_id, item.case_id, PURPOSE, item.id)
