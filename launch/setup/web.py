"""The web client: Node, its libraries, and the build in ``web/dist``."""

import os
import re
import shutil

from launch.places import WEB
from launch.setup.python import tool_environment
from launch.shell import answer, perform
from launch.stamps import fingerprint, is_current, set_stamp

OLDEST_NODE = (20, 19)
LIBRARIES_STAMP = WEB / "node_modules" / ".mingjian-libraries"
BUILD_STAMP = WEB / "node_modules" / ".mingjian-build"
NOT_INPUTS = {"node_modules", "dist", "tests"}


def node_environment() -> dict[str, str]:
    """A PATH whose ``node`` is new enough: the system's, else the locked wheel's."""
    if _node_version() >= OLDEST_NODE and shutil.which("npm"):
        return {}
    return {"PATH": f"{tool_environment('node', 'npm')}{os.pathsep}{os.environ.get('PATH', '')}"}


def libraries_installed() -> bool:
    """``npm ci`` when the lock changed; False when it did not."""
    wanted = fingerprint([WEB / "package.json", WEB / "package-lock.json"])
    if is_current(LIBRARIES_STAMP, wanted):
        return False
    environment = node_environment()
    perform("npm", "ci", "--no-audit", "--no-fund", cwd=WEB, environment=environment, log="npm")
    set_stamp(LIBRARIES_STAMP, wanted)
    return True


def built() -> bool:
    """``npm run build`` when any input changed; False when none did."""
    wanted = fingerprint(path for path in WEB.iterdir() if path.name not in NOT_INPUTS)
    if (WEB / "dist" / "index.html").exists() and is_current(BUILD_STAMP, wanted):
        return False
    perform("npm", "run", "build", cwd=WEB, environment=node_environment(), log="web")
    set_stamp(BUILD_STAMP, wanted)
    return True


def _node_version() -> tuple[int, ...]:
    found = re.match(r"v(\d+)\.(\d+)", answer("node", "--version"))
    return tuple(int(part) for part in found.groups()) if found else (0,)
