"""Programs of the operating system that some parts need, installed where we may."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from launch import postgres
from launch.setup.steps import Step
from launch.shell import perform
from launch.words import Words

FONTS = Path("/usr/share/fonts/opentype/noto")


@dataclass(frozen=True)
class Package:
    """A Debian package, and how to see that what it brings is there."""

    name: str
    present: Callable[[], bool]


PACKAGES = {
    package.name: package
    for package in (
        Package("postgresql", lambda: postgres.programs() is not None),
        Package("chromium", lambda: shutil.which("chromium") is not None),
        Package("fonts-noto-cjk", lambda: any(FONTS.glob("NotoSansCJK*"))),
        Package("clamav-daemon", lambda: Path("/usr/sbin/clamd").exists()),
        Package("iproute2", lambda: shutil.which("ip") is not None),
    )
}


def missing(names: Iterable[str]) -> list[str]:
    return [name for name in names if not PACKAGES[name].present()]


def installation(names: Iterable[str]) -> Step:
    """The step that installs what is missing; without root it leaves things as they are."""
    wanted = tuple(names)
    return Step(
        key="debian",
        says=Words("安装 Debian 软件包", "Debian packages"),
        work=lambda: _install(missing(wanted)),
        advice=Words("请检查 apt 软件源。", "Check apt's sources."),
        optional=True,
    )


def _install(names: list[str]) -> bool:
    if not names or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    perform("apt-get", "update", log="apt-update", environment=quiet)
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *names)
    perform(*install, log="apt-install", environment=quiet)
    return True
