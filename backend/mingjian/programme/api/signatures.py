"""``/api/programme/signatures``: who signed what, and the journal entry that proves it."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires, signed_in
from mingjian.programme.queries.signatures import signature_of, signature_view
from mingjian.programme.schemas.signatures import SignatureOut, SigningOut
from mingjian.programme.seals import qualified_seals

router = Router()


@router.get("/methods", response=SigningOut)
@signed_in
def read_methods(request: AuthorisedRequest) -> Any:
    """Drawing and typing are always there; sealing where a trust service is connected."""
    return {"is_sealing_offered": qualified_seals().is_offered}


@router.get("/{uuid:signature_id}", response=SignatureOut)
@requires("programme", "R")
def read_signature(request: AuthorisedRequest, signature_id: UUID) -> Any:
    return signature_view(signature_of(request.viewer, signature_id))
