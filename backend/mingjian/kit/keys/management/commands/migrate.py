"""``manage.py migrate``: a database of keys is brought on by the migrations of keys alone."""

from typing import Any

from django.core.management.commands import migrate

from mingjian.kit.keys.router import KEYS


class Command(migrate.Command):
    """Django's, except that it does not compute all other apps' models for nothing."""

    def handle(self, *args: Any, **options: Any) -> str | None:
        if options["database"] == KEYS and not options["app_label"]:
            options |= {"app_label": KEYS, "run_syncdb": False}
        return super().handle(*args, **options)
