"""The parts of ``./test``: what each needs, and how it runs."""

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from launch.checks.results import Result, from_junit
from launch.checks.surroundings import test_environment
from launch.places import BACKEND, PYTHON, VENV, WEB
from launch.postgres import throw_away_cluster
from launch.setup.web import node_environment
from launch.words import say

BIN = VENV / "bin"
OUR_PYTHON = (".", "../launch", "../benchmarks", "../run", "../test", "../bench")


@dataclass(frozen=True)
class Part:
    """``run`` takes the words after the part's name; ``packages`` are Debian's."""

    run: Callable[[Sequence[str]], Result]
    packages: tuple[str, ...] = ()
    needs_web: bool = False
    needs_product: bool = False


def lint(_: Sequence[str]) -> Result:
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
    )


def web(words: Sequence[str]) -> Result:
    """The web client's static checks, then its tests."""
    result = _checks(
        WEB,
        {
            "web types": ["npm", "run", "--silent", "typecheck"],
            "web lint": ["npm", "run", "--silent", "lint"],
            "API types are current": ["npm", "run", "--silent", "api", "--", "--check"],
        },
    )
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        reporters = ["--reporter=default", "--reporter=junit", f"--outputFile.junit={report}"]
        ended = _run(WEB, ["npm", "test", "--silent", "--", *reporters, *words], node_environment())
        result.add(from_junit(report, ended))
    return result


def unit(words: Sequence[str]) -> Result:
    return _pytest(["-m", "not browser", *words], {})


def postgres(words: Sequence[str]) -> Result:
    with throw_away_cluster() as databases:
        return _pytest(["-m", "not browser", *words], databases)


def browser(words: Sequence[str]) -> Result:
    return _pytest(["-m", "browser", *words], {})


PARTS = {
    "lint": Part(lint),
    "web": Part(web, needs_web=True),
    "unit": Part(unit, ("iproute2",), needs_product=True),
    "postgres": Part(postgres, ("postgresql", "iproute2"), needs_product=True),
    "browser": Part(browser, ("chromium", "fonts-noto-cjk"), needs_product=True),
}


def _pytest(words: Sequence[str], environment: Mapping[str, str]) -> Result:
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
        ended = _run(BACKEND, command, environment)
        return from_junit(report, ended)


def _checks(cwd: Path, commands: Mapping[str, Sequence[str | Path]]) -> Result:
    """Independent checks, two at a time."""
    result = Result()
    with ThreadPoolExecutor(2) as pool:
        ended = pool.map(lambda name: _check(cwd, name, commands[name]), commands)
        for ok in ended:
            result.count(ok=ok)
    return result


def _check(cwd: Path, name: str, command: Sequence[str | Path]) -> bool:
    with test_environment(node_environment() if cwd == WEB else {}) as environment:
        ended = subprocess.run(
            command, cwd=cwd, env=environment, text=True, capture_output=True, check=False
        )
    verdict = "✗" if ended.returncode else "✓"
    found = f"\n{ended.stdout}{ended.stderr}".rstrip() if ended.returncode else ""
    say(f"  {verdict}  {name}{found}", f"  {verdict}  {name}{found}")
    return not ended.returncode


def _run(cwd: Path, command: Sequence[str | Path], extra: Mapping[str, str]) -> int:
    with test_environment(extra) as environment:
        return subprocess.run(command, cwd=cwd, env=environment, check=False).returncode
