"""``kill -9`` of the web server, two hundred times on each database, while browsers write.

No peer: what counts is that nothing acknowledged is lost and the journal verifies.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from figures import figure, peer_missing
from launch.postgres import programs, throw_away_cluster

BACKEND = Path(__file__).resolve().parent.parent / "backend"
ROUNDS = 200
ON_SQLITE = {"MINGJIAN_DATABASE_URL": "", "MINGJIAN_MIGRATION_DATABASE_URL": ""}


def main() -> None:
    crash("sqlite", ON_SQLITE)
    if programs() is None:
        peer_missing("postgresql")
        return
    with throw_away_cluster() as postgresql:
        crash("postgresql", postgresql)


def crash(name: str, databases: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "tests.crash", "--rounds", str(ROUNDS)]
    printed = subprocess.run(
        command,
        cwd=BACKEND,
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, **databases, "DJANGO_SETTINGS_MODULE": "config.settings"},
    ).stdout
    outcome = json.loads(printed.splitlines()[-1])
    figure(f"crash_{name}_kills", outcome["rounds"], "kills", ">=", ROUNDS)
    figure(f"crash_{name}_acknowledged", outcome["acknowledged"], "people", ">=", ROUNDS)
    figure(f"crash_{name}_lost", outcome["lost"], "people", "<=", 0)
    figure(f"crash_{name}_journal_damaged", not outcome["journal_verifies"], "journals", "<=", 0)


if __name__ == "__main__":
    main()
