"""The job queue beside django-tasks-db's own worker, on SQLite, in the same run.

The peer has the same table, the same poll interval and no lease, retry or key: what
ours adds is paid for in its second row per job and its heartbeat.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import figure

HERE = Path(__file__).resolve().parent
BACKEND = HERE.parent / "backend"
ENQUEUED, SPACED = 1000, 100


def main() -> None:
    sides = {side: measure(side) for side in ("peer", "ours")}
    ours, peer = sides["ours"], sides["peer"]
    figure("jobs_enqueue_peer", peer["enqueue"], "1/s")
    figure("jobs_enqueue", ours["enqueue"], "1/s", ">=", 300)
    figure("jobs_throughput_peer", peer["throughput"], "1/s")
    figure("jobs_throughput", ours["throughput"], "1/s", ">=", 100)
    figure("jobs_throughput_ratio", ours["throughput"] / peer["throughput"], "x", ">=", 0.5)
    figure("jobs_latency_p50_peer", peer["p50"], "ms")
    figure("jobs_latency_p50", ours["p50"], "ms", "<=", 250)
    figure("jobs_latency_p95_peer", peer["p95"], "ms")
    figure("jobs_latency_p95", ours["p95"], "ms", "<=", 500)
    figure("jobs_recovery_after_kill", ours["recovery"], "s", "<=", 60)


def measure(side: str) -> dict[str, float]:
    """One side on an installation of its own."""
    with tempfile.TemporaryDirectory() as data:
        settled = [
            "env",
            f"MINGJIAN_DATA={data}",
            "MINGJIAN_MODE=test",
            "MINGJIAN_DATABASE_URL=",
            "DJANGO_SETTINGS_MODULE=config.settings",
            f"PYTHONPATH={BACKEND}:{HERE}",
            sys.executable,
        ]
        program = "import sys, jobs_tasks; jobs_tasks.main(*sys.argv[1:])"
        for database in ("default", "keys"):
            migrate = [*settled, BACKEND / "manage.py", "migrate", "-v0", "--database", database]
            subprocess.run(migrate, check=True)
        measuring = [*settled, "-c", program, side, str(ENQUEUED), str(SPACED)]
        printed = subprocess.run(measuring, check=True, stdout=subprocess.PIPE).stdout
    measured: dict[str, float] = json.loads(printed.splitlines()[-1])
    return measured


if __name__ == "__main__":
    main()
