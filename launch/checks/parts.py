"""The parts of ``./test``: what each needs, and how it runs."""

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from launch.checks.results import Result, from_junit
from launch.checks.surroundings import test_environment
from launch.places import BACKEND, PYTHON, VENV, WEB
from launch.postgres import throw_away_cluster
from launch.setup.web import node_environment

BIN = VENV / "bin"
OUR_PYTHON = (".", "../launch", "../benchmarks", "../run", "../test", "../bench")


@dataclass(frozen=True)
class Part:
    """``run`` takes the words after the part's name and where output goes."""

    run: Callable[[Sequence[str], TextIO], Result]
    packages: tuple[str, ...] = ()
    needs_web: bool = False
    needs_product: bool = False


def lint(_: Sequence[str], output: TextIO) -> Result:
    """Every static check of the Python side; those that fail print what they found."""
    sources = [path for path in OUR_PYTHON if (BACKEND / path).exists()]
    return _checks(
        BACKEND,
        {
            "format": [BIN / "ruff", "format", "--check", *sources],
            "ruff": [BIN / "ruff", "check", *sources],
            "types": [BIN / "mypy"],
            "imports": [BIN / "lint-imports"],
            "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
        },
        output,
    )


def web(words: Sequence[str], output: TextIO) -> Result:
    """The web client's static checks, then its tests."""
    result = _checks(
        WEB,
        {
            "web types": ["npm", "run", "--silent", "typecheck"],
            "web lint": ["npm", "run", "--silent", "lint"],
            "API types are current": ["npm", "run", "--silent", "api", "--", "--check"],
        },
        output,
    )
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        reporters = ["--reporter=default", "--reporter=junit", f"--outputFile.junit={report}"]
        vitest = ["npm", "test", "--silent", "--", *reporters, *words]
        ended = _run(WEB, vitest, node_environment(), output)
        result.add(from_junit(report, ended))
    return result


def unit(words: Sequence[str], output: TextIO) -> Result:
    return _pytest(["-m", "not browser", *words], {}, output)


def postgres(words: Sequence[str], output: TextIO) -> Result:
    """The same tests on the other database; what knows no database has run in ``unit``."""
    again = ["--second-database", "--ignore=../launch", "--ignore=engines"]
    without = [] if words else again
    with throw_away_cluster() as databases:
        return _pytest(["-m", "not browser", *without, *words], databases, output)


def browser(words: Sequence[str], output: TextIO) -> Result:
    return _pytest(["-m", "browser", *words], {}, output)


PARTS = {
    "lint": Part(lint),
    "web": Part(web, needs_web=True),
    "unit": Part(unit, ("iproute2", "clamav-daemon"), needs_product=True),
    "postgres": Part(postgres, ("postgresql", "iproute2"), needs_product=True),
    "browser": Part(browser, ("chromium", "fonts-noto-cjk"), needs_product=True),
}


def _pytest(words: Sequence[str], environment: Mapping[str, str], output: TextIO) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command: list[str | Path] = [
            PYTHON,
            "-m",
            "pytest",
            "-c",
            "pyproject.toml",
            "-q",
            f"--junitxml={report}",
            *words,
        ]
        ended = _run(BACKEND, command, environment, output)
        return from_junit(report, ended)


def _checks(cwd: Path, commands: Mapping[str, Sequence[str | Path]], output: TextIO) -> Result:
    """Independent checks, two at a time."""
    result = Result()
    with ThreadPoolExecutor(2) as pool:
        ended = pool.map(lambda name: _check(cwd, name, commands[name], output), commands)
        for ok in ended:
            result.count(ok=ok)
    return result


def _check(cwd: Path, name: str, command: Sequence[str | Path], output: TextIO) -> bool:
    with test_environment(node_environment() if cwd == WEB else {}) as environment:
        ended = subprocess.run(
            command, cwd=cwd, env=environment, text=True, capture_output=True, check=False
        )
    verdict = "✗" if ended.returncode else "✓"
    found = f"\n{ended.stdout}{ended.stderr}".rstrip() if ended.returncode else ""
    print(f"  {verdict}  {name}{found}", file=output, flush=True)
    return not ended.returncode


def _run(cwd: Path, command: Sequence[str | Path], extra: Mapping[str, str], output: TextIO) -> int:
    with test_environment(extra) as environment:
        return subprocess.run(
            command, cwd=cwd, env=environment, stdout=output, stderr=output, check=False
        ).returncode
