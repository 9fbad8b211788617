"""B06: shipped rule data is never edited in place, for results of the past rest on it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mingjian.programme.rules.packs.pack import pack_text

RULE_DATA = Path(__file__).resolve().parents[1] / "rule_data"
DIGESTS: dict[str, dict[str, str]] = json.loads((RULE_DATA / "digests.json").read_text("utf-8"))
"""File → edition (packs) or version (clauses) → SHA-256 of its canonical JSON."""
FILES = {
    path.relative_to(RULE_DATA).as_posix(): path
    for folder in ("packs", "clauses")
    for path in sorted((RULE_DATA / folder).glob("*.json"))
}
EDITED = (
    "rule_data/{name} was edited, but results, plans and proofs of the past rest on it. Put it "
    "back. A correction of a pack is a new file of a new edition; of clauses, the same file with "
    "`version` raised by one. Then add the line {edition!r}: {digest!r} to rule_data/digests.json; "
    "lines that are there stay."
)


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILES[name].read_text("utf-8"))
    return found


def edition_of(rules: dict[str, Any]) -> str:
    return str(rules.get("edition", rules.get("version")))


def complaint(name: str, rules: dict[str, Any]) -> str:
    """What is wrong with a shipped file that reads like this; empty where it is as it landed."""
    digest, edition = sha256(pack_text(rules).encode()).hexdigest(), edition_of(rules)
    is_landed = DIGESTS.get(name, {}).get(edition) == digest
    return "" if is_landed else EDITED.format(name=name, edition=edition, digest=digest)


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_as_it_landed(name: str) -> None:
    assert not complaint(name, content(name)), complaint(name, content(name))


def test_nothing_that_landed_was_taken_away() -> None:
    assert set(DIGESTS) <= set(FILES), "results of the past rest on these files: put them back"
    packs = [name for name in DIGESTS if name.startswith("packs/")]
    assert [name for name in packs if len(DIGESTS[name]) > 1] == [], "a pack's file has one edition"


def test_a_single_character_is_noticed_and_the_spelling_of_the_file_is_not() -> None:
    rules = content("packs/iaf-md5.2019.json")
    reordered = dict(reversed(rules.items()))
    assert complaint("packs/iaf-md5.2019.json", reordered) == ""
    rules["groups"][0]["values"]["qms_table"]["rows"][0][2] += 0.5
    said = complaint("packs/iaf-md5.2019.json", rules)
    assert "new edition" in said
    assert "digests.json" in said


def test_a_new_edition_asks_for_its_line() -> None:
    rules = content("clauses/qms.json")
    assert complaint("clauses/qms.json", rules | {"version": rules["version"] + 1})
