"""``manage.py recover_root``: write the lost root key back with the recovery code."""

from typing import Any

from mingjian.kit.keys.management.operator import OperatorCommand
from mingjian.kit.keys.recovery import restore_root_key
from mingjian.kit.keys.services import check_root_key


class Command(OperatorCommand):
    help = "Write the lost root key back; asks for the recovery code (or reads it from a pipe)."

    def handle(self, *args: Any, **options: Any) -> None:
        restore_root_key(input("恢复码 Recovery code: "))
        check_root_key()
        self.stdout.write("根密钥已恢复。The root key is back.")
