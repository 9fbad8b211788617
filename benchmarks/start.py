"""How long ``./run`` takes: on a machine that has nothing yet, and on one that has everything.

Cold means a fresh clone and empty caches of ours, uv, npm and Go; what the network
delivers is part of it. The last whole ``./test`` left its own duration behind.
"""

import json
import os
import re
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from figures import figure
from launch.checks.duration import NOTE

REPOSITORY = Path(__file__).resolve().parent.parent
WARM_STARTS = 3


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mingjian-cold-", ignore_cleanup_errors=True) as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", REPOSITORY, clone], check=True)
        caches = {
            "XDG_CACHE_HOME": f"{folder}/cache",
            "UV_CACHE_DIR": f"{folder}/uv",
            "npm_config_cache": f"{folder}/npm",
        }
        figure("run_cold", start(clone, caches), "s", "<=", 360)
        warm = [start(clone, caches) for _ in range(WARM_STARTS)]
        figure("run_warm", statistics.median(warm), "s", "<=", 10)
    if NOTE.exists():
        figure("test_all", json.loads(NOTE.read_text())["seconds"], "s", "<=", 900)


def start(clone: Path, caches: dict[str, str]) -> float:
    """Seconds from the command to the line that says the product answers."""
    clean = {name: value for name, value in os.environ.items() if "MINGJIAN" not in name}
    began = time.monotonic()
    process = subprocess.Popen(
        ["./run", "--port", "0"],
        cwd=clone,
        env=clean | caches | {"LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        for line in process.stdout or ():
            if re.search(r"Mingjian is up", line):
                return time.monotonic() - began
        raise SystemExit("./run did not start")
    finally:
        process.terminate()
        process.communicate()


if __name__ == "__main__":
    main()
