"""Workbooks that were read in, so that what came of them can be seen and undone."""

from typing import Any

from django.db import models

from mingjian.journal.models import Journalled
from mingjian.kit import clock


class ImportState(models.TextChoices):
    """Checked rows wait for a confirmation; confirmed ones may be undone.

    What takes longer than a request passes through a state of its own while jobs work on it.
    """

    CHECKED = "checked", "已检查"
    CONFIRMING = "confirming", "正在导入"
    REVERTING = "reverting", "正在撤回"
    """Something went wrong on the way: what was written so far is taken out again."""
    CONFIRMED = "confirmed", "已导入"
    UNDOING = "undoing", "正在撤销"
    UNDONE = "undone", "已撤销"


WORKING = frozenset({ImportState.CONFIRMING, ImportState.REVERTING, ImportState.UNDOING})
"""States in which jobs are at it."""


class Import(Journalled):
    """One uploaded workbook: its rows, what is wrong with them, and what they became."""

    digest_fields = ("kind", "file_name", "state", "rows", "made", "kept")

    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    state = models.CharField(
        max_length=10, choices=ImportState.choices, default=ImportState.CHECKED
    )
    rows = models.JSONField(default=list)
    """``{"number": 2, "values": {…}, "errors": {…}}`` per row of the workbook."""
    made = models.JSONField(default=list)
    """``{"number": 2, "id": "…"}`` per row that became something."""
    kept = models.JSONField(default=list)
    """``{"number": 2, "why": "…"}`` per row that could not be undone."""
    taken_back = models.PositiveIntegerField(default=0)
    """How many of ``made``, counted from the last, an undoing has dealt with so far."""
    failure = models.CharField(max_length=1000, blank=True)
    """Why the last attempt to write or to undo it came to nothing."""
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}"

    @property
    def faulty(self) -> int:
        """How many rows are wrong and will be passed over."""
        return len(self.rows) - len(self.right_rows)

    @property
    def right_rows(self) -> list[dict[str, Any]]:
        return [row for row in self.rows if not row["errors"]]

    @property
    def total(self) -> int:
        """How many rows the present work is about."""
        return len(self.right_rows)

    @property
    def done(self) -> int:
        """How many of them it has dealt with."""
        if self.state == ImportState.UNDOING:
            return self.taken_back
        return len(self.made)
