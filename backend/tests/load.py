"""Writes from several browsers while workers write too; counts what was promised and kept.

``python -m tests.load --seconds 60`` prints the outcome as JSON, for ``./bench``.
"""

import argparse
import json
import logging
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from time import monotonic

from tests.installation import Installation, installed
from tests.serving import eventually

BROWSERS = 4


@dataclass
class Outcome:
    """``lost`` counts acknowledged changes that are not there; all but the first two are 0."""

    acknowledged: int = 0
    seconds: float = 0
    refused: int = 0
    lost: int = 0
    lost_letters: int = 0
    locked: int = 0
    errors: int = 0
    p95_ms: float = 0


def measure(seconds: float) -> Outcome:
    """Load a new installation for so long, let its workers finish, and count."""
    with tempfile.TemporaryDirectory() as data, installed(Path(data)) as site:
        outcome = Outcome(seconds=seconds)
        deadline, numbers = monotonic() + seconds, count()
        with ThreadPoolExecutor(BROWSERS) as browsers:
            each = [
                browsers.submit(_invite_until, deadline, site, numbers) for _ in range(BROWSERS)
            ]
            _count(outcome, [answer for answers in each for answer in answers.result()])
        _audit(site, outcome)
    return outcome


def _invite_until(
    deadline: float, site: Installation, numbers: Iterator[int]
) -> list[tuple[int, float]]:
    """Add a person and invite them, over and over: two writes and a letter each."""
    answers = []
    with site.browser() as browser:
        while monotonic() < deadline:
            started = monotonic()
            name = f"人员{next(numbers)}"
            person = {"name": name, "email": f"{name[2:]}@load.example"}
            added = browser.post("/api/identity/people", json=person)
            status = added.status_code
            if status == 201:
                asked = {"person_id": added.json()["id"]}
                status = browser.post("/api/identity/invitations", json=asked).status_code
            answers.append((status, (monotonic() - started) * 1000))
    return answers


def _count(outcome: Outcome, answers: list[tuple[int, float]]) -> None:
    outcome.acknowledged = sum(status == 201 for status, _ in answers)
    outcome.refused = len(answers) - outcome.acknowledged
    outcome.p95_ms = sorted(spent for _, spent in answers)[len(answers) * 95 // 100]


def _audit(site: Installation, outcome: Outcome) -> None:
    with site.browser() as browser:
        eventually(lambda: _is_quiet(browser.get("/api/jobs").json()["counts"]), within_seconds=120)
        people = browser.get("/api/identity/people", params={"search": "load.example"}).json()
        outcome.errors = browser.get("/api/jobs").json()["counts"]["failed"]
    # Django's files are named by the second: two letters may share one.
    kept = (path.read_text() for path in (site.data / "mail").iterdir())
    letters = sum(text.count("Auto-Submitted:") for text in kept)
    outcome.lost = max(0, outcome.acknowledged - people["total"])
    outcome.lost_letters = max(0, outcome.acknowledged - letters)
    outcome.locked = site.log().count("database is locked")
    outcome.errors += site.log().count("Traceback")


def _is_quiet(counts: dict[str, int]) -> bool:
    return counts["waiting"] == counts["running"] == 0


if __name__ == "__main__":
    logging.getLogger("httpx").setLevel(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    print(json.dumps(asdict(measure(parser.parse_args().seconds))))  # noqa: T201
