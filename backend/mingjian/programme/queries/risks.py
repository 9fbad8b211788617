"""Risk matrices, as a viewer may see them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import (
    AuditCase,
    RiskMatrix,
    RiskRow,
    RiskState,
    StakeholderNeed,
)
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.risk_basis import changes_since
from mingjian.programme.queries.risk_scale import scale_of, scale_pack, scale_view
from mingjian.programme.rules.risk_scale import Scale
from mingjian.programme.rules.risks import SIGNS, Graded, differences, gaps, too_much

NEED_FIELDS = ("id", "line", "stakeholder", "text", "version")
ROW_FIELDS = (
    "id",
    "line",
    "need_line",
    "sign",
    "factor",
    "dimension",
    "text",
    "cause",
    "likelihood",
    "impact",
    "treatment",
    "treated_by_id",
    "treated_by_name",
    "due_on",
    "residual_likelihood",
    "residual_impact",
    "state",
    "done_at",
    "outcome",
    "code",
    "version",
)
COMPARED = tuple(
    name
    for name in ROW_FIELDS
    if name not in {"id", "line", "code", "version", "treated_by_id", "state", "done_at", "outcome"}
)
"""What makes a difference between two versions."""


def latest(case: AuditCase) -> RiskMatrix | None:
    """The newest version, whatever its state."""
    return case.risk_matrices.order_by("-number").first()


def in_force(case: AuditCase) -> RiskMatrix | None:
    """The approved version, if there is one."""
    return case.risk_matrices.filter(state=RiskState.APPROVED).order_by("-number").first()


def matrix_numbered(case: AuditCase, number: int) -> RiskMatrix:
    found = case.risk_matrices.filter(number=number).first()
    if found is None:
        raise NotFound
    return found


def needs_of(matrix: RiskMatrix) -> QuerySet[StakeholderNeed]:
    return matrix.needs.filter(removed_at=None).order_by("place", "id")


def rows_of(matrix: RiskMatrix) -> QuerySet[RiskRow]:
    return matrix.rows.filter(removed_at=None).order_by("-sign", "place", "id")


def notes_by_risk(case: AuditCase) -> dict[UUID, list[str]]:
    """The analysis of off-site information that led to each row, by the row's line."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for note in case.analysis_notes.filter(removed_at=None).order_by("created_at"):
        if note.risk_line:
            found[note.risk_line].append(note.text)
    return found


def row_case(row_id: UUID) -> UUID:
    """Which case a row belongs to; who may see it is the case's question."""
    found = RiskRow.objects.filter(id=row_id, removed_at=None).values_list("matrix__case").first()
    if found is None:
        raise NotFound
    return UUID(str(found[0]))


def need_case(need_id: UUID) -> UUID:
    """Which case a need belongs to."""
    needs = StakeholderNeed.objects.filter(id=need_id, removed_at=None)
    found = needs.values_list("matrix__case").first()
    if found is None:
        raise NotFound
    return UUID(str(found[0]))


def sources(viewer: Viewer, case: AuditCase) -> QuerySet[RiskMatrix]:
    """What a new matrix may be copied from: the programme's template, and approved matrices of
    other cases of the client that the viewer may see."""
    seen = Q(case__in=cases(viewer, client_id=case.client_id).order_by())
    template = Q(case__programme=case.programme_id, is_template=True)
    rows = RiskMatrix.objects.filter(seen | template, owner_id=case.owner_id)
    kept = rows.filter(state=RiskState.APPROVED).exclude(case=case).select_related("case")
    return kept.order_by("-is_template", "-approved_at")


def source_view(row: RiskMatrix) -> dict[str, Any]:
    return {
        "id": row.id,
        "case": row.case.number,
        "approved_at": row.approved_at,
        "is_template": row.is_template,
    }


def graded(row: RiskRow) -> Graded:
    """The row as the rules see it."""
    return Graded(
        text=row.text,
        sign=row.sign,
        likelihood=row.likelihood,
        impact=row.impact,
        treatment=row.treatment,
        has_owner=bool(row.treated_by_id),
        has_due_day=row.due_on is not None,
        residual_likelihood=row.residual_likelihood,
        residual_impact=row.residual_impact,
    )


def gaps_of(viewer: Viewer, matrix: RiskMatrix) -> list[Words]:
    rows = [graded(row) for row in rows_of(matrix)]
    return gaps(scale_of(viewer, matrix), needs_of(matrix).count(), rows)


def residual_level(viewer: Viewer, case: AuditCase) -> str:
    """``high`` where the approved matrix leaves more than a remote audit may bear, else ``low``;
    empty while none is approved."""
    matrix = in_force(case)
    if matrix is None:
        return ""
    return "high" if left_too_high(viewer, matrix) else "low"


def left_too_high(viewer: Viewer, matrix: RiskMatrix) -> list[str]:
    """The threats of which more is left than a remote audit may bear, in their words."""
    rows = [graded(row) for row in rows_of(matrix)]
    return [row.text for row in too_much(scale_of(viewer, matrix), rows)]


def row_view(row: RiskRow, scale: Scale) -> dict[str, Any]:
    """A row as the API shows it, with its levels."""
    seen = graded(row)
    return {
        **{name: getattr(row, name) for name in ROW_FIELDS},
        "level": seen.level(scale),
        "residual": seen.residual(scale),
    }


def need_view(row: StakeholderNeed) -> dict[str, Any]:
    return {name: getattr(row, name) for name in NEED_FIELDS}


def matrix_view(viewer: Viewer, matrix: RiskMatrix) -> dict[str, Any]:
    """One version with everything in it."""
    names = (
        "id",
        "number",
        "state",
        "author_id",
        "author_name",
        "approver_name",
        "scored_at",
        "approved_at",
        "exception",
        "returned_reason",
        "change_reason",
        "is_template",
        "version",
    )
    scale, rows = scale_of(viewer, matrix), list(rows_of(matrix))
    seen = [graded(row) for row in rows]
    needs = [need_view(row) for row in needs_of(matrix)]
    notes = {} if viewer.tenant_kind == TenantKind.CLIENT else notes_by_risk(matrix.case)
    return {
        **{name: getattr(matrix, name) for name in names},
        "is_own": bool(viewer.person_id) and viewer.person_id == matrix.author_id,
        "needs": needs,
        "rows": [{**row_view(row, scale), "notes": notes.get(row.line, [])} for row in rows],
        "gaps": [str(words) for words in gaps(scale, len(needs), seen)],
        "too_high": [row.text for row in too_much(scale, seen)],
        "changes": [str(words) for words in changes_since(matrix)],
    }


def risk_view(viewer: Viewer, case: AuditCase, number: int | None = None) -> dict[str, Any]:
    """The case's matrix (its newest version, or that of ``number``) and the scale beside it."""
    matrix = matrix_numbered(case, number) if number else latest(case)
    versions = case.risk_matrices.order_by("-number")
    names = ("number", "state", "approved_at", "approver_name", "change_reason")
    return {
        "matrix": matrix_view(viewer, matrix) if matrix else None,
        "scale": scale_view(scale_pack(viewer, matrix)),
        "versions": [{name: getattr(row, name) for name in names} for row in versions],
    }


def totals_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """How many rows of which level, and nothing of what they say: what authorities see."""
    matrix = in_force(case)
    scale = scale_pack(viewer, matrix)
    return {
        "number": matrix.number if matrix else None,
        "approved_at": matrix.approved_at if matrix else None,
        "has_exception": bool(matrix and matrix.exception),
        "levels": list(_totals(scale_view(scale), matrix, Scale.of(scale))),
    }


def _totals(
    shown: dict[str, Any], matrix: RiskMatrix | None, scale: Scale
) -> Iterator[dict[str, Any]]:
    rows = [graded(row) for row in rows_of(matrix)] if matrix else []
    for level in shown["levels"]:
        counts = {
            f"{sign}_{when}": sum(
                1 for row in rows if row.sign == sign and get(row, scale) == level["code"]
            )
            for sign in SIGNS
            for when, get in (("before", Graded.level), ("after", Graded.residual))
        }
        yield {"code": level["code"], "name": level["name"], **counts}


def difference_view(case: AuditCase, before: int, after: int) -> list[dict[str, Any]]:
    """What changed between two versions, needs first."""
    old, new = matrix_numbered(case, before), matrix_numbered(case, after)
    found = differences(_entries(old), _entries(new))
    return [
        {"line": each.line, "kind": each.kind, "text": each.text, "fields": list(each.fields)}
        for each in found
    ]


def _entries(matrix: RiskMatrix) -> dict[str, dict[str, Any]]:
    needs = {
        str(need.line): {"stakeholder": need.stakeholder, "text": need.text}
        for need in needs_of(matrix)
    }
    rows = {
        str(row.line): {name: getattr(row, name) for name in COMPARED} for row in rows_of(matrix)
    }
    return needs | rows
