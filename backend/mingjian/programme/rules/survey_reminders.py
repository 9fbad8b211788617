"""When a client is reminded: days counted from the due date, before (negative) and after it."""

from collections.abc import Sequence
from datetime import date, timedelta


def due_reminders(
    due_on: date | None, schedule: Sequence[int], used: Sequence[int], today: date
) -> list[int]:
    """Days of ``schedule`` that have come and were not used: one letter uses them all up, so
    that a machine that was off for a week does not write three times."""
    if due_on is None:
        return []
    return [
        days for days in sorted(set(schedule) - set(used)) if due_on + timedelta(days=days) <= today
    ]
