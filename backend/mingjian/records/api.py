"""``/api/records``: what is written down in an audit."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status
from ninja import Schema as NinjaSchema

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.errors import NotFound
from mingjian.kit.excel import workbook_response
from mingjian.programme.access import reach_case
from mingjian.programme.models import AuditCase
from mingjian.records.models import RecordEntry
from mingjian.records.queries import (
    entry_of,
    entry_view,
    record_view,
    revisions,
    standard_lines,
    standard_workbook,
)
from mingjian.records.schemas import (
    NewRecord,
    RecordEntryOut,
    RecordOut,
    RecordRevision,
    RecordWithdrawal,
    StandardLineOut,
    words_of,
)
from mingjian.records.services import revise_entry, withdraw_entry, write_entry

router = Router(tags=["records"])
CASE, ENTRY = "/cases/{uuid:case_id}", "/entries/{uuid:entry_id}"


class StandardQuery(NinjaSchema):
    scheme: str


@router.get(CASE, response=RecordOut)
@requires("records", "R")
def read_record(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The checklist with its answers, the notes, and what each standard has."""
    return record_view(reach_case(request, case_id))


@router.post(f"{CASE}/entries", response={201: RecordEntryOut})
@requires("records", "C")
def write(request: AuthorisedRequest, case_id: UUID, new: NewRecord) -> Any:
    reach_case(request, case_id)
    row = write_entry(
        viewer=request.viewer,
        case_id=case_id,
        question_id=new.question_id,
        values=words_of(new),
    )
    return Status(201, entry_view(row))


@router.put(ENTRY, response=RecordEntryOut)
@requires("records", "U")
def revise(request: AuthorisedRequest, entry_id: UUID, given: RecordRevision) -> Any:
    """A new version; the earlier ones stay."""
    _reach(request, entry_id)
    row = revise_entry(
        viewer=request.viewer, thread=entry_id, revision=given.revision, values=words_of(given)
    )
    return entry_view(row)


@router.post(f"{ENTRY}/withdrawal", response=RecordEntryOut)
@requires("records", "U")
def withdraw(request: AuthorisedRequest, entry_id: UUID, given: RecordWithdrawal) -> Any:
    _reach(request, entry_id)
    return entry_view(withdraw_entry(viewer=request.viewer, thread=entry_id, **given.model_dump()))


@router.get(f"{ENTRY}/revisions", response=list[RecordEntryOut])
@requires("records", "R")
def read_revisions(request: AuthorisedRequest, entry_id: UUID) -> Any:
    """Every version, the newest first."""
    return [entry_view(row) for row in revisions(_reach(request, entry_id))]


@router.get(f"{CASE}/standard", response=list[StandardLineOut])
@requires("records", "R")
def read_standard(request: AuthorisedRequest, case_id: UUID, query: Query[StandardQuery]) -> Any:
    """What was written, clause by clause of one standard."""
    return list(standard_lines(_of_scheme(request, case_id, query.scheme), query.scheme))


@router.get(f"{CASE}/standard.xlsx")
@requires("records", "R")
def export_standard(
    request: AuthorisedRequest, case_id: UUID, query: Query[StandardQuery]
) -> HttpResponse:
    case = _of_scheme(request, case_id, query.scheme)
    return workbook_response(f"审核记录 {query.scheme}", *standard_workbook(case, query.scheme))


def _of_scheme(request: AuthorisedRequest, case_id: UUID, scheme: str) -> AuditCase:
    case = reach_case(request, case_id)
    if scheme not in case.schemes:
        raise NotFound
    return case


def _reach(request: AuthorisedRequest, thread: UUID) -> RecordEntry:
    row = entry_of(request.viewer, thread)
    reach_case(request, row.case_id)
    return row
