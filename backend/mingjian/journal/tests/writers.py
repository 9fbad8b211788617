"""Real processes that write to one journal at once, or die by kill -9 while they write.

``python -m mingjian.journal.tests.writers DEFAULT KEYS OWNER crash ROUNDS`` (or ``together
WRITERS ENTRIES``) works on those databases and prints ``seq leaf`` for every entry whose
transaction was acknowledged.
"""

import os
import random
import sys
from collections.abc import Callable
from signal import SIGKILL
from time import sleep
from uuid import UUID

import django
from django.db import connections, transaction


def main(default: str, keys: str, owner: str, way: str, *numbers: str) -> int:
    django.setup()
    for alias, name in (("default", default), ("keys", keys)):
        connections[alias].settings_dict["NAME"] = name
    ways: dict[str, Callable[..., int]] = {"crash": crash, "together": together}
    return ways[way](UUID(owner), *map(int, numbers))


def crash(owner: UUID, rounds: int) -> int:
    """Start a writer, kill it somewhere within its work, and so on."""
    for _ in range(rounds):
        child, pipe = fork(owner, 1_000_000)
        with os.fdopen(pipe) as acknowledged:
            for _ in range(random.randint(3, 30)):
                sys.stdout.write(acknowledged.readline())
            sleep(random.random() / 100)
            os.kill(child, SIGKILL)
            os.waitpid(child, 0)
            sys.stdout.write(acknowledged.read())
    return 0


def together(owner: UUID, writers: int, entries: int) -> int:
    """Let so many writers add so many entries each; non-zero if one of them failed."""
    children = [fork(owner, entries) for _ in range(writers)]
    for _, pipe in children:
        with os.fdopen(pipe) as acknowledged:
            sys.stdout.write(acknowledged.read())
    return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child, _ in children)


def fork(owner: UUID, entries: int) -> tuple[int, int]:
    """A writer's process id, and the pipe over which it acknowledges."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        return child, reading
    os.close(reading)
    status = 1
    try:
        write(owner, entries, writing)
        status = 0
    finally:
        os._exit(status)


def write(owner: UUID, entries: int, pipe: int) -> None:
    from mingjian.journal.services import record
    from mingjian.journal.tests.samples import row_of, viewer_of
    from mingjian.kit.tenancy import tenant_scope

    viewer = viewer_of(owner)
    for _ in range(entries):
        row = row_of(owner)
        with tenant_scope([owner]), transaction.atomic():
            row.save()
            entry = record(viewer, "thing.done", row)
        os.write(pipe, f"{entry.seq} {entry.leaf}\n".encode())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
