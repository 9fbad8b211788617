"""``kill -9`` of the web server in the middle of an upload, fifty times.

No peer: what counts is that every file arrives, and how little has to be sent again.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from figures import figure

BACKEND = Path(__file__).resolve().parent.parent / "backend"
ROUNDS = 50


def main() -> None:
    command = [sys.executable, "-m", "tests.uploads_killed", "--rounds", str(ROUNDS)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    printed = subprocess.run(
        command, cwd=BACKEND, check=True, stdout=subprocess.PIPE, env=environment
    ).stdout
    outcome = json.loads(printed.splitlines()[-1])
    figure("uploads_killed_rounds", outcome["rounds"], "kills", ">=", ROUNDS)
    figure("uploads_killed_broken_off", outcome["broken_off"], "uploads")
    figure("uploads_killed_arrived", outcome["arrived"], "uploads", ">=", ROUNDS)
    figure("uploads_killed_most_resent", outcome["most_resent"] / (1 << 20), "MiB", "<=", 8)
    figure("uploads_killed_damaged", not outcome["journal_verifies"], "journals", "<=", 0)


if __name__ == "__main__":
    main()
