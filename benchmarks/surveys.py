"""500 surveys sent by the job worker, then answered 50 at a time on one SQLite file.

No peer: what counts is that nobody waits, nothing is lost and nothing is ever locked. Each
client saves its answers part by part, as the form does while it is typed, and hands them in.
"""

import json
import subprocess
import sys
from pathlib import Path

from figures import figure

BACKEND = Path(__file__).resolve().parent.parent / "backend"
CLIENTS, AT_ONCE = 500, 50


def main() -> None:
    command = [sys.executable, "-m", "tests.survey_load"]
    command += ["--clients", str(CLIENTS), "--at-once", str(AT_ONCE)]
    printed = subprocess.run(command, cwd=BACKEND, check=True, stdout=subprocess.PIPE).stdout
    outcome = json.loads(printed.splitlines()[-1])
    figure("surveys_sent", CLIENTS / outcome["sent_seconds"], "1/s", ">=", 5)
    figure("surveys_answers", outcome["answers"] / outcome["answered_seconds"], "1/s")
    figure("surveys_p50", outcome["p50_ms"], "ms")
    figure("surveys_p95", outcome["p95_ms"], "ms", "<=", 1000)
    figure("surveys_refused", outcome["refused"], "answers", "<=", 0)
    figure("surveys_lost", outcome["lost"] + outcome["lost_letters"], "surveys", "<=", 0)
    figure("surveys_database_is_locked", outcome["locked"], "lines", "<=", 0)
    figure("surveys_errors", outcome["errors"], "errors", "<=", 0)


if __name__ == "__main__":
    main()
