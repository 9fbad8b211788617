"""``/api/evidence/…/external``: recordings, chat, attendance and clips out of other tools."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.evidence.access import reach_library
from mingjian.evidence.models import ExternalRecord
from mingjian.evidence.queries.external_records import (
    SORTABLE,
    case_of_external,
    external_of,
    external_records,
    external_view,
    narrowed,
    on_the_platforms_clock,
    tool_of_record,
    whole_view,
    words_of,
)
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.schemas.external_records import (
    ClockOut,
    ClockQuery,
    ExternalChange,
    ExternalIn,
    ExternalOut,
    ExternalQuery,
    ExternalVersion,
    WholeExternalOut,
)
from mingjian.evidence.services.external_records import (
    change_external,
    enter_external,
    read_external,
)
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

of_cases, router = Router(), Router()
EXTERNAL = "/{uuid:external_id}"

COLUMNS: Columns[ExternalRecord] = {
    ("编号", "Code"): lambda row: row.item.code,
    ("名称", "Name"): lambda row: name_of_item(row.item),
    ("类别", "Kind"): lambda row: row.get_what_display(),
    ("工具", "Tool"): tool_of_record,
    ("导出人", "Exported by"): lambda row: words_of(row).get("exported_by", ""),
    ("同意依据", "Consent"): lambda row: words_of(row).get("consent", ""),
    ("开始时间 (UTC)", "Began (UTC)"): lambda row: row.starts_at,
    ("时钟修正 (秒)", "Clock set by (s)"): lambda row: row.offset_seconds,
    ("解析", "Read"): lambda row: row.get_read_state_display(),
    ("行数", "Lines"): lambda row: row.line_count,
}


@of_cases.get("/{uuid:case_id}/external", response=Page[ExternalOut])
@requires("evidence", "R")
def list_external(request: AuthorisedRequest, case_id: UUID, query: Query[ExternalQuery]) -> Any:
    rows = external_records(request.viewer, reach_library(request, case_id))
    rows = narrowed(rows, what=query.what, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, external_view, name="外部材料", columns=COLUMNS)


@of_cases.get("/{uuid:case_id}/external/clock", response=ClockOut)
@requires("evidence", "C")
def tell_clock(request: AuthorisedRequest, case_id: UUID, query: Query[ClockQuery]) -> Any:
    """When that was by the platform's clock: looked at before it is saved."""
    return on_the_platforms_clock(reach_library(request, case_id), **query.model_dump())


@of_cases.post("/{uuid:case_id}/external", response={201: WholeExternalOut})
@requires("evidence", "C")
def enter(request: AuthorisedRequest, case_id: UUID, new: ExternalIn) -> Any:
    """Say what an uploaded file is: from which tool, by whose clock, of which session."""
    reach_library(request, case_id)
    values = new.model_dump(exclude={"item_id"})
    row = enter_external(viewer=request.viewer, case_id=case_id, item_id=new.item_id, values=values)
    return Status(201, whole_view(row))


@router.get(EXTERNAL, response=WholeExternalOut)
@requires("evidence", "R")
def read_one(request: AuthorisedRequest, external_id: UUID) -> Any:
    return whole_view(_reach(request, external_id))


@router.patch(EXTERNAL, response=WholeExternalOut)
@requires("evidence", "C")
def change(request: AuthorisedRequest, external_id: UUID, given: ExternalChange) -> Any:
    """Set clock, place or words right; a timeline is then read anew."""
    _reach(request, external_id)
    values = given.model_dump(exclude_unset=True, exclude={"version", "reason"})
    change_external(
        viewer=request.viewer,
        external_id=external_id,
        version=given.version,
        values=values,
        reason=given.reason,
    )
    return whole_view(external_of(request.viewer, external_id))


@router.post(f"{EXTERNAL}/read", response=WholeExternalOut)
@requires("evidence", "C")
def read_lines(request: AuthorisedRequest, external_id: UUID, at: ExternalVersion) -> Any:
    """Read chat or attendance now that the file was examined."""
    _reach(request, external_id)
    read_external(viewer=request.viewer, external_id=external_id, version=at.version)
    return whole_view(external_of(request.viewer, external_id))


def _reach(request: AuthorisedRequest, external_id: UUID) -> ExternalRecord:
    """If the viewer may see the item that holds it (else 404)."""
    reach_library(request, case_of_external(external_id))
    return external_of(request.viewer, external_id)
