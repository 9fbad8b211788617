"""Records that outlive the audit: each is free of sensitive information and consented (S31)."""

from collections.abc import Iterator

from mingjian.evidence.models import EvidenceItem, Retention
from mingjian.evidence.queries.keeping import THERE, to_settle
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.case_states import CaseState, Step


def keeping(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """Nothing is said of an audit of which nothing is kept."""
    records = EvidenceItem.objects.filter(case=case, retention=Retention.RECORD, state__in=THERE)
    if not records.exists():
        return
    waiting = to_settle(case).count()
    yield CaseFact(
        key="keeping.settled",
        step=Step.REPORT,
        gate=CaseState.PACKAGE_READY,
        is_met=not waiting,
        words=Words(
            f"还有 {waiting} 项审核记录未确认不含敏感信息，或受审核方尚未同意留存。",
            f"{waiting} record(s) still lack the check for sensitive information or the consent.",
        )
        if waiting
        else Words("留存的记录均不含敏感信息并已获同意", "What is kept was checked and consented"),
        role="LA",
        href=f"/audits/{case.id}/evidence/keeping",
        verb=Words("确认留存", "Settle what is kept"),
    )
