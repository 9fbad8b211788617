"""The journal: what an entry costs, how fast it verifies, what survives kill -9.

The peer is the least that anybody does for tamper evidence: a table whose rows carry the
hash of the row before (no salt, no proofs, no checkpoints), and no journal at all.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import figure, peer_missing
from launch.postgres import programs, throw_away_cluster

HERE = Path(__file__).resolve().parent
BACKEND = HERE.parent / "backend"
ROUNDS = 200
ON_SQLITE = {"MINGJIAN_DATABASE_URL": "", "MINGJIAN_MIGRATION_DATABASE_URL": ""}


def main() -> None:
    measured = measure()
    figure("journal_entry_cpu", measured["entry_us"], "us", "<=", 50)
    figure("journal_entry_sql_cpu", measured["sql_us"], "us")
    figure("journal_verify", measured["verify"], "entries/CPU-s", ">=", 100_000)
    figure("journal_verify_with_database", measured["verify_sql"], "entries/CPU-s")
    figure("journal_verify_hash_chain_peer", measured["chain"], "entries/CPU-s")
    figure("journal_append", measured["append"], "1/s")
    figure("journal_append_hash_chain_peer", measured["append_chain"], "1/s")
    figure("journal_append_no_journal_peer", measured["append_plain"], "1/s")
    figure("journal_append_ratio", measured["append"] / measured["append_chain"], "x")
    figure("journal_proof_of_one_in_100000", measured["proof_ms"], "ms", "<=", 20)
    figure("journal_lost_after_kills_sqlite", lost(ON_SQLITE), "entries", "<=", 0)
    if programs() is None:
        peer_missing("postgresql")
        return
    with throw_away_cluster() as postgresql:
        figure("journal_lost_after_kills_postgresql", lost(postgresql), "entries", "<=", 0)


def measure() -> dict[str, float]:
    """On a new installation with SQLite."""
    with tempfile.TemporaryDirectory() as data:
        settled = python(data, ON_SQLITE)
        for database in ("default", "keys"):
            migrate = [*settled, BACKEND / "manage.py", "migrate", "-v0", "--database", database]
            subprocess.run(migrate, check=True)
        printed = subprocess.run(
            [*settled, HERE / "journal_tasks.py"], check=True, stdout=subprocess.PIPE
        ).stdout
    measured: dict[str, float] = json.loads(printed.splitlines()[-1])
    return measured


def lost(database: dict[str, str]) -> int:
    """Acknowledged entries that are gone after so many kills; the test also verifies."""
    with tempfile.TemporaryDirectory() as data:
        tests = ["-m", "pytest", "-q", "mingjian/journal/tests/test_writers.py"]
        rounds = f"--rounds={ROUNDS}"
        subprocess.run([*python(data, database), *tests, rounds], cwd=BACKEND, check=True)
    return 0  # a single lost entry fails the test, and with it this benchmark


def python(data: str, database: dict[str, str]) -> list[str]:
    variables = {
        "MINGJIAN_DATA": data,
        "MINGJIAN_MODE": "test",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": f"{BACKEND}:{HERE}",
        **database,
    }
    return ["env", *(f"{name}={value}" for name, value in variables.items()), sys.executable]


if __name__ == "__main__":
    main()
