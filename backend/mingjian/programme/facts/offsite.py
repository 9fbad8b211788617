"""Off-site information: collected and weighed before the plan is made."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.offsite import (
    UNFINISHED,
    checklist_pack,
    items_of,
    review_of,
)
from mingjian.programme.rules.case_states import Step


def information(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    review = review_of(case)
    waiting = items_of(case).filter(state__in=UNFINISHED).count() if review else 0
    is_complete = bool(review and review.completed_at) and not waiting
    yield CaseFact(
        key="information.analysed",
        step=Step.SURVEY,
        gate=checklist_pack(viewer).parameters["information_gate"],
        is_met=is_complete,
        words=_words(is_laid_out=review is not None, waiting=waiting, is_complete=is_complete),
        role="LA",
        href=f"/audits/{case.id}/information",
        verb=Words("收集信息", "Collect information")
        if waiting or not review
        else Words("完成分析", "Finish the analysis"),
    )


def _words(*, is_laid_out: bool, waiting: int, is_complete: bool) -> Words:
    if is_complete:
        return Words("审核前信息已分析", "Off-site information is analysed")
    if not is_laid_out:
        return Words("还没有收集审核前信息。", "No information was collected off site yet.")
    if waiting:
        return Words(
            f"审核前信息还缺 {waiting} 项。", f"Items of information still missing: {waiting}."
        )
    return Words("审核前信息还没有分析结论。", "The information is not weighed yet.")
