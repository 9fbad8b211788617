"""Risk matrices and off-site information for tests, made by the services as users make them."""

from typing import Any

from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, RiskMatrix, RiskRow
from mingjian.programme.services.risk_rows import add_need, add_row
from mingjian.programme.services.risks import approve_matrix, start_matrix, submit_matrix

MILD = {
    "sign": "threat",
    "factor": "technology",
    "dimension": "effectiveness",
    "text": "网络中断",
    "likelihood": 2,
    "impact": 2,
}
HIGH = MILD | {"text": "画面看不全现场", "factor": "process", "likelihood": 4, "impact": 4}


def drafted_matrix(author: Viewer, case: AuditCase, **row: Any) -> tuple[RiskMatrix, RiskRow]:
    """A draft with one need and one mild threat, or with what is said of it."""
    matrix = start_matrix(viewer=author, case_id=case.id)
    need = {"stakeholder": "client", "text": "按期完成审核"}
    add_need(viewer=author, case_id=case.id, values=need)
    return matrix, add_row(viewer=author, case_id=case.id, values=MILD | row)


def approved_matrix(author: Viewer, approver: Viewer, case: AuditCase, **row: Any) -> RiskMatrix:
    """A matrix in force; ``author`` leads the audit, ``approver`` manages the programme."""
    matrix, _ = drafted_matrix(author, case, **row)
    submit_matrix(viewer=author, case_id=case.id, version=matrix.version)
    return approve_matrix(viewer=approver, case_id=case.id, version=matrix.version + 1)
