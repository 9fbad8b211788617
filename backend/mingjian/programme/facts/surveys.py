"""What the feasibility survey says of a case: answered or not, and what speaks against remote."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditMode, Survey
from mingjian.programme.queries.surveys import LatestAnswers, latest_answers, survey_of_case
from mingjian.programme.rules.case_states import CaseState, Step
from mingjian.programme.rules.survey_checks import Remark

FILL = Words("填写调查", "Fill in the survey")
SEND = Words("发送调查", "Send the survey")
READ = Words("查看调查", "Read the survey")


def surveys(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """Nothing to say of an audit on site for which nobody was asked."""
    latest = latest_answers(viewer, case)
    own = None if latest else survey_of_case(viewer, case)
    is_needed = case.mode != AuditMode.ON_SITE
    if latest is None:
        if is_needed or own:
            yield _unanswered(case, own, gate=CaseState.PLAN_ISSUED if is_needed else "")
        return
    gate = CaseState.PLAN_ISSUED if is_needed else ""
    yield _fact(case, "answered", is_met=True, words=_answered(latest), gate=gate)
    if is_needed:
        for remark in latest.warnings:
            yield _warning(case, remark)


def _unanswered(case: AuditCase, own: Survey | None, *, gate: str) -> CaseFact:
    if own is None or own.sent_at is None:
        words = Words("还没有向客户发送可行性调查。", "The feasibility survey is not sent yet.")
        return _fact(case, "answered", words=words, gate=gate, role="PM", verb=SEND)
    due = f"（期限 {own.due_on}）" if own.due_on else ""
    due_en = f" (due by {own.due_on})" if own.due_on else ""
    words = Words(
        f"客户尚未提交可行性调查{due}。", f"The client has not handed in the survey yet{due_en}."
    )
    return _fact(case, "answered", words=words, gate=gate, role="CC", verb=FILL)


def _answered(latest: LatestAnswers) -> Words:
    day = latest.answered_at.date()
    if latest.is_for_case:
        return Words(f"可行性调查已提交（{day}）", f"The survey was handed in on {day}")
    return Words(
        f"沿用客户 {day} 对批量调查的答复", f"The client's answer to a campaign of {day} stands"
    )


def _warning(case: AuditCase, remark: Remark) -> CaseFact:
    return _fact(case, remark.path, words=remark.words, role="LA", verb=READ)


def _fact(
    case: AuditCase,
    key: str,
    *,
    words: Words,
    is_met: bool = False,
    gate: str = "",
    role: str = "",
    verb: Words | None = None,
) -> CaseFact:
    return CaseFact(
        key=f"survey.{key}",
        step=Step.SURVEY,
        is_met=is_met,
        words=words,
        gate=gate,
        role=role,
        href=f"/audits/{case.id}/survey",
        verb=verb,
    )
