"""The media server's binary: the operator's, or the pinned version built from source."""

import os
import re
import shutil
from pathlib import Path

from launch.places import cache
from launch.setup.python import tool_environment
from launch.shell import answer, perform
from launch.words import Trouble

VERSION = "v1.13.5"
SOURCE = f"github.com/livekit/livekit-server/cmd/server@{VERSION}"
OLDEST_GO = (1, 26)


def binary() -> Path | None:
    """``LIVEKIT_SERVER_BIN``, ``livekit-server`` on PATH, or the one that we built."""
    named = os.environ.get("LIVEKIT_SERVER_BIN") or shutil.which("livekit-server")
    path = Path(named) if named else _own()
    return path if path.exists() else None


def built() -> bool:
    """Build the pinned version unless there is a binary already."""
    if binary():
        return False
    if named := os.environ.get("LIVEKIT_SERVER_BIN"):
        raise Trouble(
            f"LIVEKIT_SERVER_BIN 所指的文件不存在：{named}",
            f"LIVEKIT_SERVER_BIN names a file that does not exist: {named}",
        )
    work = cache() / "go"
    perform(_go(), "install", SOURCE, environment=_go_environment(work), log="livekit")
    _own().parent.mkdir(exist_ok=True)
    (work / "bin" / "server").replace(_own())
    shutil.rmtree(work)  # 360 MB of sources and objects that nothing needs again
    return True


def _own() -> Path:
    return cache() / "bin" / f"livekit-server-{VERSION}"


def _go() -> str:
    found = re.search(r"go(\d+)\.(\d+)", answer("go", "version"))
    if found and tuple(int(part) for part in found.groups()) >= OLDEST_GO:
        return "go"
    return str(tool_environment("go", "go") / "go")


def _go_environment(work: Path) -> dict[str, str]:
    return {
        "CGO_ENABLED": "0",
        "GOTOOLCHAIN": "local",
        "GOBIN": str(work / "bin"),
        "GOMODCACHE": str(work / "modules"),
        "GOCACHE": str(work / "objects"),
        "GOFLAGS": f"{os.environ.get('GOFLAGS', '')} -modcacherw".strip(),
    }
