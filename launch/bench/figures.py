"""Figures as benchmarks print them and as ``benchmarks/RESULTS.md`` keeps them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LINE = re.compile(r"figure (\S+) (\S+) (\S+)(?: target (\S+) (\S+) (ok|short))?$")
COLUMNS = "figure", "value", "unit", "target", "verdict", "command", "machine", "date", "commit"
HEAD = """# Measured

Written by `./bench`; every row says by which command, where and when. A peer's figure has no
target. Later runs replace rows of the same name.
"""


@dataclass(frozen=True)
class Circumstances:
    """Where, when and by what a figure was taken."""

    command: str
    machine: str
    date: str
    commit: str


@dataclass(frozen=True)
class Figure:
    """One row of the table; cells are text, as they were printed."""

    cells: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.cells[0]

    @property
    def is_short(self) -> bool:
        return self.cells[COLUMNS.index("verdict")] == "short"


def printed(line: str, taken: Circumstances) -> Figure | None:
    """The figure that a line of output tells, if it tells one."""
    found = LINE.match(line.strip())
    if found is None:
        return None
    name, value, unit, comparison, target, verdict = found.groups(default="")
    wanted = f"{comparison} {target}".strip()
    where = taken.command, taken.machine, taken.date, taken.commit
    return Figure((name, value, unit, wanted, verdict, *where))


def kept(results: Path) -> list[Figure]:
    """The rows that an earlier run wrote."""
    if not results.exists():
        return []
    rows = [line for line in results.read_text().splitlines() if line.startswith("| ")]
    return [Figure(tuple(cell.strip() for cell in row.strip("|").split("|"))) for row in rows[2:]]


def keep(results: Path, figures: Iterable[Figure]) -> None:
    """Write the table; a figure of the same name replaces the older row."""
    rows = {figure.name: figure.cells for figure in [*kept(results), *figures]}
    by_command = sorted(rows.values(), key=lambda cells: (cells[COLUMNS.index("command")], cells))
    table = [COLUMNS, tuple("---" for _ in COLUMNS), *by_command]
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    results.write_text(HEAD + "\n" + "\n".join(lines) + "\n")
