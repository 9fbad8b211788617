"""Requests: what may follow what, which dates deserve a word, when to remind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

OPEN = frozenset({"requested", "provided", "returned", "refused"})
"""States in which somebody still has to do something."""
OWED = frozenset({"requested", "returned"})
"""States in which the client is to act."""
PROVIDABLE = OPEN
"""A client that refused may still hand something over, as long as nobody ruled."""

LONG_WAIT = timedelta(days=14)
"""A receipt that long after asking is pointed out, also where the time given was longer."""
REMIND_BEFORE = timedelta(hours=24)


class DateNote(StrEnum):
    """What is worth saying about the two dates of something handed over (B13)."""

    EFFECTIVE_AFTER_AUDIT = "effective_after_audit"
    EFFECTIVE_AFTER_ASKING = "effective_after_asking"
    """In force only since it was asked for: possibly made for the audit."""
    RECEIVED_AFTER_DUE = "received_after_due"
    RECEIVED_LONG_AFTER = "received_long_after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When something was asked, due, received, and from when it says it is in force."""

    asked_at: datetime
    due_at: datetime
    received_at: datetime
    effective_on: date | None = None
    audit_ends_on: date | None = None
    zone: str = "Asia/Shanghai"
    """In which days are counted."""


def date_notes(dates: Dates) -> list[DateNote]:
    """What an auditor should notice; empty where nothing is remarkable."""
    return list(_notes(dates))


def _notes(dates: Dates) -> Iterator[DateNote]:
    effective = dates.effective_on
    if effective and dates.audit_ends_on and effective > dates.audit_ends_on:
        yield DateNote.EFFECTIVE_AFTER_AUDIT
    elif effective and effective > dates.asked_at.astimezone(ZoneInfo(dates.zone)).date():
        yield DateNote.EFFECTIVE_AFTER_ASKING
    if dates.received_at > dates.due_at:
        yield DateNote.RECEIVED_AFTER_DUE
    elif dates.received_at - dates.asked_at >= LONG_WAIT:
        yield DateNote.RECEIVED_LONG_AFTER


def remind_from(asked_at: datetime, due_at: datetime) -> datetime:
    """A day ahead; where less time was given, when half of it has gone by."""
    return due_at - min(REMIND_BEFORE, (due_at - asked_at) / 2)
