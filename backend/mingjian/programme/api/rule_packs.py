"""``/api/programme/rule-packs``: what the rules say, edition by edition."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.excel import workbook_response
from mingjian.programme import services
from mingjian.programme.models import PackState
from mingjian.programme.queries.rule_pack_effects import touched_cases
from mingjian.programme.queries.rule_pack_views import COLUMNS, pack_view
from mingjian.programme.queries.rule_packs import pack_and_row, pack_list, row_of
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.rule_packs import (
    NewPackDraft,
    PackDraftChange,
    PackOut,
    PacksQuery,
    PackSummary,
    TouchedCase,
)

router = Router()
UNAPPROVED = Facts(state="unapproved")


@router.get("", response=list[PackSummary])
@requires("rule_packs", "R")
def list_packs(request: AuthorisedRequest, query: Query[PacksQuery]) -> Any:
    """Every edition, shipped with the product or the body's own."""
    views = pack_list(request.viewer)
    if query.format == "xlsx":
        rows = ([str(view[name]) for name in COLUMNS.values()] for view in views)
        return workbook_response("规则包", list(COLUMNS), rows)
    return views


@router.post("", response={201: PackOut})
@requires("rule_packs", "C")
def draft_pack(request: AuthorisedRequest, new: NewPackDraft) -> Any:
    demand(request, UNAPPROVED)
    row = services.draft_rule_pack(viewer=request.viewer, **new.model_dump())
    return Status(201, _shown(request, str(row.id)))


@router.get("/{pack_key}", response=PackOut)
@requires("rule_packs", "R")
def read_pack(request: AuthorisedRequest, pack_key: str) -> Any:
    """One edition: by its row's id, or by the digest of a shipped one."""
    return _shown(request, pack_key)


@router.patch("/{uuid:pack_id}/draft", response=PackOut)
@requires("rule_packs", "U")
def change_pack(request: AuthorisedRequest, pack_id: UUID, change: PackDraftChange) -> Any:
    _demand_draft(request, pack_id)
    services.update_rule_pack(viewer=request.viewer, pack_id=pack_id, **change.model_dump())
    return _shown(request, str(pack_id))


@router.post("/{uuid:pack_id}/release", response=PackOut)
@requires("rule_packs", "A")
def release_pack(request: AuthorisedRequest, pack_id: UUID, at: Version) -> Any:
    """Put an edition in force; whoever drafted it cannot."""
    services.release_rule_pack(viewer=request.viewer, pack_id=pack_id, version=at.version)
    return _shown(request, str(pack_id))


@router.get("/{uuid:pack_id}/touched", response=list[TouchedCase])
@requires("rule_packs", "R")
def list_touched(request: AuthorisedRequest, pack_id: UUID) -> Any:
    """The audits that a new edition touches, and what would change in their time."""
    return touched_cases(request.viewer, row_of(request.viewer, pack_id))


def _demand_draft(request: AuthorisedRequest, pack_id: UUID) -> None:
    row = row_of(request.viewer, pack_id)
    state = "unapproved" if row.state == PackState.DRAFT else row.state
    demand(request, Facts(object_id=row.id, state=state))


def _shown(request: AuthorisedRequest, key: str) -> dict[str, Any]:
    return pack_view(request.viewer, *pack_and_row(request.viewer, key))
