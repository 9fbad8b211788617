"""What the team of the accepted audit has asked for: answered, waiting, refused, accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mingjian.evidence.models import EvidenceItem, EvidenceRequest
from mingjian.evidence.services.conversations import send_message
from mingjian.evidence.services.refusals import refuse_request
from mingjian.evidence.services.requests import accept_answer, ask, hand_over
from mingjian.kit import clock

if TYPE_CHECKING:
    from demo.story import Story

CLIENT, LEAD, OTHER, AUDIT = "liming", "chenjing", "wanglei", "huayuan-2"


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 4, partial(_ask, story, LEAD, "计量器具校准台账（近 12 个月）", 8, ("QMS", "7.1.5"))
    yield 4, partial(_ask, story, OTHER, "危险废物转移联单，任选三份", 8, ("EMS", "8.1"))
    yield 4, partial(_ask, story, LEAD, "关键客户的报价与合同评审记录", 7, ("QMS", "8.2.3"))
    yield 1, partial(_answer, story)
    yield 1, partial(_refuse, story)
    yield 1, partial(_ask, story, OTHER, "废水在线监测近 7 天导出数据", 3, ("EMS", "9.1.1"))


def _ask(story: Story, who: str, what: str, days: int, clause: tuple[str, str]) -> None:
    ask(
        viewer=story.acting(who),
        case_id=story.cases[AUDIT],
        what=what,
        due_at=clock.now() + timedelta(days=days),
        clauses=[{"scheme": clause[0], "clause": clause[1]}],
    )


def _answer(story: Story) -> None:
    """The register was handed over and accepted."""
    [row, *_] = _requests(story)
    items = EvidenceItem.objects.filter(case_id=row.case_id).order_by("number")
    hand_over(viewer=story.acting(CLIENT), request_id=row.id, item_ids=[items[0].id])
    send_message(viewer=story.acting(CLIENT), request_id=row.id, text="台账含外协校准的证书编号。")
    row.refresh_from_db()
    accept_answer(viewer=story.acting(LEAD), request_id=row.id, version=row.version)


def _refuse(story: Story) -> None:
    """The client keeps its prices to itself; the leader has yet to rule."""
    row = _requests(story)[2]
    refuse_request(
        viewer=story.acting(CLIENT),
        request_id=row.id,
        version=row.version,
        ground="confidential",
        text="报价属于商业秘密，可在现场查阅，不便传出。",
    )


def _requests(story: Story) -> list[EvidenceRequest]:
    return list(EvidenceRequest.objects.filter(case_id=story.cases[AUDIT]).order_by("number"))
