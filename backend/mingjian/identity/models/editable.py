"""Rows that several people edit in forms, so that a stale form is noticed."""

from django.db import models

from mingjian.journal.models import Journalled


class Editable(Journalled):
    """``version`` counts the changes; ``changed_by`` names who made the last one."""

    version = models.PositiveIntegerField(default=1, editable=False)
    changed_by = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True
