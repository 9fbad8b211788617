"""Reading a table of a pack: people and complexity → auditor-days."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Any

from mingjian.programme.rules.audit_time.rulebook import Rulebook, exact
from mingjian.programme.rules.packs import Citation

TABLES = {
    "QMS": ("iaf-md5", "qms_table"),
    "EMS": ("iaf-md5", "ems_table"),
    "OHSMS": ("iaf-md5", "ohsms_table"),
    "ISMS": ("iso-27006", "isms_table"),
}
"""Scheme → pack and table."""


def columns_of(rulebook: Rulebook, scheme: str) -> list[str]:
    """The complexity categories of a scheme; ``["all"]`` where there is one column only."""
    table, _ = rulebook.value(*TABLES[scheme])
    return list(table["columns"])


def table_days(
    rulebook: Rulebook, scheme: str, complexity: str, people: int
) -> tuple[Fraction, Citation]:
    """The initial audit's days for so many people."""
    table, cited = rulebook.value(*TABLES[scheme])
    column = table["columns"].index(complexity or "all") + 2
    row = next((row for row in table["rows"] if row[0] <= people <= row[1]), None)
    if row is not None:
        return exact(row[column]), cited
    step, beyond = rulebook.number("iaf-md5", "beyond_people")
    return _beyond(table, column, people, step), beyond


def _beyond(table: Mapping[str, Any], column: int, people: int, step: Fraction) -> Fraction:
    """Follow the progression: the last step again for every further ``step`` people."""
    before, last = table["rows"][-2:]
    more = ceil((people - last[1]) / step)
    growth = exact(last[column]) - exact(before[column])
    return Fraction(exact(last[column]) + more * growth)
