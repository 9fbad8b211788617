"""What is left of a case's threats, and what its approval then asks for."""

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.errors.risks import NoExceptionError, ResidualTooHighError
from mingjian.programme.models import AuditMode, RiskMatrix
from mingjian.programme.queries.risk_scale import scale_of
from mingjian.programme.queries.risks import left_too_high
from mingjian.programme.rules.risk_scale import Scale
from mingjian.programme.services.cases import update_case


def bear_residual(viewer: Viewer, matrix: RiskMatrix, *, mode: str, exception: str) -> str:
    """Let a remote case fall to ``mode``, or return the recorded exception; refuse without both.

    A hybrid case may bear more: the parts concerned are audited on site.
    """
    left, case = left_too_high(viewer, matrix), matrix.case
    if not left or case.mode != AuditMode.REMOTE:
        return ""
    if mode:
        values = {"mode": mode}
        matrix.case = update_case(
            viewer=viewer, case_id=case.id, version=case.version, values=values
        )
        return ""
    scale = scale_of(viewer, matrix)
    if not exception.strip():
        raise ResidualTooHighError(
            count=len(left),
            sentences="".join(f"“{text}”" for text in left),
            or_exception=_or_exception(scale),
            missing=left,
        )
    if not scale.exception_allowed:
        raise NoExceptionError
    return exception


def _or_exception(scale: Scale) -> str:
    if not scale.exception_allowed:
        return ""
    return str(Words("，或写明例外理由", ", or record why this is an exception"))
