"""``/api/evidence/items/{id}/original-check``: the original of what was redacted (B08)."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.evidence.access import reach_item
from mingjian.evidence.schemas.redactions import OriginalCheckIn, OriginalCheckOut
from mingjian.evidence.services.redactions import check_original
from mingjian.kit.access import AuthorisedRequest, requires

of_items = Router()


@of_items.post("/{uuid:evidence_id}/original-check", response=OriginalCheckOut)
@requires("evidence", "R")
def compare_original(request: AuthorisedRequest, evidence_id: UUID, given: OriginalCheckIn) -> Any:
    """Whether a file that somebody kept is the one from which the item was made."""
    reach_item(request, evidence_id)
    return check_original(viewer=request.viewer, item_id=evidence_id, sha256=given.sha256)
