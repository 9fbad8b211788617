"""Demo content is made where nothing else is, and thrown away only where it is alone."""

from pathlib import Path

import pytest

from launch.serve.content import demo_content, forget_demo
from launch.serve.installation import Installation
from launch.words import Trouble


def installation(data: Path, *, demo: bool = True, url: str = "") -> Installation:
    databases = (("MINGJIAN_DATABASE_URL", url),) if url else ()
    return Installation(
        data=data, port=8000, origin="http://localhost:8000", demo=demo, databases=databases
    )


def fill(data: Path) -> None:
    for name in ("keys", "blobs", "run", "logs"):
        (data / name).mkdir()
        (data / name / "file").touch()
    (data / "db.sqlite3").touch()
    (data / "demo.json").touch()


def test_throwing_the_demo_away_leaves_only_state_of_the_processes(tmp_path: Path) -> None:
    fill(tmp_path)
    forget_demo(installation(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"run", "logs"}


def test_a_database_server_is_never_emptied(tmp_path: Path) -> None:
    fill(tmp_path)
    with pytest.raises(Trouble, match="drop that database"):
        forget_demo(installation(tmp_path, url="postgresql://mingjian_app@/mingjian"))
    assert (tmp_path / "db.sqlite3").exists()


def test_demo_content_is_made_once(tmp_path: Path) -> None:
    assert [step.key for step in demo_content(installation(tmp_path), {})] == ["demo"]
    fill(tmp_path)
    assert demo_content(installation(tmp_path), {}) == []


def test_nobody_gets_demo_content_who_does_not_want_it(tmp_path: Path) -> None:
    assert demo_content(installation(tmp_path, demo=False), {}) == []
