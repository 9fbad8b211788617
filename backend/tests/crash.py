"""Kills the web server while browsers write, again and again; counts what it had promised.

``python -m tests.crash --rounds 200`` prints the outcome as JSON, for ``./bench``, on the
database that ``MINGJIAN_DATABASE_URL`` names: an empty one, or SQLite.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import uniform
from subprocess import run
from threading import Event
from time import sleep

import httpx

from config.settings import ENVIRONMENT
from tests.installation import BACKEND, Installation, prepared, serving

BROWSERS = 3
SHORTEST, LONGEST = 0.2, 1.2
PAGE = 200


@dataclass
class Outcome:
    """``lost`` counts people whom the server had acknowledged and who are not there."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    journal_verifies: bool = False


def measure(rounds: int, databases: Mapping[str, str]) -> Outcome:
    """So many kills of one installation's server, in the middle of HTTP writes."""
    with tempfile.TemporaryDirectory() as data:
        made, python = prepared(Path(data), databases)
        outcome, promised, numbers = Outcome(), set[str](), count()
        for _ in range(rounds):
            promised |= _killed_while_writing(made, python, numbers)
            outcome.rounds += 1
        with serving(made, python):
            outcome.lost = len(promised - _present(made))
        outcome.acknowledged = len(promised)
        verify = [*python, "manage.py", "verify", "--rows"]
        outcome.journal_verifies = run(verify, cwd=BACKEND, check=False).returncode == 0
    return outcome


def _killed_while_writing(
    made: Installation, python: list[str], numbers: Iterator[int]
) -> set[str]:
    """One round: what was acknowledged before ``kill -9``."""
    stop = Event()
    with serving(made, python) as server, ThreadPoolExecutor(BROWSERS) as browsers:
        writing = [browsers.submit(_add_people, made, numbers, stop) for _ in range(BROWSERS)]
        sleep(uniform(SHORTEST, LONGEST))
        server.kill()
        stop.set()
        return {person for each in writing for person in each.result()}


def _add_people(made: Installation, numbers: Iterator[int], stop: Event) -> list[str]:
    """Add people until the server is gone; ids of those whose addition was acknowledged."""
    added: list[str] = []
    with made.browser() as browser:
        try:
            tenant = browser.get("/api/identity/me").json()["membership"]["tenant"]["id"]
            while not stop.is_set():
                name = f"人员{next(numbers)}"
                person = {"name": name, "email": f"{name[2:]}@crash.example", "tenant_id": tenant}
                answer = browser.post("/api/identity/people", json=person)
                answer.raise_for_status()
                added.append(answer.json()["id"])
        except httpx.TransportError:
            pass  # That is the kill.
    return added


def _present(made: Installation) -> set[str]:
    there: set[str] = set()
    with made.browser() as browser:
        for page in count(1):
            address = f"/api/identity/people?page={page}&size={PAGE}"
            items = browser.get(address).raise_for_status().json()["items"]
            there |= {person["id"] for person in items}
            if len(items) < PAGE:
                break
    return there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    databases = {
        "MINGJIAN_DATABASE_URL": ENVIRONMENT.database_url,
        "MINGJIAN_MIGRATION_DATABASE_URL": ENVIRONMENT.migration_database_url,
    }
    outcome = measure(parser.parse_args().rounds, databases)
    sys.stdout.write(json.dumps(asdict(outcome)) + "\n")


if __name__ == "__main__":
    main()
