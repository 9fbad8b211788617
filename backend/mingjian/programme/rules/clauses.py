"""Clauses of the standards, and which of them each kind of audit has to cover.

Shipped as files beside the rules (``rule_data/clauses``): titles in our own words; what rests
on memory says so.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mingjian.kit.words import Words

FOLDER = Path(__file__).resolve().parents[1] / "rule_data" / "clauses"
MARK = "mark"
"""Not a clause but covered like one: how the client uses marks and its certificate."""


@dataclass(frozen=True, slots=True)
class Clause:
    scheme: str
    code: str
    title: Words

    @property
    def label(self) -> str:
        """``QMS 8.5``; the use of marks has no number."""
        return self.scheme if self.code == MARK else f"{self.scheme} {self.code}"


@dataclass(frozen=True, slots=True)
class Standard:
    """One scheme's clauses, and the least that each kind of audit covers."""

    scheme: str
    name: str
    source: str
    note: Words
    clauses: tuple[Clause, ...]
    required: dict[str, tuple[str, ...]]

    def find(self, code: str) -> Clause | None:
        return next((each for each in self.clauses if each.code == code), None)


@cache
def standards() -> dict[str, Standard]:
    """Every standard by scheme."""
    found = (_read(path) for path in sorted(FOLDER.glob("*.json")))
    return {standard.scheme: standard for standard in found}


def clause(scheme: str, code: str) -> Clause | None:
    """The clause, if that standard has it."""
    standard = standards().get(scheme)
    return standard.find(code) if standard else None


def required(scheme: str, kind: str) -> tuple[Clause, ...]:
    """What an audit of that kind covers at least; kinds that are free cover what they were for."""
    standard = standards()[scheme]
    codes = standard.required.get(kind, ())
    return tuple(each for each in standard.clauses if each.code in codes)


def covers(planned: str, wanted: str) -> bool:
    """Whether planning one clause touches another: itself, its parent or one of its parts."""
    return planned == wanted or _is_part(wanted, planned) or _is_part(planned, wanted)


def uncovered(scheme: str, kind: str, planned: Iterable[str]) -> Iterator[Clause]:
    """Required clauses that no planned one touches."""
    codes = set(planned)
    for each in required(scheme, kind):
        if not any(covers(code, each.code) for code in codes):
            yield each


def _is_part(part: str, whole: str) -> bool:
    return part.startswith(f"{whole}.")


def _read(path: Path) -> Standard:
    raw = json.loads(path.read_text(encoding="utf-8"))
    scheme = raw["scheme"]
    return Standard(
        scheme=scheme,
        name=raw["standard"],
        source=raw["source"],
        note=Words(raw["note"]["zh"], raw["note"]["en"]),
        clauses=tuple(
            Clause(scheme, row["code"], Words(row["zh"], row["en"])) for row in raw["clauses"]
        ),
        required={kind: tuple(codes) for kind, codes in raw["required"].items()},
    )
