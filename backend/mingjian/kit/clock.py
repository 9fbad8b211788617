"""What time it is: every instant in the product comes from :func:`now`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_moved: ContextVar[datetime | None] = ContextVar("moved clock", default=None)


def now() -> datetime:
    """The current instant in UTC, or the instant the clock was moved to."""
    return _moved.get() or datetime.now(UTC)  # noqa: TID251  (the one place that may ask)


def today(zone: str) -> date:
    """The local date in an IANA zone: due dates and validities are local dates."""
    return now().astimezone(ZoneInfo(zone)).date()


def local_time(zone: str, instant: datetime | None = None) -> str:
    """An instant as people of that zone write it: ``2026-11-23 14:05``; now by default."""
    return (instant or now()).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


@contextmanager
def moved_to(instant: datetime) -> Iterator[None]:
    """Let :func:`now` return ``instant``: for demo history and tests, never for requests."""
    token = _moved.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _moved.reset(token)
