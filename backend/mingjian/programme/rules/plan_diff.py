"""What changed between two versions of a plan, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

COMPARED = (
    "kind",
    "title",
    "local_start",
    "local_end",
    "zone",
    "site",
    "scene",
    "clauses",
    "members",
    "auditee",
    "method",
    "is_remote",
    "ict_tool",
)

Line = Mapping[str, Any]
"""An item in plain values; ``line`` is the same in every version."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is not as it was."""

    kind: Literal["added", "removed", "changed"]
    before: Line | None
    after: Line | None
    fields: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return str((self.after or self.before or {})["title"])


def differences(older: Iterable[Line], newer: Iterable[Line]) -> list[Change]:
    """Removed, changed and added lines, by their time in the newer plan, else in the older."""
    before = {each["line"]: each for each in older}
    after = {each["line"]: each for each in newer}
    changes = [Change("removed", before[line], None) for line in before.keys() - after.keys()]
    changes += [Change("added", None, after[line]) for line in after.keys() - before.keys()]
    for line in before.keys() & after.keys():
        fields = tuple(name for name in COMPARED if before[line][name] != after[line][name])
        if fields:
            changes.append(Change("changed", before[line], after[line], fields))
    return sorted(changes, key=lambda each: str((each.after or each.before or {})["local_start"]))
