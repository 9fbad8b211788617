"""``manage.py move_root_key URL``: from the file to a key service, between services, or back."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from mingjian.kit.keys.management.operator import OperatorCommand
from mingjian.kit.keys.root_at import root_key_at
from mingjian.kit.keys.rotation import move_root


class Command(OperatorCommand):
    help = "Wrap all keys with the root key at URL ('' is the file); stop the product first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("url", help="as in MINGJIAN_ROOT_KEY_URL")

    def handle(self, *args: Any, url: str, **options: Any) -> None:
        move_root(root_key_at(url, settings.DATA / "keys" / "root.key"))
        self.stdout.write(
            f"密钥已改由新位置的根密钥保护。请设置 MINGJIAN_ROOT_KEY_URL={url} 后再启动。\n"
            f"The keys are under the root key there. Set MINGJIAN_ROOT_KEY_URL={url}, then start."
        )
