"""``/api/evidence/…/keeping``: what is kept beyond the audit, on the word of both sides."""

from typing import Any
from uuid import UUID

from ninja import Query, Router

from mingjian.evidence.access import reach_item, reach_library
from mingjian.evidence.models import EvidenceItem, KeepingSide, KeepingVerdict
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.queries.keeping import (
    SORTABLE,
    keeping,
    keeping_of,
    keeping_view,
    narrowed,
    state_of,
)
from mingjian.evidence.schemas.keeping import (
    ItemKeepingOut,
    KeepingCountOut,
    KeepingOut,
    KeepingQuery,
    KeepingWordIn,
)
from mingjian.evidence.services.keeping import say_on_keeping
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

of_cases, of_items = Router(), Router()
KEEPING = "/{uuid:case_id}/keeping"

COLUMNS: Columns[EvidenceItem] = {
    ("编号", "Code"): lambda row: row.code,
    ("名称", "Name"): name_of_item,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("留存", "Keeping"): lambda row: state_of(row).label,
    ("审核组结论", "Auditor's word"): lambda row: _word(row, "auditor"),
    ("受审核方结论", "Client's word"): lambda row: _word(row, "client"),
}


@of_cases.get(KEEPING, response=Page[KeepingOut])
@requires("keeping", "R")
def list_keeping(request: AuthorisedRequest, case_id: UUID, query: Query[KeepingQuery]) -> Any:
    rows = keeping(request.viewer, reach_library(request, case_id))
    rows = ordered(narrowed(rows, state=query.state, search=query.search), query.sort, SORTABLE)
    return page_or_workbook(rows, query, keeping_view, name="留存确认", columns=COLUMNS)


@of_items.get("/{uuid:evidence_id}/keeping", response=ItemKeepingOut)
@requires("keeping", "R")
def read_keeping(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    return {"keeping": keeping_of(reach_item(request, evidence_id))}


@of_cases.post(f"{KEEPING}/checks", response=KeepingCountOut)
@requires("keeping", "C")
def check(request: AuthorisedRequest, case_id: UUID, word: KeepingWordIn) -> Any:
    """The auditor's word: no sensitive information in it, or else what."""
    return _said(request, case_id, KeepingSide.AUDITOR, word)


@of_cases.post(f"{KEEPING}/consents", response=KeepingCountOut)
@requires("keeping", "A")
def consent(request: AuthorisedRequest, case_id: UUID, word: KeepingWordIn) -> Any:
    """The client's word: the body may keep it as its record, or why not."""
    return _said(request, case_id, KeepingSide.CLIENT, word)


def _said(
    request: AuthorisedRequest, case_id: UUID, side: KeepingSide, word: KeepingWordIn
) -> dict[str, int]:
    reach_library(request, case_id)
    said = word.model_dump()
    return {"count": say_on_keeping(viewer=request.viewer, case_id=case_id, side=side, **said)}


def _word(row: EvidenceItem, side: str) -> str:
    word = keeping_view(row)[side]
    if word is None:
        return ""
    said = KeepingVerdict(word["verdict"]).label, word["reason"], word["said_name"]
    return " · ".join(filter(None, said))
