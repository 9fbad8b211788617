"""The media server's binary: the operator's, or the pinned version built from source."""

import os
import shutil
from pathlib import Path

from launch.setup import go
from launch.words import Trouble

NAME, VERSION = "livekit-server", "v1.13.5"
SOURCE = "github.com/livekit/livekit-server/cmd/server"


def binary() -> Path | None:
    """``LIVEKIT_SERVER_BIN``, ``livekit-server`` on PATH, or the one that we built."""
    named = os.environ.get("LIVEKIT_SERVER_BIN") or shutil.which(NAME)
    path = Path(named) if named else go.program(NAME, VERSION)
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
    go.built(SOURCE, NAME, VERSION)
    return True
