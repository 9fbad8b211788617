"""From a table of another tool to a timeline: which column is what, and when it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

CHAT, ATTENDANCE = "chat", "attendance"
NEEDED = {CHAT: ("time", "name", "text"), ATTENDANCE: ("name", "joined", "left")}
"""Kind → the columns of its timeline; an export of attendance may lack the leaving."""
MAY_LACK = frozenset({"left"})
KNOWN = """
time: 时间 发送时间 消息时间 time timestamp date sent createdat sentat
text: 内容 消息 消息内容 message text content body
name: 姓名 用户名 用户昵称 昵称 成员 参会者 参会人 发送人 发送者 发言人
name: name fullname participant username user sender from author displayname
joined: 入会时间 加入时间 首次入会时间 进入时间 jointime firstjoin joined joinedat
left: 离会时间 退会时间 退出时间 最后离会时间 离开时间 leavetime lastleave left leftat
"""
HEADINGS: dict[str, list[str]] = {}
"""Column → the headings under which tools export it, folded as :func:`_folded` does."""
for line in KNOWN.strip().splitlines():
    column, _, words = line.partition(":")
    HEADINGS.setdefault(column, []).extend(words.split())
FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%m-%d-%Y %H:%M:%S", "%m-%d-%Y %H:%M")
HALVES = ("%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %I:%M %p", "%m-%d-%Y %I:%M:%S %p", "%m-%d-%Y %I:%M %p")
CLOCKS = ("%H:%M:%S", "%H:%M")
HEAD_WITHIN = 20
"""Rows within which the headings are looked for: some tools write a title above them."""
MOST_LINES = 20_000
LONGEST = 4_000
NO_TABLE, NO_COLUMNS, NO_LINES, TOO_MANY = "no_table", "no_columns", "no_lines", "too_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How the tool's times become the platform's."""

    zone: str
    starts_on: date
    """The day that a time without a day belongs to."""
    offset: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Somebody said something, or was there from ``at`` ``until``; None: the time was not read."""

    at: datetime | None
    name: str
    text: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of it; ``problem`` is empty where it could be read."""

    lines: list[Line] = field(default_factory=list)
    problem: str = ""
    headings: list[str] = field(default_factory=list)
    """Of the file, to choose from where they were not recognised."""


def read_lines(
    what: str, table: Sequence[Sequence[str]], clock: Clock, chosen: Mapping[str, str]
) -> Reading:
    """The timeline in a table; ``chosen`` says column → heading where the headings are unusual."""
    if not table:
        return Reading(problem=NO_TABLE)
    for place, row in enumerate(table[:HEAD_WITHIN]):
        columns = _columns(what, row, chosen)
        if columns is not None:
            return _reading(what, table[place + 1 :], columns, clock)
    widest = max(table[:HEAD_WITHIN], key=lambda row: sum(1 for cell in row if cell))
    return Reading(problem=NO_COLUMNS, headings=[cell[:60] for cell in widest if cell][:40])


def moment(text: str, clock: Clock) -> datetime | None:
    """An instant as tools write it: with or without a day, a zone, or as a number of seconds."""
    plain = text.strip().replace("/", "-").replace(".", "-", 2).replace("T", " ", 1)
    found = _numeric(text.strip()) or _with_zone(text.strip()) or _wall(plain, clock)
    return found + clock.offset if found else None


def _reading(
    what: str, rows: Sequence[Sequence[str]], columns: Mapping[str, int], clock: Clock
) -> Reading:
    lines = list(_lines(what, rows, columns, clock))
    if len(lines) > MOST_LINES:
        return Reading(problem=TOO_MANY)
    if not any(line.at for line in lines):
        return Reading(problem=NO_LINES)
    return Reading(
        lines=sorted(lines, key=lambda line: line.at or datetime.max.replace(tzinfo=UTC))
    )


def _lines(
    what: str, rows: Sequence[Sequence[str]], columns: Mapping[str, int], clock: Clock
) -> Iterator[Line]:
    for row in rows[: MOST_LINES + 1]:
        cells = {
            name: row[place].strip()[:LONGEST] if place < len(row) else ""
            for name, place in columns.items()
        }
        if not cells["name"]:
            continue
        if what == CHAT:
            at = moment(cells["time"], clock)
            yield Line(at=at, name=cells["name"][:200], text=cells["text"])
        else:
            until = moment(cells.get("left", ""), clock)
            yield Line(at=moment(cells["joined"], clock), name=cells["name"][:200], until=until)


def _columns(what: str, row: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int] | None:
    """Column → place in the row, if this row holds the headings."""
    cells = [_folded(cell) for cell in row]
    found = {}
    for name in NEEDED[what]:
        wanted = (_folded(chosen[name]),) if chosen.get(name) else HEADINGS[name]
        place = next((cells.index(each) for each in wanted if each in cells), None)
        if place is None and name not in MAY_LACK:
            return None
        if place is not None:
            found[name] = place
    return found


def _folded(heading: str) -> str:
    """``Join Time``, ``join_time`` and ``Join time (UTC+8)`` are one heading."""
    before = heading.split("(")[0].split("（")[0]
    return "".join(before.casefold().replace("_", "").replace("-", "").split())


def _numeric(text: str) -> datetime | None:
    if not text.isdigit() or len(text) not in {10, 13}:
        return None
    return datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), tz=UTC)


def _with_zone(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None


def _wall(text: str, clock: Clock) -> datetime | None:
    halved = text.upper()
    for form in (*FORMS, *HALVES):
        try:
            wall = datetime.strptime(halved, form)  # noqa: DTZ007  (the zone is added below)
        except ValueError:
            continue
        return wall.replace(tzinfo=ZoneInfo(clock.zone)).astimezone(UTC)
    for form in CLOCKS:
        try:
            at: time = datetime.strptime(text, form).time()  # noqa: DTZ007
        except ValueError:
            continue
        wall = datetime.combine(clock.starts_on, at, ZoneInfo(clock.zone))
        return wall.astimezone(UTC)
    return None
