"""Evidence for tests, made by the services as people make it."""

from io import BytesIO
from typing import Any

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.services.sealing import Given, seal_item
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase

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
