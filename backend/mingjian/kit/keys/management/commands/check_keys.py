"""``manage.py check_keys``: may the product start with the root key it finds?"""

from typing import Any

from mingjian.kit.keys.management.operator import OperatorCommand
from mingjian.kit.keys.services import check_root_key


class Command(OperatorCommand):
    help = "Check that the root key is private and opens the keys database; make it if new."

    def handle(self, *args: Any, **options: Any) -> None:
        check_root_key()
        self.stdout.write("根密钥可用。The root key opens the keys database.")
