"""``docs/requirements.md`` is true: every id is there, and every named proof exists."""

import re

from tests.architecture.house import BACKEND, REPOSITORY, functions

ROW = re.compile(r"^\| ([SCB]\d\d) \| (.+?) \| (.+?) \| (.+?) \| (\w+) \|$", re.M)
PROOF = re.compile(r"`([\w/.-]+)::(\w+)`")
EVERY_ID = {
    *(f"S{number:02}" for number in range(1, 56)),
    *(f"C{number:02}" for number in range(1, 18)),
    *(f"B{number:02}" for number in range(1, 15)),
}


def rows() -> list[tuple[str, ...]]:
    return ROW.findall((REPOSITORY / "docs" / "requirements.md").read_text())


def test_every_requirement_of_the_mission_has_one_row() -> None:
    ids = [row[0] for row in rows()]
    assert len(ids) == len(set(ids))
    assert set(ids) == EVERY_ID


def test_every_state_is_one_of_three_and_claims_only_what_is_proven() -> None:
    unproven = [row[0] for row in rows() if (row[4] != "planned") != bool(PROOF.findall(row[3]))]
    assert {row[4] for row in rows()} <= {"planned", "base", "works"}
    assert unproven == []


def test_every_named_proof_exists() -> None:
    missing = [
        f"{row[0]}: {file}::{name}"
        for row in rows()
        for file, name in PROOF.findall(row[3])
        if not (BACKEND / file).exists()
        or name not in {node.name for node in functions(BACKEND / file)}
    ]
    assert missing == []
