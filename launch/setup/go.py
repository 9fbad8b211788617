"""Go programs that are built from their public source, once per version, into the cache."""

import os
import re
import shutil
from pathlib import Path

from launch.places import cache
from launch.setup.python import tool_environment
from launch.shell import answer, perform

OLDEST = (1, 26)


def built(source: str, name: str, version: str) -> Path:
    """Where the program ``source`` lies, once it is built; ``go install`` names it itself."""
    target = program(name, version)
    if not target.exists():
        work = cache() / f"go-{name}"
        module = f"{source}@{version}"
        perform(_go(), "install", module, environment=_environment(work), log=name)
        target.parent.mkdir(exist_ok=True)
        (work / "bin" / source.rpartition("/")[2]).replace(target)
        shutil.rmtree(work)  # some hundred megabytes of sources and objects, needed once
    return target


def program(name: str, version: str) -> Path:
    return cache() / "bin" / f"{name}-{version}"


def _go() -> str:
    found = re.search(r"go(\d+)\.(\d+)", answer("go", "version"))
    if found and tuple(int(part) for part in found.groups()) >= OLDEST:
        return "go"
    return str(tool_environment("go", "go") / "go")


def _environment(work: Path) -> dict[str, str]:
    return {
        "CGO_ENABLED": "0",
        "GOTOOLCHAIN": "local",
        "GOBIN": str(work / "bin"),
        "GOMODCACHE": str(work / "modules"),
        "GOCACHE": str(work / "objects"),
        "GOFLAGS": f"{os.environ.get('GOFLAGS', '')} -modcacherw".strip(),
    }
