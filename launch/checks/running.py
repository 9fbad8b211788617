"""Runs parts: one alone as it speaks, or all of them side by side, one part per core."""

import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TextIO

from launch.checks.debian import missing
from launch.checks.parts import PARTS
from launch.checks.results import Result
from launch.checks.surroundings import in_ci
from launch.words import say

LANES = ("lint", "unit"), ("web", "postgres")
"""Each keeps one core busy; browsers come afterwards: there, time is measured."""

_printing = threading.Lock()


def run_one(name: str, words: Sequence[str]) -> Result:
    """One part, its output shown as it comes."""
    print(f"── {name}", flush=True)
    return _run(name, words, sys.stdout)


def run_all() -> dict[str, Result]:
    """Every part, in the order of :data:`PARTS`."""
    with ThreadPoolExecutor(len(LANES)) as pool:
        lanes = [*pool.map(_run_lane, LANES), _run_lane(["browser"])]
    together = {name: result for lane in lanes for name, result in lane.items()}
    return {name: together[name] for name in PARTS}


def left_out(name: str, lacking: Sequence[str]) -> Result:
    """A part that cannot run here: said in words, and a failure where CI promises it all."""
    result = Result(failed=1 if in_ci() else 0)
    result.skips[f"{name}: needs apt-get install {' '.join(lacking)}"] += 1
    return result


def _run_lane(names: Sequence[str]) -> dict[str, Result]:
    return {name: _run_quietly(name) for name in names}


def _run_quietly(name: str) -> Result:
    """Two parts speak at once, so each is heard when it has finished."""
    say(f"……  {name} 开始", f"…   {name} begins")
    with tempfile.TemporaryFile("w+") as output:
        result = _run(name, (), output)
        output.seek(0)
        with _printing:
            print(f"── {name}, {result.seconds:.0f} s\n{output.read()}", flush=True)
    return result


def _run(name: str, words: Sequence[str], output: TextIO) -> Result:
    start = time.monotonic()
    part = PARTS[name]
    lacking = missing(part.packages)
    result = left_out(name, lacking) if lacking else part.run(words, output)
    result.seconds = time.monotonic() - start
    return result
