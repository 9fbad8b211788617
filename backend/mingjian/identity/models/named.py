"""Rows with a name, found by any part of it or by its pinyin initials."""

from typing import Any

from django.db import models
from django.db.models import Q

from mingjian.identity.models.editable import Editable
from mingjian.identity.rules import initials_of


class Named(Editable):
    """``initials`` follows the name: 沈知远 is found by ``szy``."""

    name = models.CharField(max_length=200)
    initials = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.initials = initials_of(self.name)
        super().save(*args, **kwargs)


def called(text: str, prefix: str = "") -> Q:
    """Rows whose name contains ``text``, or whose initials do; ``prefix`` as in ``party__``."""
    named = Q(**{f"{prefix}name__icontains": text})
    return named | Q(**{f"{prefix}initials__contains": text.lower()})
