"""The command lines: help in both languages, refusals in words, nothing needed to say them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from launch.places import REPOSITORY
from launch.tests.installed import say_no

LAUNCH = REPOSITORY / "launch"
BARE = [
    path
    for path in sorted(LAUNCH.rglob("*.py"))
    if not {"tests", "inside"} & set(path.relative_to(LAUNCH).parts)
]


def ask(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_help_names_every_option_in_both_languages() -> None:
    said = ask("./run", "--help").stdout
    for option in ("data", "port", "lan", "no-demo", "reset-demo", "production", "origin"):
        assert f"--{option}" in said
    assert "数据目录" in said
    assert "data directory" in said


@pytest.mark.parametrize("word", ["--help", "nonsense"])
def test_test_lists_its_parts(word: str) -> None:
    said = ask("./test", word)
    assert "lint|web|unit|postgres|browser" in said.stdout
    assert said.returncode == (0 if word == "--help" else 2)


def test_production_demands_https(tmp_path: Path) -> None:
    said = say_no("--production", "--origin", "http://audit.example", "--data", str(tmp_path))
    assert "正式运行须使用 https" in said
    assert "Production needs https" in said


def test_production_refuses_a_secret_that_can_be_guessed(tmp_path: Path) -> None:
    words = ("--production", "--origin", "https://audit.example", "--data", str(tmp_path))
    assert "too short or too simple" in say_no(*words, MINGJIAN_SECRET_KEY="x" * 60)
    assert "too short or too simple" in say_no(*words, MINGJIAN_SECRET_KEY="change-me")


def test_production_refuses_a_directory_with_demo_logins(tmp_path: Path) -> None:
    (tmp_path / "demo.json").write_text('{"logins": []}')
    words = ("--production", "--origin", "https://audit.example", "--data", str(tmp_path))
    assert "holds demo logins" in say_no(*words)


def test_a_directory_without_demo_content_is_never_emptied(tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3").write_text("real work")
    said = say_no("--reset-demo", "--data", str(tmp_path), "--port", "0")
    assert "holds no demo content" in said
    assert (tmp_path / "db.sqlite3").read_text() == "real work"


@pytest.mark.parametrize("path", BARE, ids=lambda path: str(path.relative_to(LAUNCH)))
def test_a_bare_python_can_run_it(path: Path) -> None:
    """These modules run before any library is installed."""
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(path.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - set(sys.stdlib_module_names) <= {"launch"}
