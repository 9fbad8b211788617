"""``/api/evidence/key-holders``: who holds the offline copies, on the word of two people."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.evidence.queries.key_holders import key_holder_view, key_holders
from mingjian.evidence.schemas.key_exports import KeyExportDecision
from mingjian.evidence.schemas.key_holders import KeyHolderIn, KeyHolderOut
from mingjian.evidence.services.key_holders import decide_key_holder, name_key_holder
from mingjian.kit.access import AuthorisedRequest, requires

router = Router()


@router.get("", response=list[KeyHolderOut])
@requires("key_exports", "R")
def list_key_holders(request: AuthorisedRequest) -> Any:
    """All that were ever named: one in some years."""
    return [key_holder_view(row) for row in key_holders(request.viewer)]


@router.post("", response={201: KeyHolderOut})
@requires("key_exports", "C")
def name_holder(request: AuthorisedRequest, wanted: KeyHolderIn) -> Any:
    row = name_key_holder(viewer=request.viewer, **wanted.model_dump())
    return Status(201, key_holder_view(row))


@router.post("/{uuid:holder_id}/decision", response=KeyHolderOut)
@requires("key_exports", "A")
def decide_holder(request: AuthorisedRequest, holder_id: UUID, decision: KeyExportDecision) -> Any:
    """Approve or refuse whom somebody else named."""
    given = decision.model_dump()
    row = decide_key_holder(viewer=request.viewer, holder_id=holder_id, **given)
    return key_holder_view(row)
