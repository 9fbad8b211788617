"""``/api/programme/…/information``: what is collected before an audit, and what follows from it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.access import reach_case
from mingjian.programme.queries.offsite import fact_case, information_view, item_case, note_case
from mingjian.programme.queries.offsite_workbook import information_workbook
from mingjian.programme.schemas.forms import Version, VersionedReason
from mingjian.programme.schemas.offsite import (
    AnalysisNoteIn,
    InformationAnswer,
    InformationCompletion,
    InformationOut,
    InformationRequest,
    NewInformationItem,
    NoteToHint,
    NoteToRisk,
    PriorFactChange,
    PriorFactIn,
)
from mingjian.programme.services import analysis, offsite

router = Router()
CASE = "/cases/{uuid:case_id}/information"
ITEM = "/information/items/{uuid:information_id}"
FACT = "/information/facts/{uuid:fact_id}"
NOTE = "/information/notes/{uuid:note_id}"


@router.get(CASE, response=InformationOut)
@requires("surveys", "R")
def read_information(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Items, facts and notes; a client sees what it is asked for."""
    return information_view(request.viewer, reach_case(request, case_id))


@router.get(f"{CASE}/workbook")
@requires("surveys", "R")
def export_information(request: AuthorisedRequest, case_id: UUID) -> HttpResponse:
    return information_workbook(request.viewer, reach_case(request, case_id))


@router.post(CASE, response={201: InformationOut})
@requires("programme", "U")
def lay_out(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The checklist for the case's schemes and kind of audit."""
    reach_case(request, case_id)
    offsite.lay_out_information(viewer=request.viewer, case_id=case_id)
    return Status(201, _shown(request, case_id))


@router.post(f"{CASE}/items", response={201: InformationOut})
@requires("programme", "U")
def add_item(request: AuthorisedRequest, case_id: UUID, new: NewInformationItem) -> Any:
    """One more thing to know, beside the rule data's."""
    reach_case(request, case_id)
    offsite.add_item(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, _shown(request, case_id))


@router.post(f"{CASE}/request", response=InformationOut)
@requires("programme", "U")
def request_items(request: AuthorisedRequest, case_id: UUID, wanted: InformationRequest) -> Any:
    """Ask the client's coordinator; one letter names all items."""
    reach_case(request, case_id)
    offsite.request_items(viewer=request.viewer, case_id=case_id, **wanted.dict())
    return _shown(request, case_id)


@router.post(f"{CASE}/complete", response=InformationOut)
@requires("programme", "U")
def complete(request: AuthorisedRequest, case_id: UUID, done: InformationCompletion) -> Any:
    """Everything is collected or known not to be needed, and weighed."""
    reach_case(request, case_id)
    offsite.complete_information(viewer=request.viewer, case_id=case_id, **done.dict())
    return _shown(request, case_id)


@router.post(f"{ITEM}/answer", response=InformationOut)
@requires("surveys", "U")
def answer_item(request: AuthorisedRequest, information_id: UUID, answer: InformationAnswer) -> Any:
    """By the client; or by the body, for what it looks up or was told."""
    case = reach_case(request, item_case(information_id))
    offsite.answer_item(
        viewer=request.viewer, case_id=case.id, item_id=information_id, **answer.dict()
    )
    return _shown(request, case.id)


@router.post(f"{ITEM}/drop", response=InformationOut)
@requires("programme", "U")
def drop_item(request: AuthorisedRequest, information_id: UUID, why: VersionedReason) -> Any:
    """Not needed for this audit, and why."""
    case = reach_case(request, item_case(information_id))
    offsite.drop_item(viewer=request.viewer, case_id=case.id, item_id=information_id, **why.dict())
    return _shown(request, case.id)


@router.post(f"{CASE}/facts", response={201: InformationOut})
@requires("programme", "U")
def add_fact(request: AuthorisedRequest, case_id: UUID, new: PriorFactIn) -> Any:
    """From a public register, or from an earlier audit."""
    reach_case(request, case_id)
    analysis.add_fact(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, _shown(request, case_id))


@router.patch(FACT, response=InformationOut)
@requires("programme", "U")
def change_fact(request: AuthorisedRequest, fact_id: UUID, change: PriorFactChange) -> Any:
    case = reach_case(request, fact_case(fact_id))
    analysis.update_fact(
        viewer=request.viewer,
        case_id=case.id,
        fact_id=fact_id,
        version=change.version,
        values=change.model_dump(exclude={"version"}),
    )
    return _shown(request, case.id)


@router.post(f"{FACT}/remove", response=InformationOut)
@requires("programme", "U")
def remove_fact(request: AuthorisedRequest, fact_id: UUID, at: Version) -> Any:
    case = reach_case(request, fact_case(fact_id))
    analysis.remove_fact(
        viewer=request.viewer, case_id=case.id, fact_id=fact_id, version=at.version
    )
    return _shown(request, case.id)


@router.post(f"{CASE}/notes", response={201: InformationOut})
@requires("programme", "U")
def add_note(request: AuthorisedRequest, case_id: UUID, new: AnalysisNoteIn) -> Any:
    """What follows from an item, a fact, or all of it."""
    reach_case(request, case_id)
    analysis.add_note(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, _shown(request, case_id))


@router.post(f"{NOTE}/remove", response=InformationOut)
@requires("programme", "U")
def remove_note(request: AuthorisedRequest, note_id: UUID, at: Version) -> Any:
    case = reach_case(request, note_case(note_id))
    analysis.remove_note(
        viewer=request.viewer, case_id=case.id, note_id=note_id, version=at.version
    )
    return _shown(request, case.id)


@router.post(f"{NOTE}/risk", response=InformationOut)
@requires("risk", "C")
def raise_risk(request: AuthorisedRequest, note_id: UUID, to: NoteToRisk) -> Any:
    """A row of the draft matrix in the note's words, each linked to the other."""
    case = reach_case(request, note_case(note_id))
    analysis.risk_from_note(
        viewer=request.viewer,
        case_id=case.id,
        note_id=note_id,
        version=to.version,
        values=to.model_dump(exclude={"version"}),
    )
    return _shown(request, case.id)


@router.post(f"{NOTE}/hint", response=InformationOut)
@requires("programme", "U")
def give_hint(request: AuthorisedRequest, note_id: UUID, to: NoteToHint) -> Any:
    """What the plan should heed."""
    case = reach_case(request, note_case(note_id))
    analysis.hint_from_note(
        viewer=request.viewer, case_id=case.id, note_id=note_id, version=to.version, hint=to.hint
    )
    return _shown(request, case.id)


def _shown(request: AuthorisedRequest, case_id: UUID) -> dict[str, Any]:
    return information_view(request.viewer, reach_case(request, case_id))
