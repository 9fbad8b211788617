"""Numbers that people cite: they count within one audit, whose row the caller has locked."""

from typing import Any

from django.db.models import Max, QuerySet


def next_number(rows: QuerySet[Any], column: str = "number") -> int:
    """One more than the highest of ``rows``, 1 for the first."""
    return int(rows.aggregate(latest=Max(column))["latest"] or 0) + 1
