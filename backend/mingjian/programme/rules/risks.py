"""What a risk matrix still lacks before it may be scored or approved, and how two differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.rules.risk_scale import Scale

FACTORS = ("process", "technology", "people", "compliance")
DIMENSIONS = ("effectiveness", "efficiency")
SIGNS = ("threat", "opportunity")
STAKEHOLDERS = ("client", "body", "authority", "certificate_users", "employees", "neighbours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A row of a matrix as the rules see it."""

    text: str
    sign: str
    likelihood: int | None = None
    impact: int | None = None
    treatment: str = ""
    has_owner: bool = False
    has_due_day: bool = False
    residual_likelihood: int | None = None
    residual_impact: int | None = None

    def level(self, scale: Scale) -> str:
        """Before treatment; empty while it is not graded."""
        if self.likelihood is None or self.impact is None:
            return ""
        return scale.level(self.likelihood, self.impact)

    def residual(self, scale: Scale) -> str:
        """After treatment; the level itself where nothing was graded anew."""
        if self.residual_likelihood is None or self.residual_impact is None:
            return self.level(scale)
        return scale.level(self.residual_likelihood, self.residual_impact)


def gaps(scale: Scale, needs: int, rows: Sequence[Graded]) -> list[Words]:
    """What keeps a draft from being handed in for approval."""
    found: list[Words] = []
    if not needs:
        found.append(Words("还没有相关方需求。", "No stakeholder need is entered yet."))
    if not any(row.sign == "threat" for row in rows):
        found.append(Words("还没有识别威胁。", "No threat is entered yet."))
    for row in rows:
        found.extend(_row_gaps(scale, row))
    return found


def too_much(scale: Scale, rows: Iterable[Graded]) -> list[Graded]:
    """Threats of which more is left than a remote audit may bear."""
    return [
        row
        for row in rows
        if row.sign == "threat"
        if (left := row.residual(scale))
        if scale.is_too_much(left)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entry that two versions do not share, or share with other words."""

    line: str
    kind: str
    """``added``, ``removed`` or ``changed``."""
    text: str
    fields: tuple[str, ...] = ()


def differences(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> list[Difference]:
    """Entries by their line: what came, what went, and which fields of the others changed."""
    gone = [
        Difference(line=line, kind="removed", text=entry["text"])
        for line, entry in before.items()
        if line not in after
    ]
    return [*_came_or_changed(before, after), *gone]


def _came_or_changed(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> Iterator[Difference]:
    for line, entry in after.items():
        if line not in before:
            yield Difference(line=line, kind="added", text=entry["text"])
            continue
        names = tuple(name for name, value in entry.items() if before[line].get(name) != value)
        if names:
            yield Difference(line=line, kind="changed", text=entry["text"], fields=names)


def _row_gaps(scale: Scale, row: Graded) -> Iterator[Words]:
    name = row.text if len(row.text) <= SHORT else f"{row.text[:SHORT]}…"
    level = row.level(scale)
    if not level:
        yield Words(f"“{name}”还没有评分。", f"“{name}” is not graded yet.")
    elif row.sign == "threat" and scale.is_high(level):
        yield from _treatment_gaps(name, row)


def _treatment_gaps(name: str, row: Graded) -> Iterator[Words]:
    if not row.treatment.strip():
        yield Words(f"“{name}”等级高，须有应对措施。", f"“{name}” is high and needs a treatment.")
    if not row.has_owner:
        yield Words(
            f"“{name}”的措施还没有负责人。", f"Nobody answers for the treatment of “{name}” yet."
        )
    if not row.has_due_day:
        yield Words(f"“{name}”的措施还没有期限。", f"The treatment of “{name}” has no due day.")
    if row.residual_likelihood is None or row.residual_impact is None:
        yield Words(f"“{name}”还没有评定剩余风险。", f"What is left of “{name}” is not graded yet.")


SHORT = 24
