"""Which sessions a plan asks for."""

from datetime import UTC, datetime

from mingjian.kit.ids import uuid7
from mingjian.rooms.rules.planned import Line, planned_sessions


def line(kind: str, day: int, start: str, end: str, title: str = "审核") -> Line:
    def at(clock: str) -> datetime:
        return datetime.fromisoformat(f"2026-11-{day}T{clock}+08:00").astimezone(UTC)

    local = f"2026-11-{day}T"
    return Line(
        uuid7(), kind, title, local + start, local + end, "Asia/Shanghai", at(start), at(end)
    )


OPENING = line("opening", 23, "09:00", "09:30", "首次会议")
WORK = [
    line("work", 23, "09:30", "11:30", "生产过程"),
    line("work", 23, "10:00", "12:00", "采购"),
    line("work", 24, "09:00", "10:00", "内部审核"),
]
LUNCH = line("break", 23, "12:00", "13:00")
CLOSING = line("closing", 24, "16:00", "16:30", "末次会议")


def test_each_meeting_and_each_days_work_is_a_session() -> None:
    found = planned_sessions([CLOSING, *WORK, LUNCH, OPENING])
    assert [(each.kind, len(each.lines)) for each in found] == [
        ("opening", 1),
        ("work", 2),
        ("work", 1),
        ("closing", 1),
    ]


def test_a_days_session_lasts_from_its_first_item_to_its_last() -> None:
    [day] = planned_sessions(WORK[:2])
    assert (day.first.local_start[-5:], day.last.local_end[-5:]) == ("09:30", "12:00")


def test_a_session_is_the_same_when_its_items_move_within_the_day() -> None:
    [before] = planned_sessions(WORK[:2])
    [after] = planned_sessions([WORK[0]])
    assert before.part == after.part
