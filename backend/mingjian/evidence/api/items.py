"""``/api/evidence/…/items``: the library of an audit, and one item of it."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import Query, Router

from mingjian.evidence.access import reach_item, reach_library
from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.custody import custody_of
from mingjian.evidence.queries.examinations import examination_view, shows_itself
from mingjian.evidence.queries.items import (
    SORTABLE,
    item_view,
    items,
    name_of_item,
    narrowed,
    whole_view,
)
from mingjian.evidence.queries.openings import content_of, opened_item, opening_of
from mingjian.evidence.queries.previews import PreviewPart, part_of, preview_view, thumbnail_of
from mingjian.evidence.schemas.items import (
    CustodyOut,
    EvidenceAssignment,
    EvidenceChange,
    EvidenceOpeningOut,
    EvidenceOut,
    EvidenceQuery,
    EvidenceVerdictOut,
    WholeEvidenceOut,
)
from mingjian.evidence.services.items import (
    assign_item,
    check_readable,
    describe_item,
    open_item,
)
from mingjian.evidence.services.verifying import verify_item
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.kit.streaming import Description, ranged_response

of_cases, router = Router(), Router()
ITEM = "/{uuid:evidence_id}"
SHOWN = "image/", "video/", "audio/"
"""What a browser may show by itself; everything else is saved."""

COLUMNS: Columns[EvidenceItem] = {
    ("编号", "Code"): lambda row: row.code,
    ("名称", "Name"): name_of_item,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("来源", "Origin"): lambda row: row.get_origin_display(),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("版本", "Version"): lambda row: row.edition,
    ("提供人", "Provided by"): lambda row: row.provided_name,
    ("收到时间 (UTC)", "Received (UTC)"): lambda row: row.received_at,
    ("生效日期", "Effective"): lambda row: row.effective_on,
    ("字节", "Bytes"): lambda row: row.size,
    ("SHA-256", "SHA-256 of the content"): lambda row: row.sha256,
}


@of_cases.get("/{uuid:case_id}/items", response=Page[EvidenceOut])
@requires("evidence", "R")
def list_items(request: AuthorisedRequest, case_id: UUID, query: Query[EvidenceQuery]) -> Any:
    given = query.model_dump(exclude={"page", "size", "sort", "format"})
    rows = narrowed(items(request.viewer, reach_library(request, case_id)), **given)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, item_view, name="证据", columns=COLUMNS)


@router.get(ITEM, response=WholeEvidenceOut)
@requires("evidence", "R")
def read_item(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    return _whole(reach_item(request, evidence_id))


@router.patch(ITEM, response=WholeEvidenceOut)
@requires("evidence", "U")
def change_item(request: AuthorisedRequest, evidence_id: UUID, change: EvidenceChange) -> Any:
    """Name, note, place, clauses, class and effective date; never the content."""
    reach_item(request, evidence_id)
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    version = change.version
    return _whole(
        describe_item(viewer=request.viewer, item_id=evidence_id, version=version, values=values)
    )


@router.put(f"{ITEM}/assignments", response=WholeEvidenceOut)
@requires("evidence", "U")
def assign(request: AuthorisedRequest, evidence_id: UUID, given: EvidenceAssignment) -> Any:
    """Let exactly these experts of the team see the item."""
    reach_item(request, evidence_id)
    return _whole(assign_item(viewer=request.viewer, item_id=evidence_id, people=given.people))


@router.post(f"{ITEM}/openings", response=EvidenceOpeningOut)
@requires("evidence", "R")
def open_content(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    """Look at the item: recorded, then a link for this person and some minutes."""
    reach_item(request, evidence_id)
    row = open_item(viewer=request.viewer, item_id=evidence_id)
    return opening_of(request.viewer, row, is_shown=_is_shown(row))


@router.get(f"{ITEM}/content")
@requires("evidence", "R")
def read_content(request: AuthorisedRequest, evidence_id: UUID, opening: str) -> HttpResponseBase:
    """The content, or a range of it, for whoever was given the link."""
    reach_item(request, evidence_id)
    row = opened_item(request.viewer, evidence_id, opening)
    check_readable(row)
    description = Description(
        media_type=row.media_type,
        etag=f'"{row.sha256}"',
        name=name_of_item(row),
        is_shown=_is_shown(row),
    )
    return ranged_response(request, content_of(row), description)


@router.get(f"{ITEM}/thumbnail")
@requires("evidence", "R")
def read_thumbnail(request: AuthorisedRequest, evidence_id: UUID) -> HttpResponseBase:
    """The small picture of the library, which needs no link: it is too small to be read."""
    return _part(request, thumbnail_of(reach_item(request, evidence_id)))


@router.get(f"{ITEM}/preview/{{int:number}}")
@requires("evidence", "R")
def read_preview(
    request: AuthorisedRequest, evidence_id: UUID, number: int, opening: str
) -> HttpResponseBase:
    """One part of the preview, for whoever was given the link."""
    reach_item(request, evidence_id)
    row = opened_item(request.viewer, evidence_id, opening)
    check_readable(row)
    return _part(request, part_of(row, number))


@router.get(f"{ITEM}/custody", response=CustodyOut)
@requires("evidence", "R")
def read_custody(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    return {"entries": custody_of(request.viewer, reach_item(request, evidence_id))}


@router.post(f"{ITEM}/verifications", response=EvidenceVerdictOut)
@requires("evidence", "R")
def verify(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    """Compare content, row and journal now."""
    reach_item(request, evidence_id)
    return verify_item(viewer=request.viewer, item_id=evidence_id)


def _is_shown(row: EvidenceItem) -> bool:
    return row.media_type.startswith(SHOWN) and shows_itself(row)


def _part(request: AuthorisedRequest, part: PreviewPart) -> HttpResponseBase:
    described = Description(
        media_type=part.media_type, etag=f'"{part.etag}"', name="preview", is_shown=True
    )
    return ranged_response(request, part.content, described)


def _whole(row: EvidenceItem) -> dict[str, Any]:
    return whole_view(row) | {
        "examination": examination_view(row),
        "preview": preview_view(row),
    }
