"""What a draft matrix consists of: needs and rows, entered, changed, removed; treatments done."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.words import Words
from mingjian.programme.errors.risks import (
    ResidualGradeError,
    RiskStateError,
    TreatmentOwnerError,
    UnknownNeedError,
    UnknownSuggestionError,
)
from mingjian.programme.models import (
    AuditCase,
    RiskMatrix,
    RiskRow,
    RiskState,
    StakeholderNeed,
    TreatmentState,
)
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.risk_scale import library, scale_of
from mingjian.programme.queries.risks import need_view, needs_of, row_view, rows_of
from mingjian.programme.queries.treatment_owners import treatment_owners
from mingjian.programme.services.cases import locked_case
from mingjian.programme.services.risks import draft_of

FROM_LIBRARY = ("sign", "factor", "dimension", "likelihood", "impact", "code")
MANAGES = frozenset({"PM"})


def add_need(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> StakeholderNeed:
    with transaction.atomic():
        matrix = draft_of(viewer, case_id)
        need = StakeholderNeed(owner_id=matrix.owner_id, matrix=matrix, **values)
        need.changed_by = name_of(viewer)
        need.place = matrix.needs.count()
        need.save(force_insert=True)
        record(viewer, "risk.need_added", need)
    return need


def update_need(
    *, viewer: Viewer, case_id: UUID, need_id: UUID, version: int, values: Mapping[str, Any]
) -> StakeholderNeed:
    with transaction.atomic():
        need = _need(draft_of(viewer, case_id), need_id)
        before = change(need, viewer=viewer, version=version, values=values, view=need_view)
        record(viewer, "risk.need_changed", need, before=before)
    return need


def remove_need(*, viewer: Viewer, case_id: UUID, need_id: UUID, version: int) -> StakeholderNeed:
    """Its risks stay, touching no need any more."""
    with transaction.atomic():
        matrix = draft_of(viewer, case_id)
        need = _need(matrix, need_id)
        for row in rows_of(matrix).filter(need_line=need.line):
            before = _change_row(viewer, row, row.version, {"need_line": None})
            record(viewer, "risk.row_changed", row, before=before)
        values = {"removed_at": clock.now()}
        before = change(need, viewer=viewer, version=version, values=values, view=need_view)
        record(viewer, "risk.need_removed", need, before=before)
    return need


def add_row(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> RiskRow:
    with transaction.atomic():
        matrix = draft_of(viewer, case_id)
        row = RiskRow(owner_id=matrix.owner_id, matrix=matrix, changed_by=name_of(viewer))
        for name, value in _checked(viewer, row, values).items():
            setattr(row, name, value)
        row.place = matrix.rows.count()
        row.save(force_insert=True)
        record(viewer, "risk.row_added", row)
    return row


def add_from_library(
    *, viewer: Viewer, case_id: UUID, codes: Sequence[str], need_line: UUID | None = None
) -> list[RiskRow]:
    """Entries of the library as rows of the draft, with the grades that it proposes."""
    with transaction.atomic():
        known = library(viewer)
        if not set(codes) <= set(known):
            raise UnknownSuggestionError
        return [
            add_row(
                viewer=viewer,
                case_id=case_id,
                values={**_from_library(known[code]), "need_line": need_line},
            )
            for code in codes
        ]


def update_row(
    *, viewer: Viewer, case_id: UUID, row_id: UUID, version: int, values: Mapping[str, Any]
) -> RiskRow:
    with transaction.atomic():
        row = _row(draft_of(viewer, case_id), row_id)
        before = _change_row(viewer, row, version, _checked(viewer, row, values))
        record(viewer, "risk.row_changed", row, before=before)
    return row


def remove_row(*, viewer: Viewer, case_id: UUID, row_id: UUID, version: int) -> RiskRow:
    with transaction.atomic():
        row = _row(draft_of(viewer, case_id), row_id)
        before = _change_row(viewer, row, version, {"removed_at": clock.now()})
        record(viewer, "risk.row_removed", row, before=before)
    return row


def finish_treatment(
    *, viewer: Viewer, case_id: UUID, row_id: UUID, version: int, outcome: str
) -> RiskRow:
    """Done, as whoever answers for it, the lead auditor or a programme manager says.

    The only thing that changes in an approved matrix.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        row = _row_of_case(case, row_id)
        if row.matrix.state != RiskState.APPROVED:
            raise RiskStateError(state=row.matrix.get_state_display())
        if not _may_finish(viewer, case, row):
            raise NotPermitted
        values = {"state": TreatmentState.DONE, "done_at": clock.now(), "outcome": outcome}
        before = _change_row(viewer, row, version, values)
        record(viewer, "risk.treated", row, before=before, reason=outcome)
    return row


def _may_finish(viewer: Viewer, case: AuditCase, row: RiskRow) -> bool:
    leads = {member.person_id for member in team_of(case) if member.role == "LA"}
    is_theirs = viewer.person_id is not None and viewer.person_id in {row.treated_by_id, *leads}
    return is_theirs or viewer.role in MANAGES


def _change_row(viewer: Viewer, row: RiskRow, version: int, values: Mapping[str, Any]) -> bytes:
    scale = scale_of(viewer, row.matrix)
    return change(
        row, viewer=viewer, version=version, values=values, view=lambda each: row_view(each, scale)
    )


def _checked(viewer: Viewer, row: RiskRow, values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    if checked.get("need_line"):
        lines = needs_of(row.matrix).values_list("line", flat=True)
        if checked["need_line"] not in set(lines):
            raise UnknownNeedError
    if "treated_by_id" in checked:
        checked["treated_by_name"] = _owner_name(viewer, row, checked["treated_by_id"])
    _check_residual(row, checked)
    return checked


def _owner_name(viewer: Viewer, row: RiskRow, person_id: UUID | None) -> str:
    if person_id is None:
        return ""
    known = treatment_owners(viewer, row.matrix.case)
    if person_id not in known:
        raise TreatmentOwnerError
    return known[person_id]


def _check_residual(row: RiskRow, values: Mapping[str, Any]) -> None:
    """Both or neither, and what is left of a threat is never more than it was."""

    def of(name: str) -> int | None:
        found: int | None = values.get(name, getattr(row, name))
        return found

    left = of("residual_likelihood"), of("residual_impact")
    if left == (None, None):
        return
    was = of("likelihood"), of("impact")
    sign = values.get("sign", row.sign)
    for after, before in zip(left, was, strict=True):
        if after is None or before is None or (sign == "threat" and after > before):
            raise ResidualGradeError


def _from_library(entry: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: str(Words(**entry[name])) for name in ("text", "cause", "treatment")}
    return {**{name: entry[name] for name in FROM_LIBRARY}, **texts}


def _need(matrix: RiskMatrix, need_id: UUID) -> StakeholderNeed:
    rows = StakeholderNeed.objects.select_for_update(of=("self",)).select_related("matrix__case")
    found = rows.filter(id=need_id, matrix=matrix, removed_at=None).first()
    if found is None:
        raise NotFound
    return found


def _row(matrix: RiskMatrix, row_id: UUID) -> RiskRow:
    found = _rows().filter(id=row_id, matrix=matrix).first()
    if found is None:
        raise NotFound
    return found


def _row_of_case(case: AuditCase, row_id: UUID) -> RiskRow:
    found = _rows().filter(id=row_id, matrix__case=case).first()
    if found is None:
        raise NotFound
    return found


def _rows() -> QuerySet[RiskRow]:
    rows = RiskRow.objects.select_for_update(of=("self",)).select_related("matrix__case")
    return rows.filter(removed_at=None)
