"""Evidence for tests, made by the services as people make it."""

from io import BytesIO
from typing import Any

from mingjian.evidence.models import EvidenceItem, KeyExport, KeyHolder
from mingjian.evidence.services.key_exports import ask_for_key
from mingjian.evidence.services.key_holders import name_key_holder
from mingjian.evidence.services.sealing import Given, seal_item
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase

RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
"""The example key of the age specification."""
CONTENT = b"calibration record 2026-07\n" * 4000
NAME = "校准记录.txt"


def given(**values: Any) -> Given:
    """What is known of a file that a client hands over; unlike theirs it needs no examination."""
    known: dict[str, Any] = {
        "kind": "file",
        "origin": "upload",
        "name": NAME,
        "media_type": "text/plain",
        "is_trusted": True,
    }
    return Given(**(known | values))


def sealed(who: Seat, case: AuditCase, content: bytes = CONTENT, **values: Any) -> EvidenceItem:
    """One more item of the case, handed over by that person."""
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return seal_item(
            viewer=acting, case_id=case.id, source=BytesIO(content), given=given(**values)
        )


def key_export(who: Seat, case: AuditCase, recipient: str = RECIPIENT) -> KeyExport:
    """A request for the key of the case."""
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return ask_for_key(
            viewer=acting,
            case_id=case.id,
            reason="法院调取",
            recipient=recipient,
            recipient_name="信息安全负责人",
        )


def key_holder(who: Seat) -> KeyHolder:
    """Somebody named to hold the offline copies."""
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return name_key_holder(viewer=acting, name="信息安全负责人", recipient=RECIPIENT)
