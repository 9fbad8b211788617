"""``manage.py setup_token``: the token for the first day, or nothing once a body exists."""

from typing import Any

from django.core.management.base import BaseCommand

from mingjian.identity import setup_token
from mingjian.identity.queries.tenants import tenant_ids


class Command(BaseCommand):
    help = "Print the one-time token with which the first day's wizard is opened."

    def handle(self, *args: Any, **options: Any) -> None:
        if not tenant_ids():
            self.stdout.write(setup_token.issue())
