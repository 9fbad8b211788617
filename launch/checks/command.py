"""The ``./test`` command."""

import sys
import time
from collections.abc import Sequence

from launch.checks import duration
from launch.checks.debian import installation, missing
from launch.checks.parts import PARTS, Part
from launch.checks.results import Result, summary
from launch.checks.surroundings import in_ci
from launch.setup.plan import MEDIA_SERVER, WEB_BUILD, WEB_LIBRARIES, python_libraries, set_up
from launch.setup.steps import Step
from launch.words import Trouble, say

USAGE = f"""用法 usage: ./test [{"|".join(PARTS)} [选项 arguments…]]

不带参数时依次运行全部，SQLite 与 PostgreSQL 各一遍，含浏览器测试。
Without arguments everything runs, on SQLite and on PostgreSQL, browser tests included.
Arguments go to pytest (paths from backend/) or, for web, to vitest."""


def main() -> int:
    words = sys.argv[1:]
    if words and words[0] not in PARTS:
        print(USAGE)
        return 0 if words[0] in {"-h", "--help"} else 2
    try:
        return _test(words[:1] or list(PARTS), words[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _test(names: Sequence[str], words: Sequence[str]) -> int:
    set_up(_steps([PARTS[name] for name in names]))
    results = {name: _run(name, PARTS[name], words) for name in names}
    print(summary(results))
    if any(result.failed for result in results.values()):
        return 1
    if len(results) == len(PARTS):
        duration.note(sum(result.seconds for result in results.values()))
    return 0


def _steps(parts: Sequence[Part]) -> list[Step]:
    steps = [
        python_libraries("dev"),
        installation({name for part in parts for name in part.packages}),
    ]
    if any(part.needs_web or part.needs_product for part in parts):
        steps.append(WEB_LIBRARIES)
    if any(part.needs_product for part in parts):
        steps += [WEB_BUILD, MEDIA_SERVER]
    return steps


def _run(name: str, part: Part, words: Sequence[str]) -> Result:
    say(f"—— {name}", f"── {name}")
    start = time.monotonic()
    lacking = missing(part.packages)
    result = _left_out(name, lacking) if lacking else part.run(words)
    result.seconds = time.monotonic() - start
    return result


def _left_out(name: str, lacking: Sequence[str]) -> Result:
    """A part that cannot run here: said in words, and a failure where CI promises it all."""
    result = Result(failed=1 if in_ci() else 0)
    result.skips[f"{name}: needs apt-get install {' '.join(lacking)}"] += 1
    return result
