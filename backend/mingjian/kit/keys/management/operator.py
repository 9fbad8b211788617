"""Commands for the operator at the terminal, who is told in both languages what is wrong."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mingjian.kit.errors import MingjianError


class OperatorCommand(BaseCommand):
    """A command whose refusals are sentences, not tracebacks."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except MingjianError as error:
            sentences = (error.zh, error.en)
            raise CommandError("\n".join(s.format(**error.params) for s in sentences)) from error
