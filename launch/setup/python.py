"""Python libraries: uv, and the virtual environment in ``backend/.venv``."""

import shutil
import sys
import threading
from pathlib import Path

from launch.places import LOCKS, PYTHON, VENV, cache
from launch.shell import CommandFailed, perform
from launch.stamps import fingerprint, is_current, set_stamp
from launch.words import Trouble

_one_at_a_time = threading.Lock()
STAMP = VENV / "mingjian.stamp"
INSTALL_VENV = "apt-get install python3-venv"
INCLUDED = {"dev": ("dev", "runtime"), "runtime": ("runtime",)}
"""What an environment made from one lock also satisfies."""


def synced(lock: str) -> bool:
    """Bring ``backend/.venv`` to ``locks/<lock>.txt``; False when it is there already.

    An environment that developers use keeps their tools.
    """
    lock = "dev" if (VENV / "bin" / "pytest").exists() else lock
    if PYTHON.exists() and is_current(STAMP, _lock_digest(lock)):
        return False
    if not PYTHON.exists():
        perform(uv(), "venv", "--clear", "--python", _python(), VENV, log="python")
    perform(
        *(uv(), "pip", "sync", "--require-hashes", LOCKS / f"{lock}.txt", "--python", PYTHON),
        log="python",
    )
    set_stamp(STAMP, *(_lock_digest(included) for included in INCLUDED[lock]))
    return True


def uv() -> str:
    """uv on PATH, where its installer puts it, or in an environment of its own."""
    private = cache() / "uv" / "bin" / "uv"
    usual = Path.home() / ".local" / "bin" / "uv"
    with _one_at_a_time:  # several steps ask at once
        there = (str(path) for path in (usual, private) if path.exists())
        return shutil.which("uv") or next(there, "") or _install_uv(private)


def tool_environment(lock: str, program: str) -> Path:
    """The ``bin`` folder of a cached environment that holds one tool from its own lock."""
    venv = cache() / f"{lock}-{_lock_digest(lock)[:12]}"
    if not (venv / "bin" / program).exists():
        perform(uv(), "venv", "--clear", "--python", _python(), venv, log=lock)
        wanted = LOCKS / f"{lock}.txt"
        target = venv / "bin" / "python"
        perform(uv(), "pip", "sync", "--require-hashes", wanted, "--python", target, log=lock)
    return venv / "bin"


def _install_uv(private: Path) -> str:
    """Debian's Python refuses a plain ``pip install``, so uv gets its own environment."""
    venv = private.parent.parent
    try:
        perform(_python(), "-m", "venv", "--clear", venv, log="uv")
        lock = LOCKS / "uv.txt"
        pip = (venv / "bin" / "python", "-m", "pip", "install", "--require-hashes", "-r", lock)
        perform(*pip, log="uv")
    except CommandFailed as failure:
        raise Trouble(
            f"缺少 uv，且无法自动安装。请运行：{INSTALL_VENV}\n{failure.tail}",
            f"uv is missing and could not be installed. Run: {INSTALL_VENV}\n{failure.tail}",
        ) from failure
    return str(private)


def _python() -> str:
    """The interpreter itself, also when we were started from some virtual environment."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _lock_digest(lock: str) -> str:
    return fingerprint([LOCKS / f"{lock}.txt"], sys.version)
