"""``python -m config.migrate``: what every start does before anything else."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow, pytest.mark.own_databases]


def python(data: Path, *module: str) -> "subprocess.CompletedProcess[str]":
    """Run a module on the embedded databases of an installation of its own."""
    kept = {name: value for name, value in os.environ.items() if "DATABASE" not in name}  # noqa: TID251
    return subprocess.run(
        [sys.executable, "-m", *module],
        env=kept | {"MINGJIAN_DATA": str(data), "MINGJIAN_MODE": "test"},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("installation")
    assert python(data, "config.migrate").returncode == 0
    return data


def test_an_upgrade_copies_the_records_and_leaves_no_copy_of_the_keys(installation: Path) -> None:
    for app, database in (("keys", "keys"), ("files", "default")):
        python(installation, "manage", "migrate", app, "zero", f"--database={database}")
    upgraded = python(installation, "config.migrate")
    assert "Applying keys.0001_initial" in upgraded.stdout
    assert "Applying files.0001_initial" in upgraded.stdout
    copies = list((installation / "backups").iterdir())
    assert [copy.name[:3] for copy in copies] == ["db-"]
    assert copies[0].stat().st_mode & 0o777 == 0o600


def test_nothing_is_migrated_or_copied_where_all_is_current(installation: Path) -> None:
    before = set(installation.rglob("backups/*"))
    again = python(installation, "config.migrate")
    assert again.returncode == 0
    assert again.stdout == ""
    assert set(installation.rglob("backups/*")) == before


def test_the_keys_database_knows_no_other_tables(installation: Path) -> None:
    with closing(sqlite3.connect(installation / "keys" / "keys.sqlite3")) as keys:
        tables = {name for (name,) in keys.execute("SELECT name FROM sqlite_master")}
        migrated = {app for (app,) in keys.execute("SELECT app FROM django_migrations")}
    assert migrated == {"keys"}
    assert {name for name in tables if not name.startswith(("keys_", "sqlite_"))} == {
        "django_migrations"
    }


def test_no_start_with_a_root_key_that_others_can_read(installation: Path) -> None:
    (installation / "keys" / "root.key").chmod(0o644)
    refused = python(installation, "config.migrate")
    assert refused.returncode == 1
    assert "chmod 600" in refused.stderr
    assert "可被其他用户读取" in refused.stderr
    assert "Traceback" not in refused.stderr
