"""``manage.py rotate_keys``: new wrapping keys; every file and text stays readable."""

from typing import Any
from uuid import UUID

from django.core.management.base import CommandParser

from mingjian.kit.keys.management.operator import OperatorCommand
from mingjian.kit.keys.rotation import rotate_root, rotate_tenant


class Command(OperatorCommand):
    help = "Rotate the root key, or with --tenant the key of one tenant."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tenant", type=UUID, help="rotate this tenant's key only")

    def handle(self, *args: Any, tenant: UUID | None = None, **options: Any) -> None:
        version = rotate_tenant(tenant) if tenant else rotate_root()
        self.stdout.write(f"密钥已更换，现为第 {version} 版。The key is now version {version}.")
