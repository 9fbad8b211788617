"""The draw of a sample: the same for everybody who has the exported files, and fair (B04)."""

import hashlib
import json
import random
import runpy
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from mingjian.evidence.rules.sample_sizes import SizeRule, root_size, shares, sizes
from mingjian.evidence.rules.sampling import (
    EVERYTHING,
    Terms,
    canonical_row,
    cells_of,
    commitment_to,
    draw_document,
    drawn,
)

DOCS: Path = settings.REPOSITORY / "docs"
SCRIPT = DOCS / "recompute_sample.py"
SEED = bytes(range(32))
Cells = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1)


def listed(*rows: list[str]) -> bytes:
    return b"".join(canonical_row(row) for row in rows)


def terms(population: bytes, **values: Any) -> Terms:
    known: dict[str, Any] = {
        "seed": SEED,
        "population_sha256": hashlib.sha256(population).hexdigest(),
        "round": 1,
        "column": None,
        "sizes": {EVERYTHING: 5},
    }
    return Terms(**(known | values))


def lines(population: bytes) -> list[bytes]:
    return population.splitlines(keepends=True)[1:]


def numbers(population: bytes, by: Terms) -> dict[str, list[int]]:
    return {
        stratum: [row.number for row in rows]
        for stratum, rows in drawn(lines(population), by).items()
    }


def export(folder: Path, population: bytes, by: Terms) -> dict[str, Any]:
    document = draw_document(by, commitment_to(by.seed), numbers(population, by))
    folder.mkdir(exist_ok=True)
    (folder / "population.tsv").write_bytes(population)
    (folder / "draw.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return document


def verdict(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The script's exit status, having seen the folder and nothing else."""
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), str(folder)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(SCRIPT))
    return int(ended.value.code or 0)


def a_draw(dice: random.Random) -> tuple[bytes, Terms]:
    """A list of any size with or without strata, and any sizes."""
    names = [f"车间 {number}" for number in range(dice.randint(1, 6))]
    rows = [[f"{number:06}", dice.choice(names)] for number in range(dice.randint(1, 300))]
    population = listed(["编号", "车间"], *rows)
    column = dice.choice([None, 1])
    strata = Counter(row[1] for row in rows) if column else {EVERYTHING: len(rows)}
    wanted = {name: dice.randint(0, size) for name, size in strata.items()}
    by = terms(
        population,
        seed=dice.randbytes(32),
        round=dice.randint(1, 5),
        column=column,
        sizes=wanted,
    )
    return population, by


def test_a_thousand_draws_are_reproduced_from_the_exported_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(20261201)
    for _ in range(1000):
        export(tmp_path, *a_draw(dice))
        assert verdict(tmp_path, monkeypatch) == 0


def test_the_script_needs_nothing_but_python(tmp_path: Path) -> None:
    export(tmp_path, *a_draw(random.Random(7)))
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), str(tmp_path)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "the draw is as committed / 抽样与承诺一致\n")


def test_the_script_and_the_description_stay_within_thirty_lines() -> None:
    for name in ("recompute_sample.py", "sampling.md"):
        assert len((DOCS / name).read_text().splitlines()) <= 30


@pytest.mark.parametrize("tampered", ["seed", "list", "row", "order", "round", "another seed"])
def test_whatever_is_changed_afterwards_is_found_by_the_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tampered: str
) -> None:
    population = listed(["编号"], *([str(number)] for number in range(100)))
    document = export(tmp_path, population, terms(population))
    taken = document["drawn"][EVERYTHING]
    if tampered == "seed":
        document["seed"] = bytes(32).hex()
    if tampered == "another seed":
        document |= {"seed": bytes(32).hex(), "commitment": commitment_to(bytes(32))}
    if tampered == "list":
        (tmp_path / "population.tsv").write_bytes(population.replace(b"\n7\n", b"\n8\n"))
    if tampered == "row":
        taken[2] = next(number for number in range(1, 101) if number not in taken)
    if tampered == "order":
        taken[0], taken[1] = taken[1], taken[0]
    if tampered == "round":
        document["round"] = 2
    (tmp_path / "draw.json").write_text(json.dumps(document), "utf-8")
    assert verdict(tmp_path, monkeypatch) == 1


@pytest.mark.parametrize(
    "vector", json.loads((DOCS / "sampling_vectors.json").read_text("utf-8"))["vectors"]
)
def test_the_public_vectors_hold(
    vector: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    population, draw = vector["population"].encode(), vector["draw"]
    by = terms(
        population,
        seed=bytes.fromhex(draw["seed"]),
        round=draw["round"],
        column=draw["stratum_column"],
        sizes={name: len(taken) for name, taken in draw["drawn"].items()},
    )
    assert draw_document(by, draw["commitment"], numbers(population, by)) == draw
    export(tmp_path, population, by)
    assert verdict(tmp_path, monkeypatch) == 0


def test_every_row_has_the_same_chance() -> None:
    """2 000 draws of 5 out of 20: 500 each, within what chance allows (χ², p > 0.001)."""
    population = listed(["编号"], *([str(number)] for number in range(20)))
    counts: Counter[int] = Counter()
    for number in range(2000):
        seed = hashlib.sha256(f"vector {number}".encode()).digest()
        counts.update(numbers(population, terms(population, seed=seed))[EVERYTHING])
    expected = 2000 * 5 / 20
    assert sum((counts[row] - expected) ** 2 / expected for row in range(1, 21)) < 43.8


@given(st.lists(Cells, min_size=1, max_size=40), st.integers(0, 60))
def test_a_draw_takes_rows_of_the_list_once_each(rows: list[list[str]], size: int) -> None:
    population = listed(["标题"], *rows)
    body = population.split(b"\n")[1:-1]
    taken = drawn((line + b"\n" for line in body), terms(population, sizes={EVERYTHING: size}))
    found = taken.get(EVERYTHING, [])
    assert len({row.number for row in found}) == len(found) == min(size, len(body))
    assert [row.rank for row in found] == sorted(row.rank for row in found)


@given(st.integers(0, 50), st.integers(1, 30))
def test_a_larger_draw_only_adds_rows(size: int, more: int) -> None:
    """So a replacement is the next row, and never changes those before it."""
    population = listed(["编号"], *([str(number)] for number in range(400)))
    small, large = (
        numbers(population, terms(population, sizes={EVERYTHING: each})).get(EVERYTHING, [])
        for each in (size, size + more)
    )
    assert large[:size] == small


def test_two_rounds_of_one_seed_differ() -> None:
    population = listed(["编号"], *([str(number)] for number in range(400)))
    assert numbers(population, terms(population)) != numbers(population, terms(population, round=2))


@given(Cells)
def test_a_canonical_row_is_one_line_with_as_many_cells(cells: list[str]) -> None:
    line = canonical_row(cells)
    assert line.count(b"\n") == 1
    assert len(cells_of(line)) == len(cells)
    assert canonical_row(cells_of(line)) == line


@pytest.mark.parametrize(
    ("population", "factor", "size"),
    [
        (0, "1", 0),
        (1, "1", 1),
        (2, "1", 2),
        (4, "1", 2),
        (5, "1", 3),
        (100, "1", 10),
        (100, "0.6", 6),
        (101, "0.6", 7),
        (100, "0.8", 8),
        (1_000_000, "1", 1000),
        (1_000_001, "1", 1001),
        (3, "5", 3),
    ],
)
def test_the_root_is_rounded_up_exactly(population: int, factor: str, size: int) -> None:
    assert root_size(population, Fraction(factor)) == size


@pytest.mark.parametrize(
    ("total", "strata", "shared"),
    [
        (10, {"A": 50, "B": 30, "C": 20}, {"A": 5, "B": 3, "C": 2}),
        (10, {"A": 985, "B": 10, "C": 5}, {"A": 8, "B": 1, "C": 1}),
        (3, {"A": 1, "B": 1, "C": 1}, {"A": 1, "B": 1, "C": 1}),
        (4, {"A": 2, "B": 2, "C": 2}, {"A": 2, "B": 1, "C": 1}),
    ],
)
def test_strata_share_by_their_size(
    total: int, strata: dict[str, int], shared: dict[str, int]
) -> None:
    assert shares(total, strata) == shared


@given(st.dictionaries(st.text(max_size=5), st.integers(1, 10_000), min_size=1, max_size=12))
def test_shares_add_up_and_leave_no_stratum_out(strata: dict[str, int]) -> None:
    for total in {len(strata), (len(strata) + sum(strata.values())) // 2, sum(strata.values())}:
        shared = shares(total, strata)
        assert sum(shared.values()) == total
        assert all(1 <= shared[name] <= size for name, size in strata.items())


def test_each_rule_of_size() -> None:
    strata = {"A": 100, "B": 25}
    assert sizes(SizeRule.GIVEN, strata, given=5) == {"A": 4, "B": 1}
    assert sizes(SizeRule.ROOT, strata) == {"A": 10, "B": 2}
    assert sizes(SizeRule.ROOT_EACH, strata, factor=Fraction("0.6")) == {"A": 6, "B": 3}
    assert sizes(SizeRule.EACH, strata, each={"A": 7, "B": 30}) == {"A": 7, "B": 25}
