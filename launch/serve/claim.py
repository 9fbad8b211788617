"""Claims the data directory: it must be writable, private and ours alone."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from launch.serve.installation import Installation
from launch.words import Trouble


@contextmanager
def claimed(installation: Installation) -> Iterator[None]:
    """Hold the data directory's lock; the kernel gives it back however we end."""
    lock = _open_lock(installation.run_folder)
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise _taken(installation.data, lock.read()) from error
        lock.seek(0)
        lock.truncate()
        json.dump({"pid": os.getpid(), "origin": installation.origin}, lock)
        lock.flush()
        yield


def _open_lock(run_folder: Path) -> TextIO:
    try:
        run_folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        run_folder.mkdir(exist_ok=True, mode=0o700)
        return (run_folder / "lock").open("a+")
    except OSError as error:
        raise Trouble(
            f"无法写入数据目录 {run_folder.parent}（{error.strerror}）。请修改其权限，"
            "或用 --data 指定另一个目录。",
            f"The data directory {run_folder.parent} cannot be written ({error.strerror}). "
            "Change its permissions, or choose another with --data.",
        ) from error


def _taken(folder: Path, holder: str) -> Trouble:
    try:
        running = json.loads(holder)
        zh, en = (
            "进程 {pid}，{origin}".format(**running),
            "process {pid}, {origin}".format(**running),
        )
    except (ValueError, KeyError):
        zh = en = "…"
    return Trouble(
        f"明鉴已在此数据目录上运行（{zh}）：{folder}\n请直接使用，或用 --data 和 --port 另起一个。",
        f"Mingjian already runs on this data directory ({en}): {folder}\n"
        "Use that one, or start another with --data and --port.",
    )
