"""Evidence for tests, made by the services as people make it."""

from io import BytesIO
from typing import Any

from mingjian.evidence.models import EvidenceItem, KeyExport, KeyHolder, Parcel, Recipient
from mingjian.evidence.queries.bundles import Selection
from mingjian.evidence.services.key_exports import ask_for_key
from mingjian.evidence.services.key_holders import name_key_holder
from mingjian.evidence.services.parcels import send_parcel
from mingjian.evidence.services.recipients import check_recipient, enter_recipient
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


def checked_recipient(ours: dict[str, Seat], key: str = RECIPIENT) -> Recipient:
    """A court; the manager entered its key, quality compared the fingerprint by telephone."""
    entering, checking = viewer(ours["PM"]), viewer(ours["QS"])
    with tenant_scope(entering.owners):
        row = enter_recipient(
            viewer=entering,
            name="王法官",
            organisation="滨海市中级人民法院",
            email="judge@court.example",
            language="zh-hans",
            age_key=key,
        )
        return check_recipient(viewer=checking, recipient_id=row.id, how="电话逐组核对")


def parcel(who: Seat, case: AuditCase, to: Recipient, *rows: EvidenceItem) -> tuple[Parcel, str]:
    """Everything of the case, or these items, on its way; and its link."""
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return send_parcel(
            viewer=acting,
            case_id=case.id,
            selection=Selection(item_ids=frozenset(row.id for row in rows)),
            recipient_id=to.id,
            letter="请查收。",
            days=7,
        )
