"""Surveys to many clients: sent by a worker, then answered by many at once on one SQLite file.

``python -m tests.survey_load --clients 500 --at-once 50`` prints the outcome as JSON.
"""

import argparse
import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import httpx

from mingjian.programme.tests.survey_texts import complete
from tests.installation import ON_SQLITE, Installation, finish, prepared, serving, working
from tests.serving import eventually

SURVEYS = "/api/programme/surveys"
PEOPLED = """
from django.contrib.auth.hashers import Argon2PasswordHasher
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 8
Argon2PasswordHasher.parallelism = 1
from mingjian.identity.models import Account
from mingjian.identity.queries.seats import seats
from mingjian.identity.tests.factories import engage, seat, signed_in
from django.db import transaction
founder = seats(Account.objects.get().id)[0]
with transaction.atomic(), transaction.atomic(using="keys"):
    print("PM", signed_in(seat(founder, "PM", name="赵敏华")).session.session_key)
    for number in range({clients}):
        client = engage(founder, name=f"客户{{number:03}}有限公司")
        print("CC", signed_in(seat(founder, "CC", tenant=client, name="李明")).session.session_key)
"""


@dataclass
class Outcome:
    """Milliseconds are of one saving or handing in; ``lost`` and the last two are 0."""

    clients: int = 0
    sent_seconds: float = 0
    answers: int = 0
    answered_seconds: float = 0
    p50_ms: float = 0
    p95_ms: float = 0
    slowest_ms: float = 0
    refused: int = 0
    lost: int = 0
    lost_letters: int = 0
    locked: int = 0
    errors: int = 0


def measure(clients: int, at_once: int) -> Outcome:
    """One campaign from its start to the last answer, on an installation of its own."""
    outcome = Outcome(clients=clients)
    with tempfile.TemporaryDirectory() as folder:
        made, python = prepared(Path(folder), ON_SQLITE)
        script = PEOPLED.format(clients=clients)
        printed = finish([*python, "manage.py", "shell", "-v0", "-c", script])
        manager, *coordinators = [line.split()[1] for line in printed.splitlines() if line]
        with serving(made, python), working(made, python):
            campaign = _send(made, manager, outcome)
            started = monotonic()
            with ThreadPoolExecutor(at_once) as people:
                each = people.map(lambda key: list(_answer(made, key)), coordinators)
                answers = [answer for part in each for answer in part]
            outcome.answered_seconds = monotonic() - started
            _count(outcome, answers)
            _audit(made, manager, campaign, outcome)
    return outcome


def _browser(made: Installation, key: str) -> httpx.Client:
    """Somebody else's than the administrator's."""
    return replace(made, session_key=key).browser()


def _send(made: Installation, key: str, outcome: Outcome) -> str:
    with _browser(made, key) as browser:
        draft = browser.post(f"{SURVEYS}/campaigns", json={"title": "摸底"}).json()
        path = f"{SURVEYS}/campaigns/{draft['id']}"
        started = monotonic()
        browser.post(f"{path}/start", json={"version": draft["version"]}).raise_for_status()
        eventually(lambda: browser.get(path).json()["state"] == "running", within_seconds=600)
        outcome.sent_seconds = monotonic() - started
        return str(draft["id"])


def _answer(made: Installation, key: str) -> Iterator[tuple[int, float]]:
    """As the form does: saved part by part while it is typed, then handed in."""
    with _browser(made, key) as browser:
        survey = browser.get(SURVEYS).json()["items"][0]
        path, version = f"{SURVEYS}/{survey['id']}", survey["version"]
        answers: dict[str, Any] = {}
        for part, value in complete("all").items():
            answers[part] = value
            draft = {"version": version, "answers": answers}
            saved, spent = _timed(partial(browser.patch, path, json=draft))
            yield saved.status_code, spent
            version = saved.json()["version"]
        declared = {"version": version, "name": "李明"}
        handed, spent = _timed(partial(browser.post, f"{path}/submit", json=declared))
        yield handed.status_code, spent


def _timed(act: Callable[[], httpx.Response]) -> tuple[httpx.Response, float]:
    started = monotonic()
    answer = act()
    return answer, (monotonic() - started) * 1000


def _count(outcome: Outcome, answers: list[tuple[int, float]]) -> None:
    spent = sorted(each for _, each in answers)
    outcome.answers = len(answers)
    outcome.p50_ms, outcome.p95_ms = spent[len(spent) // 2], spent[len(spent) * 95 // 100]
    outcome.slowest_ms = spent[-1]
    outcome.refused = sum(status != 200 for status, _ in answers)


def _audit(made: Installation, key: str, campaign: str, outcome: Outcome) -> None:
    with _browser(made, key) as browser:
        row = browser.get(f"{SURVEYS}/campaigns/{campaign}").json()
        outcome.lost = outcome.clients - row["answered"]
    # Every client was written to once, and the manager once for every answer.
    wanted = 2 * outcome.clients
    eventually(lambda: _letters(made) >= wanted, within_seconds=300)
    outcome.lost_letters = max(0, wanted - _letters(made))
    outcome.locked = made.log().count("database is locked")
    outcome.errors = made.log().count("Traceback")


def _letters(made: Installation) -> int:
    kept = (path.read_text() for path in (made.data / "mail").iterdir())
    return sum(text.count("Auto-Submitted:") for text in kept)


if __name__ == "__main__":
    logging.getLogger("httpx").setLevel(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=10)
    given = parser.parse_args()
    print(json.dumps(asdict(measure(given.clients, given.at_once))))  # noqa: T201
