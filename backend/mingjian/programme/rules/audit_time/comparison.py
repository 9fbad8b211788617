"""Two calculations side by side: which lines differ, and which changed value is the reason."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from mingjian.programme.rules.audit_time.result import Line, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step that adds or saves another number of days than before."""

    key: str
    line: Line
    """As it is now, or as it was where the step is gone."""
    before: Fraction | None
    after: Fraction | None
    total_before: Fraction | None
    total_after: Fraction | None
    is_direct: bool
    """Its own value was changed; otherwise it follows from an earlier line that did."""


def compared(old: Result, new: Result, changed: Collection[str] = ()) -> list[Change]:
    """Lines whose days differ, in the order of the calculation.

    ``changed`` are the parameters in which the packs of the two calculations differ.
    """
    before = {line.key: line for line in old.lines}
    after = {line.key: line for line in new.lines}
    changes = []
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        shown = other or one
        if shown is None or _same(one, other):
            continue
        changes.append(
            Change(
                key=key,
                line=shown,
                before=one.delta if one else None,
                after=other.delta if other else None,
                total_before=one.total if one else None,
                total_after=other.total if other else None,
                is_direct=shown.cited.parameter in changed,
            )
        )
    return changes


def unexplained(changes: list[Change]) -> list[Change]:
    """Changes before the first direct one: nothing they could follow from, so a mistake."""
    first = next((n for n, each in enumerate(changes) if each.is_direct), len(changes))
    return changes[:first]


def _same(one: Line | None, other: Line | None) -> bool:
    if one is None or other is None:
        return False
    return one.delta == other.delta and one.total == other.total
