"""What the team has written down in the accepted audit: answers that cite evidence, a note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from mingjian.evidence.models import EvidenceItem
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.checklists import case_questions
from mingjian.records.services import revise_entry, write_entry

if TYPE_CHECKING:
    from demo.story import Story

LEAD, OTHER, AUDIT = "chenjing", "wanglei", "huayuan-2"
ANSWERS = (
    ("conforms", "内部审核计划 V3.2 覆盖全部过程，查 2026 年 9 月内审记录，3 项不符合均已关闭。"),
    ("check", "提供的作业指导书为 V3.1，文控清单为 V3.2，待核对现场张贴版本。"),
)


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 1, partial(_written, story)


def _written(story: Story) -> None:
    case = AuditCase.objects.get(id=story.cases[AUDIT])
    cited = list(EvidenceItem.objects.filter(case=case).order_by("-number").values_list("id")[:2])
    for question, (verdict, text) in zip(case_questions(case), ANSWERS, strict=False):
        write_entry(
            viewer=story.acting(LEAD),
            case_id=case.id,
            question_id=question.id,
            values={"text": text, "verdict": verdict, "evidence": [row[0] for row in cited]},
        )
    note = write_entry(
        viewer=story.acting(OTHER),
        case_id=case.id,
        question_id=None,
        values={"text": "三坐标测量机校准有效期至 2026-12-15，末次会议前确认续校安排。"},
    )
    revise_entry(
        viewer=story.acting(OTHER),
        thread=note.thread,
        revision=note.revision,
        values={
            "text": "三坐标测量机（JL-002）校准有效期至 2026-12-15，末次会议前确认续校安排。",
            "clauses": [{"scheme": "QMS", "clause": "7.1.5"}],
            "verdict": "observation",
        },
    )
