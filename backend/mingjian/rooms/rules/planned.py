"""Which sessions a plan asks for: its meetings, and one for each day's work."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

MEETINGS = frozenset({"opening", "closing", "client_talk"})
WORK = "work"


class Line(NamedTuple):
    """One item of a plan, as far as sessions care."""

    line: UUID
    kind: str
    title: str
    local_start: str
    local_end: str
    zone: str
    starts_at: datetime
    ends_at: datetime


class PlannedSession(NamedTuple):
    """What a session is to be: ``part`` tells it through all versions of the plan."""

    part: str
    kind: str
    title: str
    lines: tuple[UUID, ...]
    first: Line
    last: Line


def planned_sessions(remote: Iterable[Line]) -> list[PlannedSession]:
    """One for each remote meeting; one for the remote work of each day of each zone.

    Auditors who work at the same time work in the parallel rooms of one session.
    """
    parts: dict[str, list[Line]] = {}
    for each in sorted(remote, key=lambda line: (line.starts_at, str(line.line))):
        if each.kind in MEETINGS:
            parts[f"{each.kind}:{each.line}"] = [each]
        elif each.kind == WORK:
            parts.setdefault(f"work:{each.local_start[:10]}:{each.zone}"[:60], []).append(each)
    return [_session(part, lines) for part, lines in parts.items()]


def _session(part: str, lines: list[Line]) -> PlannedSession:
    last = max(lines, key=lambda line: line.ends_at)
    kind = lines[0].kind
    title = lines[0].title if kind in MEETINGS or len(lines) == 1 else ""
    return PlannedSession(part, kind, title, tuple(each.line for each in lines), lines[0], last)
