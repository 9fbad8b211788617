"""A throw-away PostgreSQL cluster: own folder, own socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from launch.words import Trouble

OWNER, APPLICATION, DATABASE = "mingjian_owner", "mingjian_app", "mingjian"
ROLES = f"""
CREATE ROLE {OWNER} LOGIN CREATEDB BYPASSRLS;
CREATE ROLE {APPLICATION} LOGIN;
CREATE DATABASE {DATABASE} OWNER {OWNER};
"""
# Nothing here outlives the run, so nothing has to reach the disk.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
QUIET = ("-qX", "-v", "ON_ERROR_STOP=1")
START_SECONDS = 30


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``; Debian keeps it off PATH."""
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    found = [*candidates, *([Path(on_path).resolve()] if on_path else [])]
    return next((path.parent for path in found if (path.parent / "postgres").exists()), None)


@contextmanager
def throw_away_cluster(roles: str = ROLES) -> Iterator[dict[str, str]]:
    """A running cluster, as the environment that makes the product use it."""
    folder = programs()
    if folder is None:
        raise Trouble("没有安装 PostgreSQL。", "PostgreSQL is not installed.")
    with tempfile.TemporaryDirectory(prefix="mingjian-pg-", ignore_cleanup_errors=True) as place:
        home = Path(place)
        _hand_over(home)
        _initialise(folder, home)
        with _running(folder, home, roles):
            yield environment(home)


def environment(socket: Path) -> dict[str, str]:
    """The application's role for the product, the owner's for migrations."""
    where = f"/{DATABASE}?host={socket}"
    return {
        "MINGJIAN_DATABASE_URL": f"postgresql://{APPLICATION}@{where}",
        "MINGJIAN_MIGRATION_DATABASE_URL": f"postgresql://{OWNER}@{where}",
    }


def _initialise(folder: Path, home: Path) -> None:
    options = ("--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync")
    initdb: list[str | Path] = [folder / "initdb", "-D", home / "cluster", *options]
    _finish(initdb)


@contextmanager
def _running(folder: Path, home: Path, roles: str) -> Iterator[None]:
    settings = [f"-c{setting}" for setting in (*SETTINGS, f"unix_socket_directories={home}")]
    log = (home / "log").open("wb")
    command: list[str | Path] = [folder / "postgres", "-D", home / "cluster", *settings]
    server: subprocess.Popen[bytes] = subprocess.Popen(
        command, stdout=log, stderr=log, cwd=home, **_identity()
    )
    try:
        _wait(folder, home, server)
        psql: list[str | Path] = [folder / "psql", *QUIET, "-h", home, "-U", "postgres", "postgres"]
        _finish(psql, roles)
        yield
    finally:
        server.terminate()
        server.wait()
        log.close()


def _wait(folder: Path, home: Path, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    ready: list[str | Path] = [folder / "pg_isready", "-q", "-h", home]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > end:
            reason = (home / "log").read_text(errors="replace")
            raise Trouble(
                f"PostgreSQL 未能启动：\n{reason}", f"PostgreSQL did not start:\n{reason}"
            )
        time.sleep(0.1)


def _finish(command: Sequence[str | Path], text: str = "") -> None:
    ended = subprocess.run(
        command, input=text, text=True, capture_output=True, check=False, cwd="/", **_identity()
    )
    if ended.returncode:
        raise Trouble(f"PostgreSQL 报错：{ended.stderr}", f"PostgreSQL says: {ended.stderr}")


def _identity() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root lends it Debian's account."""
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _hand_over(home: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    home.chmod(0o755)  # others may pass through to the socket
