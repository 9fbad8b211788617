"""How the installation is: what the supervisor and every stage have to say on every page."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from django.conf import settings

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports
from mingjian.kit.words import Words

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Banner:
    """One persistent line on top of the page: what is the matter, and what to do."""

    code: str
    severity: Severity
    words: Words


class BannerSource(Protocol):
    """A stage's answer to "is there anything this viewer must know?"."""

    def banners(self, viewer: Viewer) -> Iterable[Banner]: ...


banner_sources: Ports[BannerSource] = Ports("banner_sources")

MAIL_STAYS = Banner(
    "mail_stays",
    "info",
    Words(
        "尚未设置邮件服务器：信件只保存在服务器的 mail 目录，不会寄出。",
        "No mail server is set: letters stay in the server's mail folder and are not sent.",
    ),
)


def banners_for(viewer: Viewer) -> list[Banner]:
    """What concerns everybody, then what the stages add for this viewer."""
    found = _supervisors()
    if viewer.role == "ADM" and not settings.ENVIRONMENT.email_url:
        found.append(MAIL_STAYS)
    return found + [each for source in banner_sources() for each in source.banners(viewer)]


def demo_logins() -> list[dict[str, str]]:
    """The logins that ``manage.py demo`` left; none in production."""
    if settings.PRODUCTION:
        return []
    return list(_read(settings.DATA / "demo.json").get("logins", []))


def media_state() -> str:
    """``ok``, ``missing``, or ``unknown`` where no supervisor runs."""
    return str(_read(settings.DATA / "run" / "status.json").get("media", "unknown"))


def _supervisors() -> list[Banner]:
    written = _read(settings.DATA / "run" / "status.json").get("banners", [])
    return [
        Banner(each["code"], each["severity"], Words(each["zh"], each["en"])) for each in written
    ]


def _read(path: Path) -> dict[str, Any]:
    """A small JSON file of the data directory; absent or half-written counts as empty."""
    try:
        return dict(json.loads(path.read_text()))
    except (OSError, ValueError):
        return {}
