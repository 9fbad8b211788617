"""The 5 × 5 risk scale: grades, levels and thresholds, as a rule pack gives them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.rules.packs import Pack

GRADES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How likelihood and impact make a level, and which levels ask for what."""

    levels: tuple[str, ...]
    """Codes, the lowest first."""
    cells: tuple[tuple[str, ...], ...]
    """Rows: likelihood 1–5; columns: impact 1–5."""
    treatment_from: str
    """From this level on a threat needs a treatment and somebody who answers for it."""
    most_residual: str
    """What may be left of a threat in a remote audit."""
    exception_allowed: bool
    """Whether more may be left where a reason is recorded."""

    @staticmethod
    def of(pack: Pack) -> "Scale":
        values = pack.parameters
        return Scale(
            levels=tuple(level["code"] for level in values["levels"]),
            cells=tuple(tuple(row) for row in values["cells"]),
            treatment_from=values["treatment_from"],
            most_residual=values["most_residual"],
            exception_allowed=values["exception_allowed"],
        )

    def level(self, likelihood: int, impact: int) -> str:
        """The level of one cell; grades count from 1."""
        if likelihood not in GRADES or impact not in GRADES:
            raise ValueError(f"grades are 1 to 5, not {likelihood} and {impact}")
        return self.cells[likelihood - 1][impact - 1]

    def rank(self, level: str) -> int:
        return self.levels.index(level)

    def is_high(self, level: str) -> bool:
        """Whether a threat of this level must be treated."""
        return self.rank(level) >= self.rank(self.treatment_from)

    def is_too_much(self, level: str) -> bool:
        """Whether this level may not be left in a remote audit."""
        return self.rank(level) > self.rank(self.most_residual)


def scale_faults(values: Mapping[str, Any]) -> list[Words]:
    """What is wrong with the parameters of a scale, each as a sentence that names the place."""
    levels = [level["code"] for level in values["levels"]]
    cells = values["cells"]
    if len(cells) != len(GRADES) or any(len(row) != len(GRADES) for row in cells):
        return [Words("矩阵须为 5 × 5。", "The matrix must be 5 × 5.")]
    unknown = sorted({code for row in cells for code in row} - set(levels))
    if unknown:
        names = "、".join(unknown)
        return [Words(f"矩阵中有未定义的等级：{names}。", f"Levels that are not defined: {names}.")]
    ranks = [[levels.index(code) for code in row] for row in cells]
    return [*_falling(ranks), *_thresholds(values, levels)]


def _falling(ranks: Sequence[Sequence[int]]) -> Iterator[Words]:
    """Cells whose level is below that of a neighbour with a lower grade."""
    for row, column in ((row, column) for row in range(5) for column in range(5)):
        before = (ranks[row - 1][column] if row else 0, ranks[row][column - 1] if column else 0)
        if ranks[row][column] < max(before):
            place = f"{row + 1} × {column + 1}"
            yield Words(
                f"可能性 × 影响为 {place} 的等级低于较小的分级。",
                f"The level at likelihood × impact {place} is below that of a smaller grade.",
            )


def _thresholds(values: Mapping[str, Any], levels: Sequence[str]) -> Iterator[Words]:
    for name in ("treatment_from", "most_residual"):
        if values[name] not in levels:
            yield Words(f"“{name}”不是已定义的等级。", f"“{name}” is not one of the levels.")
