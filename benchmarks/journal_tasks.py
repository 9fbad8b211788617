"""The measuring that needs Django: run by ``journal.py``, prints one JSON object."""

import json
from collections.abc import Callable
from hashlib import sha256
from time import monotonic, process_time
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from mingjian import wiring  # noqa: E402
from mingjian.journal.models import Entry, Head, Node, Salt, Verification  # noqa: E402
from mingjian.journal.queries import StoredTree, findings  # noqa: E402
from mingjian.journal.queries.entries import SHOWN  # noqa: E402
from mingjian.journal.queries.stored_entries import stored_entries  # noqa: E402
from mingjian.journal.rules.commitment import commitment  # noqa: E402
from mingjian.journal.rules.examination import Examination  # noqa: E402
from mingjian.journal.rules.tree import GrowingTree  # noqa: E402
from mingjian.journal.services import record  # noqa: E402
from mingjian.journal.tests.samples import row_of, viewer_of  # noqa: E402
from mingjian.kit.ids import uuid7  # noqa: E402

ENTRIES, APPENDS, RUNS = 100_000, 1500, 5
OWNER = uuid7()
VIEWER = viewer_of(OWNER)
SALT = "0" * 32


def main() -> None:
    wiring.connect()
    appends = measured_appends()
    entry_us = median(entry_cost)
    recorded_us = median(record_cost)
    fill()
    stored = list(stored_entries(OWNER, ENTRIES))
    print(
        json.dumps(
            {
                **appends,
                "entry_us": entry_us,
                "sql_us": recorded_us - entry_us,
                "verify": ENTRIES / median(lambda: cpu(lambda: list(examined(stored)))),
                "read": ENTRIES / cpu(lambda: list(stored_entries(OWNER, ENTRIES))),
                "verify_sql": ENTRIES / cpu(lambda: list(findings(OWNER, with_rows=False))),
                "chain": ENTRIES / median(lambda: cpu(lambda: chained(stored))),
                "proof_ms": 1000 * median(lambda: cpu(prove)),
            }
        )
    )


def cpu(work: Callable[[], Any]) -> float:
    started = process_time()
    work()
    return process_time() - started


def median(measure: Callable[[], float]) -> float:
    return sorted(measure() for _ in range(RUNS))[RUNS // 2]


def entry_cost() -> float:
    """Microseconds of CPU for one entry: its row's digest, its text, its leaf, the tree."""
    count, tree, row = 2000, GrowingTree(), row_of(OWNER)
    with transaction.atomic():
        entry = record(VIEWER, "thing.changed", row, before=row.digest(), reason="客户要求")

    def work() -> None:
        for _ in range(count):
            row.digest()
            tree.append(commitment(entry.event, SALT))

    return cpu(work) / count * 1e6


@transaction.atomic
def record_cost() -> float:
    """Microseconds of CPU for ``record`` with its SQL, within one transaction."""
    count, row = 500, row_of(OWNER)
    return cpu(lambda: [record(VIEWER, "thing.done", row) for _ in range(count)]) / count * 1e6


def measured_appends() -> dict[str, float]:
    """Transactions a second, each a changed row: journalled, chained, and neither."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE chain (seq INTEGER PRIMARY KEY, entry TEXT, hash TEXT)")
    ways = {"append": journalled, "append_chain": hash_chained, "append_plain": plain}
    return {name: per_second(way) for name, way in ways.items()}


def per_second(write: Callable[[], None]) -> float:
    started = monotonic()
    for _ in range(APPENDS):
        with transaction.atomic():
            write()
    return APPENDS / (monotonic() - started)


def journalled() -> None:
    row = row_of(OWNER)
    row.save()
    record(VIEWER, "thing.done", row)


def hash_chained() -> None:
    row = row_of(OWNER)
    row.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash FROM chain ORDER BY seq DESC LIMIT 1")
        last = (cursor.fetchone() or [""])[0]
        entry = json.dumps({"actor": VIEWER.actor, "object": str(row.id), "before": last})
        hashed = sha256(entry.encode()).hexdigest()
        cursor.execute("INSERT INTO chain (entry, hash) VALUES (%s, %s)", [entry, hashed])


def plain() -> None:
    row_of(OWNER).save()


def fill() -> None:
    """A journal of a hundred thousand entries, as ``record`` would have written it."""
    forget()
    tree, row = GrowingTree(), row_of(OWNER)
    with transaction.atomic():
        entry = record(VIEWER, "thing.done", row, reason="客户要求")
    forget()
    for start in range(0, ENTRIES, 5000):
        entries = [copy_of(entry, seq) for seq in range(start + 1, start + 5001)]
        closed = [tile for each in entries for tile in tree.append(bytes.fromhex(each.leaf))]
        Entry.objects.bulk_create(entries)
        Salt.objects.bulk_create(Salt(owner_id=OWNER, seq=each.seq, salt=SALT) for each in entries)
        Node.objects.bulk_create(
            Node(owner_id=OWNER, level=level, index=index, hash=hashed.hex())
            for level, index, hashed in closed
        )
    Head.objects.create(owner_id=OWNER, size=ENTRIES, last_at=entry.at)


def copy_of(entry: Entry, seq: int) -> Entry:
    columns = {name: getattr(entry, name) for name in SHOWN}
    made = Entry(**{**columns, "seq": seq})
    made.leaf = commitment(made.event, SALT).hex()
    return made


def forget() -> None:
    for model in (Verification, Salt, Node, Head):
        model.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Entry._meta.db_table}")


def examined(stored: list[Any]) -> Any:
    nodes = {(node.level, node.index): node.hash for node in Node.objects.filter(owner_id=OWNER)}
    return Examination(lambda level, index: nodes[level, index]).run(stored, [], ENTRIES)


def chained(stored: list[Any]) -> None:
    """What the peer's verification costs: the same texts, each hashed with its predecessor."""
    last = ""
    for entry in stored:
        text = json.dumps({**entry.event._asdict(), "before": last})
        last = sha256(text.encode()).hexdigest()


def prove() -> None:
    StoredTree(OWNER).inclusion_proof(ENTRIES // 3, ENTRIES)


if __name__ == "__main__":
    main()
