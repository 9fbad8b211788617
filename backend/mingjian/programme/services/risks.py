"""Risk matrices: started, handed in, sent back, approved, renewed."""

from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7
from mingjian.kit.outbox import announce
from mingjian.programme.errors.risks import (
    CopySourceError,
    NoRiskMatrixError,
    OwnRiskMatrixError,
    RiskExistsError,
    RiskNotReadyError,
    RiskStateError,
)
from mingjian.programme.events import RiskApproved
from mingjian.programme.models import (
    AuditCase,
    RiskMatrix,
    RiskRow,
    RiskState,
    StakeholderNeed,
    TreatmentState,
)
from mingjian.programme.queries.risk_basis import basis_of
from mingjian.programme.queries.risk_scale import SCALE
from mingjian.programme.queries.risks import (
    gaps_of,
    in_force,
    latest,
    matrix_view,
    needs_of,
    rows_of,
    sources,
)
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.services.cases import locked_case
from mingjian.programme.services.residual import bear_residual

COPIED_NEED = ("line", "stakeholder", "text", "place")
COPIED_ROW = (
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
    "residual_likelihood",
    "residual_impact",
    "code",
    "place",
)
KEPT_ROW = ("treated_by_id", "treated_by_name", "due_on", "state", "done_at", "outcome")
"""What a new version of the same case keeps besides; another case has other people and days."""


def start_matrix(*, viewer: Viewer, case_id: UUID, copy_from: UUID | None = None) -> RiskMatrix:
    """The first version of a case's matrix: empty, or copied from a template or earlier audit."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if latest(case):
            raise RiskExistsError
        source = _source(viewer, case, copy_from) if copy_from else None
        matrix = _version(viewer, case, number=1)
        if source:
            _copy(viewer, source, matrix, COPIED_ROW)
        record(viewer, "risk.started", matrix)
    return matrix


def renew_matrix(*, viewer: Viewer, case_id: UUID, reason: str) -> RiskMatrix:
    """A new version to change what was approved, which holds until its successor is approved."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        before = _newest(case)
        if before.state != RiskState.APPROVED:
            raise RiskStateError(state=before.get_state_display())
        matrix = _version(viewer, case, number=before.number + 1, change_reason=reason)
        _copy(viewer, before, matrix, COPIED_ROW + KEPT_ROW)
        record(viewer, "risk.renewed", matrix, reason=reason)
    return matrix


def submit_matrix(*, viewer: Viewer, case_id: UUID, version: int) -> RiskMatrix:
    """Scored and complete: it waits for somebody else's approval."""
    with transaction.atomic():
        matrix = draft_of(viewer, case_id)
        missing = [str(words) for words in gaps_of(viewer, matrix)]
        if missing:
            raise RiskNotReadyError(
                count=len(missing), sentences=" ".join(missing), missing=missing
            )
        values = {
            "state": RiskState.SCORED,
            "author_id": viewer.person_id,
            "author_name": name_of(viewer),
            "scored_at": clock.now(),
            "returned_reason": "",
        }
        before = _set(viewer, matrix, version, values)
        record(viewer, "risk.scored", matrix, before=before)
    return matrix


def take_back_matrix(*, viewer: Viewer, case_id: UUID, version: int) -> RiskMatrix:
    """Its author goes on editing."""
    with transaction.atomic():
        matrix = _in_state(viewer, case_id, RiskState.SCORED)
        before = _set(viewer, matrix, version, {"state": RiskState.DRAFT})
        record(viewer, "risk.taken_back", matrix, before=before)
    return matrix


def return_matrix(*, viewer: Viewer, case_id: UUID, version: int, reason: str) -> RiskMatrix:
    """Not approved: the reason says what to mend."""
    with transaction.atomic():
        matrix = _in_state(viewer, case_id, RiskState.SCORED)
        values = {"state": RiskState.DRAFT, "returned_reason": reason}
        before = _set(viewer, matrix, version, values)
        record(viewer, "risk.returned", matrix, before=before, reason=reason)
    return matrix


def approve_matrix(
    *, viewer: Viewer, case_id: UUID, version: int, mode: str = "", exception: str = ""
) -> RiskMatrix:
    """From now on the matrix holds; the version before it is superseded.

    Where more is left than a remote audit may bear, the case changes to ``mode``, or the
    ``exception`` says why it does not have to; without either this is refused.
    """
    with transaction.atomic():
        matrix = _in_state(viewer, case_id, RiskState.SCORED)
        if viewer.person_id is None or viewer.person_id == matrix.author_id:
            raise OwnRiskMatrixError
        kept = bear_residual(viewer, matrix, mode=mode, exception=exception)
        _supersede(viewer, matrix.case)
        values = {
            "state": RiskState.APPROVED,
            "approver_id": viewer.person_id,
            "approver_name": name_of(viewer),
            "approved_at": clock.now(),
            "exception": kept,
            "basis": basis_of(matrix.case),
        }
        before = _set(viewer, matrix, version, values)
        announce(RiskApproved(owner_id=matrix.owner_id, case_id=matrix.case_id))
        record(viewer, "risk.approved", matrix, before=before, reason=kept)
    return matrix


def confirm_matrix(*, viewer: Viewer, case_id: UUID, version: int, reason: str) -> RiskMatrix:
    """What changed since the approval leaves the risks as they are, and why."""
    with transaction.atomic():
        matrix = _in_state(viewer, case_id, RiskState.APPROVED)
        before = _set(viewer, matrix, version, {"basis": basis_of(matrix.case)})
        record(viewer, "risk.confirmed", matrix, before=before, reason=reason)
    return matrix


def keep_as_template(*, viewer: Viewer, case_id: UUID, version: int) -> RiskMatrix:
    """Later audits of the programme start from this matrix; the earlier template no longer does."""
    with transaction.atomic():
        matrix = _in_state(viewer, case_id, RiskState.APPROVED)
        earlier = RiskMatrix.objects.select_for_update(of=("self",)).select_related("case")
        of_programme = {"case__programme": matrix.case.programme_id, "is_template": True}
        for other in earlier.filter(**of_programme).exclude(id=matrix.id):
            before = _set(viewer, other, other.version, {"is_template": False})
            record(viewer, "risk.template_replaced", other, before=before)
        before = _set(viewer, matrix, version, {"is_template": True})
        record(viewer, "risk.template_kept", matrix, before=before)
    return matrix


def draft_of(viewer: Viewer, case_id: UUID) -> RiskMatrix:
    """The case's newest version if it may be edited, locked until the transaction ends."""
    return _in_state(viewer, case_id, RiskState.DRAFT)


def _in_state(viewer: Viewer, case_id: UUID, state: str) -> RiskMatrix:
    case = locked_case(viewer, case_id)
    found = _newest(case)
    if found.state != state:
        raise RiskStateError(state=found.get_state_display())
    matrix = RiskMatrix.objects.select_for_update(of=("self",)).get(id=found.id)
    matrix.case = case
    return matrix


def _newest(case: AuditCase) -> RiskMatrix:
    found = latest(case)
    if found is None:
        raise NoRiskMatrixError
    return found


def _set(viewer: Viewer, matrix: RiskMatrix, version: int, values: dict[str, Any]) -> bytes:
    return change(
        matrix,
        viewer=viewer,
        version=version,
        values=values,
        view=lambda row: matrix_view(viewer, row),
    )


def _supersede(viewer: Viewer, case: AuditCase) -> None:
    earlier = in_force(case)
    if earlier is None:
        return
    values = {"state": RiskState.SUPERSEDED}
    before = _set(viewer, earlier, earlier.version, values)
    record(viewer, "risk.superseded", earlier, before=before)


def _version(viewer: Viewer, case: AuditCase, **values: Any) -> RiskMatrix:
    matrix = RiskMatrix(
        id=uuid7(),
        owner_id=case.owner_id,
        case=case,
        stamp=pack(viewer, SCALE).stamp,
        author_id=viewer.person_id,
        author_name=name_of(viewer),
        changed_by=name_of(viewer),
        **values,
    )
    matrix.save(force_insert=True)
    return matrix


def _source(viewer: Viewer, case: AuditCase, matrix_id: UUID) -> RiskMatrix:
    found = sources(viewer, case).filter(id=matrix_id).first()
    if found is None:
        raise CopySourceError
    return found


def _copy(viewer: Viewer, source: RiskMatrix, matrix: RiskMatrix, columns: tuple[str, ...]) -> None:
    """Every need and row of ``source``, each with its own entry in the journal."""
    for need in needs_of(source):
        kept = {name: getattr(need, name) for name in COPIED_NEED}
        copy = StakeholderNeed(owner_id=matrix.owner_id, matrix=matrix, **kept)
        copy.save(force_insert=True)
        record(viewer, "risk.need_copied", copy)
    for row in rows_of(source):
        kept = {name: getattr(row, name) for name in columns}
        new = RiskRow(
            owner_id=matrix.owner_id, matrix=matrix, **{"state": TreatmentState.OPEN, **kept}
        )
        new.save(force_insert=True)
        record(viewer, "risk.row_copied", new)
