"""Requests: none is left open when the audit itself ends; those before it are answered by then."""

from collections.abc import Iterator

from mingjian.evidence.models import EvidenceRequest, RequestPhase, RequestState
from mingjian.evidence.rules.requests import OPEN
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.case_states import CaseState, Step


def requests(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """Nothing is said of an audit in which nothing was asked."""
    asked = EvidenceRequest.objects.filter(case=case).exclude(phase=RequestPhase.AFTER)
    if not asked.exists():
        return
    yield CaseFact(
        key="requests.settled",
        step=Step.CONDUCT,
        gate=CaseState.FIELDWORK_CLOSED,
        is_met=not asked.filter(state__in=OPEN).exists(),
        words=_words(
            asked.filter(state__in=OPEN).count(), asked.filter(state=RequestState.REFUSED).count()
        ),
        role="LA",
        href=f"/audits/{case.id}/evidence/requests?state=open",
        verb=Words("处理证据请求", "Settle the requests"),
    )
    before = asked.filter(phase=RequestPhase.BEFORE)
    if before.exists():
        waiting = before.filter(state__in=OPEN).count()
        yield CaseFact(
            key="requests.before_audit",
            step=Step.TEST,
            is_met=not waiting,
            words=Words(
                f"审核前的证据请求还有 {waiting} 项未了结。", f"Still open: {waiting} request(s)."
            )
            if waiting
            else Words("审核前的证据请求均已了结", "What was asked before the audit is settled"),
            role="LA",
            href=f"/audits/{case.id}/evidence/requests?phase=before_audit",
            verb=Words("查看请求", "See the requests"),
        )


def _words(waiting: int, refused: int) -> Words:
    if not waiting:
        return Words("证据请求均已了结", "All evidence requests are settled")
    if refused:
        return Words(
            f"还有 {waiting} 项证据请求未了结，其中 {refused} 项被拒绝、等待审核组长裁定。",
            f"{waiting} request(s) are open; on {refused} of them a refusal waits for a ruling.",
        )
    return Words(f"还有 {waiting} 项证据请求未了结。", f"{waiting} evidence request(s) are open.")
