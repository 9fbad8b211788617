"""Counting in months: what "twelve months after" means on the last day of February."""

from calendar import monthrange
from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """The same day ``months`` later; the last of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of(first: date, months: int) -> date:
    """The last day of something that holds for ``months`` from its ``first`` day on.

    From 1 March 2024 for a year: 28 February 2025. From 29 February 2024: the same day,
    for the next period begins on the day that does not exist.
    """
    after = months_after(first, months)
    return after - timedelta(days=1) if after.day == first.day else after
