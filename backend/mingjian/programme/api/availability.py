"""``/api/programme/absences``, ``/schedule`` and ``/hand-overs``: when people have time."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import Absence
from mingjian.programme.queries.absences import SORTABLE, absence_of, absence_view, absences
from mingjian.programme.queries.open_work import leavers, open_work_view
from mingjian.programme.queries.schedule import schedule, schedule_workbook
from mingjian.programme.schemas.availability import (
    AbsenceChange,
    AbsenceOut,
    AbsencesQuery,
    HandOverIn,
    HandOverOut,
    LeaverOut,
    NewAbsence,
    OpenWorkOut,
    ScheduleOut,
    ScheduleQuery,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.services.absences import cancel_absence, enter_absence, update_absence
from mingjian.programme.services.hand_over import Gift, hand_over

router = Router()

COLUMNS: Columns[Absence] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("第一天", "First day"): lambda row: row.first,
    ("最后一天", "Last day"): lambda row: row.last,
    ("第一天下午起", "From noon"): lambda row: row.from_noon,
    ("最后一天中午止", "Until noon"): lambda row: row.until_noon,
    ("时区", "Zone"): lambda row: row.zone,
    ("备注", "Note"): lambda row: row.note,
}


@router.get("/absences", response=Page[AbsenceOut])
@requires("availability", "R")
def list_absences(request: AuthorisedRequest, query: Query[AbsencesQuery]) -> Any:
    names = {"person_id", "since", "until", "search"}
    rows = absences(request.viewer, request.grants, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, absence_view, name="缺勤", columns=COLUMNS)


@router.post("/absences", response={201: AbsenceOut})
@requires("availability", "U")
def enter(request: AuthorisedRequest, new: NewAbsence) -> Any:
    """One's own absence, or anybody's for those who plan."""
    demand(request, Facts(people=frozenset({new.person_id})))
    values = new.model_dump(exclude={"person_id"})
    created = enter_absence(viewer=request.viewer, person_id=new.person_id, values=values)
    return Status(201, absence_view(created))


@router.patch("/absences/{uuid:absence_id}", response=AbsenceOut)
@requires("availability", "U")
def change(request: AuthorisedRequest, absence_id: UUID, new: AbsenceChange) -> Any:
    row = absence_of(request.viewer, request.grants, absence_id)
    demand(request, Facts(people=frozenset({row.person_id})))
    changed = update_absence(
        viewer=request.viewer,
        absence_id=absence_id,
        version=new.version,
        values=new.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return absence_view(changed)


@router.post("/absences/{uuid:absence_id}/cancel", response=AbsenceOut)
@requires("availability", "U")
def cancel(request: AuthorisedRequest, absence_id: UUID, at: Version) -> Any:
    """The person is there after all."""
    row = absence_of(request.viewer, request.grants, absence_id)
    demand(request, Facts(people=frozenset({row.person_id})))
    return absence_view(
        cancel_absence(viewer=request.viewer, absence_id=absence_id, version=at.version)
    )


@router.get("/schedule", response=ScheduleOut)
@requires("availability", "R")
def read_schedule(request: AuthorisedRequest, query: Query[ScheduleQuery]) -> Any:
    """People × weeks: audits and absences, with what collides; one's own lane for auditors."""
    found = schedule(
        request.viewer,
        request.grants,
        first=query.first or clock.today(own_tenant(request.viewer).zone),
        weeks=query.weeks,
        search=query.search,
        only=query.only,
    )
    return schedule_workbook(found) if query.format == "xlsx" else found


@router.get("/hand-overs/leavers", response=list[LeaverOut])
@requires("team", "C")
def list_leavers(request: AuthorisedRequest) -> Any:
    """Deactivated people who still hold work."""
    return [
        {"person_id": person.id, "person": person.name, "count": count}
        for person, count in leavers(request.viewer)
    ]


@router.get("/hand-overs/{uuid:person_id}", response=OpenWorkOut)
@requires("team", "C")
def read_open_work(request: AuthorisedRequest, person_id: UUID) -> Any:
    """What the person holds, and for each piece who might take it."""
    return open_work_view(request.viewer, person_id)


@router.post("/hand-overs/{uuid:person_id}", response={201: HandOverOut})
@requires("team", "C")
def give(request: AuthorisedRequest, person_id: UUID, what: HandOverIn) -> Any:
    """All that is chosen, in one step, or nothing of it."""
    gifts = [
        Gift(kind=each.kind, id=each.id, to=each.to_person_id, override_reason=each.override_reason)
        for each in what.gifts
    ]
    return Status(
        201, hand_over(viewer=request.viewer, person_id=person_id, gifts=gifts, reason=what.reason)
    )
