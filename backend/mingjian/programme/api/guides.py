"""``/api/programme/guides``: how remote audits work here, for auditors and for clients."""

from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import Guide
from mingjian.programme.queries.guides import (
    SORTABLE,
    diff_view,
    guide_of,
    guide_view,
    guides,
    missing_guides,
    published,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.guides import (
    AdoptedOut,
    DiffOut,
    Draft,
    GuideChange,
    GuideOut,
    GuidesQuery,
    NewGuide,
)
from mingjian.programme.services.guides import (
    add_guide,
    adopt_guides,
    discard_draft,
    publish_draft,
    update_guide,
    write_draft,
)

router = Router()


def _said(field: str) -> Any:
    def cell(row: Guide) -> Any:
        shown = published(row)
        return getattr(shown, field) if shown else ""

    return cell


COLUMNS: Columns[Guide] = {
    ("代码", "Code"): lambda row: row.code,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("读者", "Audience"): lambda row: row.get_audience_display(),
    ("领域", "Schemes"): lambda row: " ".join(row.schemes),
    ("标题", "Title (zh)"): _said("title_zh"),
    ("英文标题", "Title (en)"): _said("title_en"),
    ("正文", "Text (zh)"): _said("text_zh"),
    ("英文正文", "Text (en)"): _said("text_en"),
    ("发布时间", "Published at"): _said("published_at"),
}


@router.get("", response=Page[GuideOut])
@requires("guides", "R")
def list_guides(request: AuthorisedRequest, query: Query[GuidesQuery]) -> Any:
    viewer = request.viewer
    filters = query.model_dump(include={"kind", "audience", "scheme", "search"})
    rows = ordered(guides(viewer, **filters), query.sort, SORTABLE)
    return page_or_workbook(
        rows, query, lambda row: guide_view(viewer, row), name="指南", columns=COLUMNS
    )


@router.post("", response={201: GuideOut})
@requires("guides", "C")
def create_guide(request: AuthorisedRequest, new: NewGuide) -> Any:
    names = {"code", "kind", "audience", "schemes", "position"}
    made = add_guide(
        viewer=request.viewer,
        values=new.model_dump(include=names),
        text=new.model_dump(exclude=names),
    )
    return Status(201, _shown(request, made.id))


@router.get("/supplied", response=AdoptedOut)
@requires("guides", "C")
def count_supplied(request: AuthorisedRequest) -> Any:
    """How many pages come with the product that the body has not taken over."""
    return {"count": len(missing_guides(request.viewer))}


@router.post("/supplied", response=AdoptedOut)
@requires("guides", "C")
def adopt(request: AuthorisedRequest) -> Any:
    """Take them over; the body's own are never touched."""
    return {"count": adopt_guides(viewer=request.viewer)}


@router.get("/{uuid:guide_id}", response=GuideOut)
@requires("guides", "R")
def read_guide(request: AuthorisedRequest, guide_id: UUID) -> Any:
    return _shown(request, guide_id)


@router.patch("/{uuid:guide_id}", response=GuideOut)
@requires("guides", "U")
def change_guide(request: AuthorisedRequest, guide_id: UUID, change: GuideChange) -> Any:
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    update_guide(viewer=request.viewer, guide_id=guide_id, version=change.version, values=values)
    return _shown(request, guide_id)


@router.put("/{uuid:guide_id}/draft", response=GuideOut)
@requires("guides", "U")
def draft(request: AuthorisedRequest, guide_id: UUID, text: Draft) -> Any:
    """Keep a draft; readers do not see it."""
    values = text.model_dump(exclude={"version"})
    write_draft(viewer=request.viewer, guide_id=guide_id, version=text.version, text=values)
    return _shown(request, guide_id)


@router.post("/{uuid:guide_id}/discard", response=GuideOut)
@requires("guides", "U")
def discard(request: AuthorisedRequest, guide_id: UUID) -> Any:
    discard_draft(viewer=request.viewer, guide_id=guide_id)
    return _shown(request, guide_id)


@router.post("/{uuid:guide_id}/publish", response=GuideOut)
@requires("guides", "A")
def publish(request: AuthorisedRequest, guide_id: UUID, at: Version) -> Any:
    """From now on readers see the draft; ``version`` is the draft's."""
    publish_draft(viewer=request.viewer, guide_id=guide_id, version=at.version)
    return _shown(request, guide_id)


@router.get("/{uuid:guide_id}/versions/{int:number}/changes", response=DiffOut)
@requires("guides", "U")
def changes(
    request: AuthorisedRequest, guide_id: UUID, number: int, language: Literal["zh", "en"] = "zh"
) -> Any:
    """What a version changed against the one before it."""
    return diff_view(guide_of(request.viewer, guide_id), number, language)


def _shown(request: AuthorisedRequest, guide_id: UUID) -> dict[str, Any]:
    return guide_view(request.viewer, guide_of(request.viewer, guide_id))
