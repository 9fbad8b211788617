"""The ``./test`` command."""

import sys
import time
from collections.abc import Sequence

from launch.checks import duration
from launch.checks.debian import installation
from launch.checks.parts import PARTS, Part
from launch.checks.results import summary
from launch.checks.running import run_all, run_one
from launch.setup.plan import MEDIA_SERVER, WEB_BUILD, WEB_LIBRARIES, python_libraries, set_up
from launch.setup.steps import Step
from launch.words import Trouble

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
        return _test(words)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _test(words: Sequence[str]) -> int:
    names = words[:1] or list(PARTS)
    set_up(_steps([PARTS[name] for name in names]))
    start = time.monotonic()
    results = {words[0]: run_one(words[0], words[1:])} if words else run_all()
    print(summary(results))
    failed = any(result.failed for result in results.values())
    if not (failed or words):
        duration.note(time.monotonic() - start)
    return 1 if failed else 0


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
