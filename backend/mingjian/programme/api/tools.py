"""``/api/programme/tools``: the tools of remote audits, what they scored, and what a case uses."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.access import reach_case
from mingjian.programme.models import Tool
from mingjian.programme.queries.cases import case_of
from mingjian.programme.queries.tools import (
    SORTABLE,
    case_tools_view,
    newest_assessment,
    tool_of,
    tool_rules,
    tool_view,
    tools,
)
from mingjian.programme.schemas.forms import Reason
from mingjian.programme.schemas.tools import (
    CaseToolsOut,
    Choice,
    NewAssessment,
    NewTool,
    ToolChange,
    ToolOut,
    ToolRulesOut,
    ToolsQuery,
)
from mingjian.programme.services.tools import (
    add_tool,
    assess_tool,
    choose_tool,
    report_incident,
    update_tool,
)

router = Router()
of_cases = Router()


def _scored(aspect: str) -> Any:
    def cell(row: Tool) -> Any:
        newest = newest_assessment(row)
        return newest.scores[aspect]["score"] if newest else ""

    return cell


def _newest(name: str) -> Any:
    def cell(row: Tool) -> Any:
        newest = newest_assessment(row)
        return getattr(newest, name) if newest else ""

    return cell


COLUMNS: Columns[Tool] = {
    ("工具", "Tool"): lambda row: row.name,
    ("供应商", "Vendor"): lambda row: row.vendor,
    ("用途", "Purpose"): lambda row: row.get_kind_display(),
    ("客户自有", "Client's own"): lambda row: row.client.name if row.client else "",
    ("部署", "Deployment"): lambda row: row.get_deployment_display(),
    ("获取便利性", "Convenience"): _scored("convenience"),
    ("易用性", "Ease of use"): _scored("ease"),
    ("经济性", "Cost"): _scored("cost"),
    ("安全性", "Security"): _scored("security"),
    ("综合", "Overall"): _newest("total"),
    ("评价日期", "Assessed on"): _newest("assessed_on"),
    ("复评期限", "Review by"): _newest("review_by"),
    ("在用", "In use"): lambda row: row.is_active,
}


@router.get("", response=Page[ToolOut])
@requires("programme", "R")
def list_tools(request: AuthorisedRequest, query: Query[ToolsQuery]) -> Any:
    viewer = request.viewer
    filters = query.model_dump(include={"kind", "whose", "search", "with_closed"})
    rows = ordered(tools(viewer, **filters), query.sort, SORTABLE)
    return page_or_workbook(
        rows, query, lambda row: tool_view(viewer, row), name="ICT工具", columns=COLUMNS
    )


@router.get("/rules", response=ToolRulesOut)
@requires("programme", "R")
def read_rules(request: AuthorisedRequest) -> Any:
    """The weights, the security floor and the term, as they are in force today."""
    return tool_rules(request.viewer)


@router.post("", response={201: ToolOut})
@requires("programme", "C")
def create_tool(request: AuthorisedRequest, new: NewTool) -> Any:
    values = new.model_dump(exclude={"client_id"})
    made = add_tool(viewer=request.viewer, values=values, client_id=new.client_id)
    return Status(201, _shown(request, made.id))


@router.get("/{uuid:tool_id}", response=ToolOut)
@requires("programme", "R")
def read_tool(request: AuthorisedRequest, tool_id: UUID) -> Any:
    """One tool with every assessment, the newest first."""
    return _shown(request, tool_id)


@router.patch("/{uuid:tool_id}", response=ToolOut)
@requires("programme", "C")
def change_tool(request: AuthorisedRequest, tool_id: UUID, change: ToolChange) -> Any:
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    update_tool(viewer=request.viewer, tool_id=tool_id, version=change.version, values=values)
    return _shown(request, tool_id)


@router.post("/{uuid:tool_id}/assessments", response={201: ToolOut})
@requires("programme", "U")
def assess(request: AuthorisedRequest, tool_id: UUID, new: NewAssessment) -> Any:
    """Score a tool; each score says what it rests on."""
    assess_tool(
        viewer=request.viewer,
        tool_id=tool_id,
        scores=new.scores.model_dump(),
        conclusion=new.conclusion,
    )
    return Status(201, _shown(request, tool_id))


@router.post("/{uuid:tool_id}/incident", response=ToolOut)
@requires("programme", "U")
def incident(request: AuthorisedRequest, tool_id: UUID, why: Reason) -> Any:
    """Something went wrong with it: it is to be assessed again."""
    report_incident(viewer=request.viewer, tool_id=tool_id, reason=why.reason)
    return _shown(request, tool_id)


@of_cases.get("/{uuid:case_id}/tools", response=CaseToolsOut)
@requires("programme", "R")
def read_case_tools(request: AuthorisedRequest, case_id: UUID) -> Any:
    """What a case uses, and what is advised."""
    return case_tools_view(request.viewer, reach_case(request, case_id))


@of_cases.post("/{uuid:case_id}/tools", response=CaseToolsOut)
@requires("programme", "U")
def choose(request: AuthorisedRequest, case_id: UUID, choice: Choice) -> Any:
    """Use a tool for the case."""
    reach_case(request, case_id)
    choose_tool(viewer=request.viewer, case_id=case_id, **choice.model_dump())
    return case_tools_view(request.viewer, case_of(request.viewer, case_id))


def _shown(request: AuthorisedRequest, tool_id: UUID) -> dict[str, Any]:
    return tool_view(request.viewer, tool_of(request.viewer, tool_id))
