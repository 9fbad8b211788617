"""``manage.py demo``: make the demo content, and leave its logins for the greeting."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.cast import EVERYBODY, PASSWORD
from demo.story import Story
from mingjian.kit.tenancy import every_tenant

LOGINS = settings.DATA / "demo.json"


class Command(BaseCommand):
    help = "Make the demo content in an empty installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="else change nothing, say nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("生产模式没有演示内容。A production installation has no demo.")
        if every_tenant()():
            if options["if_empty"]:
                return
            raise CommandError("已有数据，未改动。There is content already; nothing was changed.")
        Story().tell()
        LOGINS.write_text(json.dumps({"logins": _logins()}, ensure_ascii=False, indent=1))


def _logins() -> list[dict[str, str]]:
    return [
        {
            "email": party.address(actor),
            "password": PASSWORD,
            "name": actor.name,
            "role": actor.role,
            "says": f"{actor.name}（{actor.says}）",
        }
        for party in EVERYBODY
        for actor in party.people
        if actor.mailbox not in {"tangning", "hezixuan"}
    ]
