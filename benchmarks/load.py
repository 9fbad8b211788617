"""Web server, job worker and four browsers writing to one SQLite file for a minute.

No peer: what counts is that nothing acknowledged is lost and nothing is ever locked.
"""

import json
import subprocess
import sys
from pathlib import Path

from figures import figure

BACKEND = Path(__file__).resolve().parent.parent / "backend"
SECONDS = 60


def main() -> None:
    command = [sys.executable, "-m", "tests.load", "--seconds", str(SECONDS)]
    printed = subprocess.run(command, cwd=BACKEND, check=True, stdout=subprocess.PIPE).stdout
    outcome = json.loads(printed.splitlines()[-1])
    figure("load_changes", outcome["acknowledged"] / SECONDS, "1/s", ">=", 1)
    figure("load_p95", outcome["p95_ms"], "ms", "<=", 2000)
    figure("load_refused", outcome["refused"], "changes", "<=", 0)
    figure("load_lost", outcome["lost"] + outcome["lost_letters"], "changes", "<=", 0)
    figure("load_database_is_locked", outcome["locked"], "lines", "<=", 0)
    figure("load_errors", outcome["errors"], "errors", "<=", 0)


if __name__ == "__main__":
    main()
