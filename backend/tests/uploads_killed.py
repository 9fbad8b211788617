"""Kills the web server while a file is on its way, again and again; it arrives all the same.

``python -m tests.uploads_killed --rounds 50`` prints the outcome as JSON, for ``./bench``, on
the database that ``MINGJIAN_DATABASE_URL`` names: an empty one, or SQLite. The sender speaks
tus as any client does: it asks how much has come, and goes on from there.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import randrange, uniform
from socket import SO_SNDBUF, SOL_SOCKET
from threading import Timer
from uuid import UUID

import httpx

from config.settings import ENVIRONMENT
from mingjian.evidence.tests.sending import PART, begun, item_id, offset_of
from tests.installation import BACKEND, Installation, finish, prepared, serving

SIZE, BLOCK = 48 << 20, 1 << 16
SMALL = [(SOL_SOCKET, SO_SNDBUF, 1 << 18)]
"""A sender whose own machine holds back little: loopback takes more than a line ever does."""
LONGEST_DELAY = 0.05
"""Seconds between the byte at which the server's end is decided and that end."""
AUDITED = """
from django.db import transaction
from mingjian.identity.models import Account
from mingjian.identity.queries.seats import seats
from mingjian.identity.tests.factories import seat_in_every_role, signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.tests.factories import join, qualify, running_programme, surveillance
with transaction.atomic(), transaction.atomic(using="keys"):
    people = seat_in_every_role(seats(Account.objects.get().id)[0])
    manager = viewer(people["PM"])
    with tenant_scope(manager.owners):
        programme = running_programme(manager, people["CC"].tenant.id)
        case = surveillance(manager, programme)
        join(manager, case, people["LA"].person.id, "LA")
    print(signed_in(people["CC"]).session.session_key, case.id)
"""
"""An audit, and the login of the client's coordinator who hands files over for it."""


@dataclass
class Outcome:
    """``arrived`` counts files whose hash is that of what was sent."""

    rounds: int = 0
    broken_off: int = 0
    arrived: int = 0
    most_resent: int = 0
    journal_verifies: bool = False


def measure(rounds: int, databases: Mapping[str, str]) -> Outcome:
    """So many uploads to one installation, whose server dies in the middle of each."""
    with tempfile.TemporaryDirectory() as data:
        made, python = prepared(Path(data), databases)
        coordinator, case = audited(made, python)
        outcome, broken_off = Outcome(), None
        for remaining in range(rounds, -1, -1):
            line = httpx.HTTPTransport(socket_options=SMALL)
            with serving(made, python) as server, coordinator.browser(transport=line) as browser:
                if broken_off:
                    _go_on(browser, broken_off, outcome)
                if remaining:
                    broken_off = _begin(browser, case, server.kill)
        verify = [*python, "manage.py", "verify", "--rows"]
        outcome.journal_verifies = subprocess.run(verify, cwd=BACKEND, check=False).returncode == 0
    return outcome


def audited(made: Installation, python: list[str]) -> tuple[Installation, UUID]:
    """The installation as the client's coordinator sees it, and the audit to send files to."""
    key, case = finish([*python, "manage.py", "shell", "-v0", "-c", AUDITED]).split()
    return replace(made, session_key=key), UUID(case)


@dataclass
class Sending:
    """One file on its way; at one byte of it ``kill`` is called for, some moments later."""

    whole: bytes
    place: str
    sent: int = 0

    def body(self, kill: Callable[[], None] | None = None) -> Iterator[bytes]:
        doomed = randrange(self.sent, SIZE)
        for start in range(self.sent, SIZE, BLOCK):
            if kill and start <= doomed < start + BLOCK:
                Timer(uniform(0, LONGEST_DELAY), kill).start()
            yield self.whole[start : start + BLOCK]
            self.sent = min(start + BLOCK, SIZE)


def _begin(browser: httpx.Client, case: UUID, kill: Callable[[], None]) -> Sending:
    sending = Sending(os.urandom(SIZE), begun(browser, case, SIZE))
    with suppress(httpx.TransportError):
        _send(browser, sending, kill)
    return sending


def _go_on(browser: httpx.Client, sending: Sending, outcome: Outcome) -> None:
    """As a client does that found its server again; and look at what arrived."""
    offset = offset_of(browser, sending.place)
    outcome.rounds += 1
    outcome.broken_off += offset < SIZE
    outcome.most_resent = max(outcome.most_resent, sending.sent - offset)
    sending.sent = offset
    if offset < SIZE:
        _send(browser, sending).raise_for_status()
    item = browser.get(f"/api/evidence/items/{item_id(sending.place)}").raise_for_status().json()
    outcome.arrived += item["sha256"] == hashlib.sha256(sending.whole).hexdigest()


def _send(
    browser: httpx.Client, sending: Sending, kill: Callable[[], None] | None = None
) -> httpx.Response:
    headers = PART | {"Upload-Offset": str(sending.sent)}
    return browser.patch(sending.place, headers=headers, content=sending.body(kill))


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
