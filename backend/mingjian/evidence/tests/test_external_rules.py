"""Chat and attendance of other tools: read whatever they look like, on the platform's clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.evidence.rules.external_lines import Clock, moment, read_lines
from mingjian.evidence.rules.external_tables import decoded, text_table

SHANGHAI = Clock(zone="Asia/Shanghai", starts_on=date(2026, 11, 23))
AT = datetime(2026, 11, 23, 1, 30, 12, tzinfo=UTC)

CHATS = {
    "csv": "时间,发送人,消息内容\n2026-11-23 09:30:12,李明,请看炉号\n",
    "csv in English": "Sender;Sent at;Message\n李明;2026-11-23 09:30:12;请看炉号\n",
    "title above": "会议主题：监督审核\n\n发送时间\t用户昵称\t内容\n"
    "2026/11/23 09:30:12\t李明\t请看炉号\n",
    "from to": "09:30:12\t From 李明 to Everyone:\n\t请看炉号\n",
    "brackets": "[2026-11-23 09:30:12] 李明: 请看炉号\n",
    "name first": "李明 2026-11-23 09:30:12\n请看炉号\n",
    "json": '{"messages":[{"createdAt":"2026-11-23T01:30:12Z",'
    '"from":{"name":"李明"},"body":"请看炉号"}]}',
}


@pytest.mark.parametrize("text", CHATS.values(), ids=CHATS)
def test_a_chat_is_read_whatever_it_looks_like(text: str) -> None:
    reading = read_lines("chat", text_table(text), SHANGHAI, {})

    assert [(line.at, line.name, line.text) for line in reading.lines] == [(AT, "李明", "请看炉号")]


def test_attendance_says_who_was_there_from_when_until_when() -> None:
    text = "姓名,入会时间,离会时间,时长\n李明,2026-11-23 09:30:12,2026-11-23 11:00:00,90\n"
    (line,) = read_lines("attendance", text_table(text), SHANGHAI, {}).lines

    assert (line.name, line.at) == ("李明", AT)
    assert line.until == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_unusual_headings_are_named_to_choose_from_and_then_read() -> None:
    table = text_table("谁,何时进来,何时走\n李明,2026-11-23 09:30:12,\n")
    unread = read_lines("attendance", table, SHANGHAI, {})
    assert (unread.problem, unread.headings) == ("no_columns", ["谁", "何时进来", "何时走"])

    chosen = {"name": "谁", "joined": "何时进来", "left": "何时走"}
    assert read_lines("attendance", table, SHANGHAI, chosen).lines[0].at == AT


def test_a_clock_that_was_slow_is_set_right() -> None:
    slow = Clock(zone="Asia/Shanghai", starts_on=date(2026, 11, 23), offset=timedelta(seconds=95))

    assert moment("2026-11-23 09:30:12", slow) == AT + timedelta(seconds=95)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-23 09:30:12",
        "2026/11/23 09:30:12",
        "2026.11.23 09:30:12",
        "11/23/2026 09:30:12 AM",
        "2026-11-23T01:30:12Z",
        "2026-11-22T20:30:12-05:00",
        "09:30:12",
        str(int(AT.timestamp())),
        str(int(AT.timestamp() * 1000)),
    ],
)
def test_times_are_read_as_tools_write_them(written: str) -> None:
    assert moment(written, SHANGHAI) == AT


@pytest.mark.parametrize("written", ["", "昨天", "25:61", "2026-13-45 09:30", "-"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert moment(written, SHANGHAI) is None


def test_a_text_in_gb18030_is_read() -> None:
    text = decoded(CHATS["csv"].encode("gb18030"))
    assert text is not None
    assert read_lines("chat", text_table(text), SHANGHAI, {}).lines[0].name == "李明"


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "no_table"), ("随便一段话", "no_columns"), ("name,time,text\n", "no_lines")],
)
def test_what_cannot_be_read_says_why(text: str, problem: str) -> None:
    assert read_lines("chat", text_table(text), SHANGHAI, {}).problem == problem


def test_pictures_are_no_text() -> None:
    assert decoded(b"\x89PNG\r\n\x1a\n\x00\x00") is None


@given(st.text(max_size=400), st.sampled_from(["chat", "attendance"]))
def test_nothing_that_anybody_uploads_breaks_the_reader(text: str, what: str) -> None:
    reading = read_lines(what, text_table(text), SHANGHAI, {})

    assert reading.problem or reading.lines
