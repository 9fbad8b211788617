"""``/api/programme/agreements``: the remote agreement, its documents and signatures."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme import services
from mingjian.programme.access import reach_case
from mingjian.programme.access_feasibility import reach_agreement
from mingjian.programme.documents.agreement import MEDIA_TYPES
from mingjian.programme.queries.agreements import agreement_of, agreement_view
from mingjian.programme.schemas.agreements import (
    AgreementChange,
    AgreementOut,
    DocumentQuery,
    NewAgreement,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.signatures import SignatureIn
from mingjian.programme.services.agreement_documents import document_name, document_of

router = Router()


@router.post("/cases/{uuid:case_id}/agreements", response={201: AgreementOut})
@requires("surveys", "C")
def draft_agreement(request: AuthorisedRequest, case_id: UUID, new: NewAgreement) -> Any:
    """The next version of the agreement."""
    reach_case(request, case_id)
    drafted = services.draft_agreement(viewer=request.viewer, case_id=case_id, reason=new.reason)
    return Status(201, _shown(request, drafted.id))


@router.patch("/agreements/{uuid:agreement_id}", response=AgreementOut)
@requires("surveys", "C")
def change_agreement(
    request: AuthorisedRequest, agreement_id: UUID, change: AgreementChange
) -> Any:
    reach_agreement(request, agreement_id)
    services.update_agreement(
        viewer=request.viewer,
        agreement_id=agreement_id,
        version=change.version,
        values=change.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return _shown(request, agreement_id)


@router.post("/agreements/{uuid:agreement_id}/issue", response=AgreementOut)
@requires("surveys", "C")
def issue_agreement(request: AuthorisedRequest, agreement_id: UUID, at: Version) -> Any:
    """Fix the text and ask both sides to sign."""
    reach_agreement(request, agreement_id)
    services.issue_agreement(viewer=request.viewer, agreement_id=agreement_id, version=at.version)
    return _shown(request, agreement_id)


@router.post("/agreements/{uuid:agreement_id}/sign", response=AgreementOut)
@requires("surveys", "A")
def sign_agreement(request: AuthorisedRequest, agreement_id: UUID, given: SignatureIn) -> Any:
    """For the side in which one acts."""
    reach_agreement(request, agreement_id)
    services.sign_agreement(viewer=request.viewer, agreement_id=agreement_id, **given.model_dump())
    return _shown(request, agreement_id)


@router.get("/agreements/{uuid:agreement_id}/document")
@requires("surveys", "R")
def read_document(
    request: AuthorisedRequest, agreement_id: UUID, query: Query[DocumentQuery]
) -> HttpResponse:
    """The agreement as PDF or Word, Chinese or English; of a draft, what it would be today."""
    reach_agreement(request, agreement_id)
    row = agreement_of(request.viewer, agreement_id)
    content = document_of(request.viewer, row, query.language, query.kind)
    name = quote(document_name(request.viewer, row, query.language, query.kind))
    manner = "inline" if query.is_shown and query.kind == "pdf" else "attachment"
    answer = HttpResponse(content, content_type=MEDIA_TYPES[query.kind])
    answer["Content-Disposition"] = f"{manner}; filename*=UTF-8''{name}"
    return answer


def _shown(request: AuthorisedRequest, agreement_id: UUID) -> dict[str, Any]:
    return agreement_view(agreement_of(request.viewer, agreement_id))
