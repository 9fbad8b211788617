"""Workbooks that were read in, so that what came of them can be seen and undone."""

from django.db import models

from mingjian.journal.models import Journalled
from mingjian.kit import clock


class ImportState(models.TextChoices):
    """Checked rows wait for a confirmation; confirmed ones may be undone."""

    CHECKED = "checked", "已检查"
    CONFIRMED = "confirmed", "已导入"
    UNDONE = "undone", "已撤销"


class Import(Journalled):
    """One uploaded workbook: its rows, what is wrong with them, and what they became."""

    digest_fields = ("kind", "file_name", "state", "rows", "made", "kept")

    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=9, choices=ImportState.choices, default=ImportState.CHECKED)
    rows = models.JSONField(default=list)
    """``{"number": 2, "values": {…}, "errors": {…}}`` per row of the workbook."""
    made = models.JSONField(default=list)
    """``{"number": 2, "id": "…"}`` per row that became something."""
    kept = models.JSONField(default=list)
    """``{"number": 2, "why": "…"}`` per row that could not be undone."""
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}"

    @property
    def faulty(self) -> int:
        """How many rows are wrong and will be passed over."""
        return sum(1 for row in self.rows if row["errors"])
