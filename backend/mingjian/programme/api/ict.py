"""``/api/programme/ict``: who may work with which hardware and software in remote audits."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import ListQuery, Page, ordered
from mingjian.programme.models import IctConfirmation
from mingjian.programme.queries.ict_competence import (
    SORTABLE,
    confirmation_view,
    confirmations,
    people_view,
    remote_people,
    rules_view,
)
from mingjian.programme.queries.ict_rules import ict_rules
from mingjian.programme.schemas.forms import Version, VersionedReason
from mingjian.programme.schemas.ict import (
    Declaration,
    IctOut,
    IctPersonOut,
    IctQuery,
    IctRulesOut,
    PracticalCheck,
)
from mingjian.programme.services.ict import check_ict, confirm_ict, declare_ict, withdraw_ict

router = Router()

COLUMNS: Columns[IctConfirmation] = {
    ("人员", "Person"): lambda row: row.person.name,
    ("部分", "Area"): lambda row: row.get_area_display(),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("自评时间", "Declared at"): lambda row: row.declared_at,
    ("验证人", "Checked by"): lambda row: row.checked_by.name if row.checked_by else "",
    ("验证日期", "Checked on"): lambda row: row.checked_on,
    ("验证说明", "How"): lambda row: row.check_note,
    ("确认人", "Confirmed by"): lambda row: row.confirmed_by.name if row.confirmed_by else "",
    ("确认日期", "Confirmed on"): lambda row: row.confirmed_on,
    ("有效期至", "Valid until"): lambda row: row.valid_until,
}


@router.get("/rules", response=IctRulesOut)
@requires("competence", "R")
def read_rules(request: AuthorisedRequest) -> Any:
    """What has to be shown, by area."""
    return rules_view(ict_rules(request.viewer))


@router.get("/people", response=Page[IctPersonOut])
@requires("competence", "R")
def list_people(request: AuthorisedRequest, query: Query[ListQuery]) -> Any:
    """Everybody who audits, with what is confirmed today and what is under way."""
    rows = remote_people(request.viewer, query.search)
    first = (query.page - 1) * query.size
    items = people_view(request.viewer, rows[first : first + query.size])
    return {"items": items, "total": rows.count(), "page": query.page, "size": query.size}


@router.get("", response=Page[IctOut])
@requires("competence", "R")
def list_confirmations(request: AuthorisedRequest, query: Query[IctQuery]) -> Any:
    filters = query.model_dump(include={"person_id", "state", "search"})
    rows = ordered(confirmations(request.viewer, **filters), query.sort, SORTABLE)
    return page_or_workbook(rows, query, confirmation_view, name="ICT能力确认", columns=COLUMNS)


@router.post("", response={201: IctOut})
@requires("competence", "C")
def declare(request: AuthorisedRequest, new: Declaration) -> Any:
    """Say what one masters; a programme manager may enter it for somebody."""
    person_id = new.person_id or request.viewer.person_id
    assert person_id  # noqa: S101  (only processes have no person)
    demand(request, Facts(people=frozenset({person_id})))
    values = new.model_dump(exclude={"person_id"})
    return Status(
        201,
        confirmation_view(declare_ict(viewer=request.viewer, person_id=person_id, **values)),
    )


@router.post("/{uuid:confirmation_id}/check", response=IctOut)
@requires("competence", "U")
def check(request: AuthorisedRequest, confirmation_id: UUID, seen: PracticalCheck) -> Any:
    """Every item was shown in practice."""
    return confirmation_view(
        check_ict(viewer=request.viewer, confirmation_id=confirmation_id, **seen.model_dump())
    )


@router.post("/{uuid:confirmation_id}/confirm", response=IctOut)
@requires("competence", "A")
def confirm(request: AuthorisedRequest, confirmation_id: UUID, at: Version) -> Any:
    """From today the person may work remotely."""
    return confirmation_view(
        confirm_ict(viewer=request.viewer, confirmation_id=confirmation_id, version=at.version)
    )


@router.post("/{uuid:confirmation_id}/withdraw", response=IctOut)
@requires("competence", "A")
def withdraw(request: AuthorisedRequest, confirmation_id: UUID, why: VersionedReason) -> Any:
    """A round, or a confirmation that holds no longer, ends."""
    return confirmation_view(
        withdraw_ict(viewer=request.viewer, confirmation_id=confirmation_id, **why.model_dump())
    )
