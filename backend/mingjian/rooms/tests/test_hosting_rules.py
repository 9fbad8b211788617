"""Who leads a session at each moment."""

from uuid import UUID

import pytest

from mingjian.kit.ids import uuid7
from mingjian.rooms.rules.hosting import Present, acting_host, may_command
from mingjian.rooms.rules.room_roles import RoomRole

LEADER, FIRST, SECOND, EXPERT, CLIENT = (uuid7() for _ in range(5))
THERE = {
    LEADER: Present(LEADER, RoomRole.LEAD_AUDITOR),
    FIRST: Present(FIRST, RoomRole.AUDITOR),
    SECOND: Present(SECOND, RoomRole.AUDITOR),
    EXPERT: Present(EXPERT, RoomRole.EXPERT),
    CLIENT: Present(CLIENT, RoomRole.CLIENT),
}


@pytest.mark.parametrize(
    ("there", "leads"),
    [
        ([LEADER, FIRST], LEADER),
        ([FIRST, LEADER], LEADER),
        ([FIRST, SECOND], FIRST),
        ([CLIENT, EXPERT, SECOND], SECOND),
        ([CLIENT, EXPERT], None),
        ([], None),
    ],
)
def test_the_host_leads_and_the_first_auditor_stands_in(
    there: list[UUID], leads: UUID | None
) -> None:
    assert acting_host(LEADER, [THERE[each] for each in there]) == leads


def test_before_anybody_came_any_auditor_may_begin() -> None:
    assert may_command(SECOND, RoomRole.AUDITOR, LEADER, [])
    assert not may_command(CLIENT, RoomRole.CLIENT, LEADER, [])
    assert not may_command(EXPERT, RoomRole.EXPERT, LEADER, [])


def test_a_deputy_steps_back_when_the_host_is_back() -> None:
    both = [THERE[FIRST], THERE[LEADER]]
    assert not may_command(FIRST, RoomRole.AUDITOR, LEADER, both)
    assert may_command(LEADER, RoomRole.LEAD_AUDITOR, LEADER, both)
