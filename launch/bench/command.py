"""The ``./bench`` command."""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from launch.bench.figures import Circumstances, Figure, keep, printed
from launch.checks.surroundings import test_environment
from launch.places import BACKEND, PYTHON, REPOSITORY
from launch.setup.plan import MEDIA_SERVER, WEB_BUILD, WEB_LIBRARIES, python_libraries, set_up
from launch.shell import answer
from launch.words import Trouble

FOLDER = REPOSITORY / "benchmarks"
RESULTS = FOLDER / "RESULTS.md"


def main() -> int:
    known = {path.stem: path for path in sorted(FOLDER.glob("*.py")) if _is_benchmark(path)}
    names = sys.argv[1:] or list(known)
    if not set(names) <= set(known):
        print(f"用法 usage: ./bench [{' | '.join(known)}]")
        return 0 if {"-h", "--help"} & set(names) else 2
    try:
        set_up([python_libraries("dev"), WEB_LIBRARIES, WEB_BUILD, MEDIA_SERVER])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return _measure([known[name] for name in names])


def _measure(benchmarks: list[Path]) -> int:
    figures: list[Figure] = []
    broken = [path.stem for path in benchmarks if not _run(path, figures)]
    keep(RESULTS, figures)
    short = [figure.name for figure in figures if figure.is_short]
    print(f"{len(figures)} figures, {len(short)} short: {' '.join(short)}".rstrip(": "))
    for name in broken:
        print(f"benchmark failed: {name}")
    return 1 if broken else 0


def _run(path: Path, figures: list[Figure]) -> bool:
    """Show a benchmark's output as it comes and add its figures; False if it broke."""
    print(f"── {path.stem}", flush=True)
    taken = _circumstances(path.stem)
    before = len(figures)
    with test_environment({"PYTHONPATH": f"{BACKEND}{os.pathsep}{REPOSITORY}"}) as environment:
        process = subprocess.Popen(
            [PYTHON, path], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True
        )
        figures.extend(_told(process, taken))
    return process.wait() == 0 and len(figures) > before


def _told(process: "subprocess.Popen[str]", taken: Circumstances) -> Iterator[Figure]:
    for line in process.stdout or ():
        print(line, end="", flush=True)
        if figure := printed(line, taken):
            yield figure


def _is_benchmark(path: Path) -> bool:
    return bool(re.search(r"^def main\(\)", path.read_text(), re.MULTILINE))


def _circumstances(name: str) -> Circumstances:
    return Circumstances(
        command=f"./bench {name}",
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        commit=answer("git", "-C", REPOSITORY, "rev-parse", "--short", "HEAD"),
    )
