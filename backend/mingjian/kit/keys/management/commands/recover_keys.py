"""``manage.py recover_keys FILE``: the keys back from the offline copies, under a new root key."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from pyrage import IdentityError
from pyrage.x25519 import Identity

from mingjian.kit.keys.management.operator import OperatorCommand
from mingjian.kit.keys.offline import recover_from_offline_copies
from mingjian.kit.keys.services import check_root_key


class Command(OperatorCommand):
    help = "Open the offline copies with the security officer's age identity FILE."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="as age-keygen wrote it")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        count = recover_from_offline_copies(_identity(file))
        check_root_key()
        self.stdout.write(f"已找回 {count} 把密钥。{count} keys are back under a new root key.")


def _identity(file: Path) -> Identity:
    try:
        lines = file.read_text().splitlines()
        return Identity.from_str(next(line for line in lines if line.startswith("AGE-SECRET-KEY")))
    except (OSError, UnicodeDecodeError, StopIteration, IdentityError):
        raise CommandError(
            f"{file} 中没有 age 私钥（AGE-SECRET-KEY-…）。\nThere is no age identity in {file}."
        ) from None
