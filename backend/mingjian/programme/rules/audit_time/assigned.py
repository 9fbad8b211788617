"""Whether the team brings the days that were calculated."""

from collections.abc import Iterable
from fractions import Fraction

COUNTED = frozenset({"LA", "AU"})
"""Technical experts, trainees, observers and interpreters add no auditor-day."""


def assigned_days(members: Iterable[tuple[str, Fraction]]) -> Fraction:
    """The auditor-days of (team role, days) pairs; a long day is still one day."""
    return sum((days for role, days in members if role in COUNTED), Fraction(0))
