"""``/api/programme/cases/{case_id}/plan``: the audit plan, its versions, items and checks."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.errors import NotFound
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.kit.streaming import saved
from mingjian.programme.access import reach_case
from mingjian.programme.models import AuditCase, PlanItem
from mingjian.programme.queries.appointments import case_calendar
from mingjian.programme.queries.plan_board import board_view, changes_view
from mingjian.programme.queries.plan_document import plan_pdf
from mingjian.programme.queries.plans import SORTABLE, item_of, item_view, items_of, plan_of
from mingjian.programme.rules.questions import shown_clauses
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.plans import (
    NewPlan,
    NewPlanItem,
    PlanAnswer,
    PlanBoardOut,
    PlanChangeOut,
    PlanChangesQuery,
    PlanItemChange,
    PlanItemOut,
    PlanItemsQuery,
    PlanOverride,
    PlanQuery,
)
from mingjian.programme.services.plan_issue import answer_plan, issue_plan
from mingjian.programme.services.plans import (
    add_item,
    draft_plan,
    override_finding,
    remove_item,
    update_item,
)

router = Router()

COLUMNS: Columns[PlanItem] = {
    ("开始", "From"): lambda row: row.local_start.replace("T", " "),
    ("结束", "To"): lambda row: row.local_end.replace("T", " "),
    ("时区", "Zone"): lambda row: row.zone,
    ("类型", "Kind"): lambda row: row.get_kind_display(),
    ("内容", "Item"): lambda row: row.title,
    ("条款", "Clauses"): lambda row: shown_clauses(row.clauses),
    ("场所", "Site"): lambda row: row.site.name if row.site else "",
    ("受审核人员", "Auditee"): lambda row: row.auditee,
    ("远程", "Remote"): lambda row: row.is_remote,
}


@router.get("/{uuid:case_id}/plan", response=PlanBoardOut)
@requires("plan", "R")
def read_plan(request: AuthorisedRequest, case_id: UUID, query: Query[PlanQuery]) -> Any:
    """The version that is worked on, or the one asked for, with what its checks find."""
    return board_view(request.viewer, reach_case(request, case_id), query.number)


@router.post("/{uuid:case_id}/plan", response={201: PlanBoardOut})
@requires("plan", "C")
def begin_draft(request: AuthorisedRequest, case_id: UUID, new: NewPlan) -> Any:
    """A new version: empty, from the current one, or from the client's last audit."""
    case = reach_case(request, case_id)
    draft_plan(viewer=request.viewer, case_id=case_id, source=new.source, reason=new.reason)
    return Status(201, board_view(request.viewer, case))


@router.get("/{uuid:case_id}/plan/items", response=Page[PlanItemOut])
@requires("plan", "R")
def list_items(request: AuthorisedRequest, case_id: UUID, query: Query[PlanItemsQuery]) -> Any:
    """The items of a version as a list, or as a workbook."""
    plan = plan_of(request.viewer, reach_case(request, case_id), query.number)
    rows = items_of(plan) if plan else PlanItem.objects.none()
    rows = ordered(rows.filter(title__icontains=query.search), query.sort, SORTABLE)
    return page_or_workbook(rows, query, item_view, name="审核计划", columns=COLUMNS)


@router.post("/{uuid:case_id}/plan/items", response={201: PlanItemOut})
@requires("plan", "U")
def create_item(request: AuthorisedRequest, case_id: UUID, new: NewPlanItem) -> Any:
    reach_case(request, case_id)
    item = add_item(viewer=request.viewer, case_id=case_id, values=new.model_dump())
    return Status(201, item_view(item))


@router.patch("/plan/items/{uuid:item_id}", response=PlanItemOut)
@requires("plan", "U")
def change_item(request: AuthorisedRequest, item_id: UUID, given: PlanItemChange) -> Any:
    """Move, resize or change a line of the draft."""
    _reach_item(request, item_id)
    values = given.model_dump(exclude_unset=True, exclude={"version"})
    return item_view(
        update_item(viewer=request.viewer, item_id=item_id, version=given.version, values=values)
    )


@router.post("/plan/items/{uuid:item_id}/remove", response={204: None})
@requires("plan", "U")
def delete_item(request: AuthorisedRequest, item_id: UUID, given: Version) -> Any:
    """Take a line out of the draft; adding it with its ``line`` brings it back."""
    _reach_item(request, item_id)
    remove_item(viewer=request.viewer, item_id=item_id, version=given.version)
    return Status(204, None)


@router.post("/{uuid:case_id}/plan/override", response=PlanBoardOut)
@requires("plan", "U")
def override(request: AuthorisedRequest, case_id: UUID, given: PlanOverride) -> Any:
    """Let the plan be issued in spite of one finding, for a reason."""
    case = reach_case(request, case_id)
    override_finding(viewer=request.viewer, case_id=case_id, key=given.key, reason=given.reason)
    return board_view(request.viewer, case)


@router.post("/{uuid:case_id}/plan/issue", response=PlanBoardOut)
@requires("plan", "U")
def issue(request: AuthorisedRequest, case_id: UUID, given: Version) -> Any:
    """Send the draft to the client and the team with calendar invitations."""
    case = reach_case(request, case_id)
    issue_plan(viewer=request.viewer, case_id=case_id, version=given.version)
    return board_view(request.viewer, case)


@router.post("/{uuid:case_id}/plan/answer", response=PlanBoardOut)
@requires("plan", "A")
def answer(request: AuthorisedRequest, case_id: UUID, given: PlanAnswer) -> Any:
    """The client accepts, or says what it objects to."""
    case = reach_case(request, case_id)
    answer_plan(viewer=request.viewer, case_id=case_id, accepts=given.accepts, answer=given.answer)
    return board_view(request.viewer, case)


@router.get("/{uuid:case_id}/plan/changes", response=list[PlanChangeOut])
@requires("plan", "R")
def compare(request: AuthorisedRequest, case_id: UUID, query: Query[PlanChangesQuery]) -> Any:
    """What is different between two versions, line by line."""
    case = reach_case(request, case_id)
    return changes_view(request.viewer, case, older=query.older, newer=query.newer)


@router.get("/{uuid:case_id}/plan.ics")
@requires("plan", "R")
def read_calendar(request: AuthorisedRequest, case_id: UUID) -> HttpResponse:
    """The issued plan for a calendar program, on the reader's clock."""
    case = reach_case(request, case_id)
    content = case_calendar(request.viewer, case)
    return saved(content, f"{case.number}.ics", "text/calendar; charset=utf-8")


@router.get("/{uuid:case_id}/plan.pdf")
@requires("plan", "R")
def print_plan(request: AuthorisedRequest, case_id: UUID, query: Query[PlanQuery]) -> HttpResponse:
    """One version to print."""
    case = reach_case(request, case_id)
    content = plan_pdf(request.viewer, case, query.number)
    return saved(content, f"{case.number}.pdf", "application/pdf")


def _reach_item(request: AuthorisedRequest, item_id: UUID) -> AuditCase:
    item = item_of(request.viewer, item_id)
    if item is None:
        raise NotFound
    return reach_case(request, item.plan.case_id)
