"""The sessions of the accepted audit, and one of today that everybody can enter now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mingjian.kit import clock
from mingjian.rooms.services.lobby import ask_to_enter
from mingjian.rooms.services.planning import add_session, follow_plan

if TYPE_CHECKING:
    from demo.story import Story

LEAD, AUDIT, ZONE = "chenjing", "huayuan-2", "Asia/Shanghai"


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 1, partial(_follow_plan, story)
    yield 0, partial(_open_today, story)


def _follow_plan(story: Story) -> None:
    follow_plan(viewer=story.acting(LEAD), case_id=story.cases[AUDIT])


def _open_today(story: Story) -> None:
    """A rehearsal with the client: its lobby is open for the next hours."""
    start, lead = clock.now(), story.acting(LEAD)
    session = add_session(
        viewer=lead,
        case_id=story.cases[AUDIT],
        title="远程审核演练",
        local_start=clock.local_time(ZONE, start).replace(" ", "T"),
        local_end=clock.local_time(ZONE, start + timedelta(hours=4)).replace(" ", "T"),
        zone=ZONE,
    )
    ask_to_enter(viewer=lead, session_id=session.id)
