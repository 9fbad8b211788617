"""Sealed columns of journalled rows, emptied when their audit is deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from mingjian.journal.models import Journalled
from mingjian.journal.services.recording import record
from mingjian.kit.access import Viewer
from mingjian.kit.words import Words

AT_ONCE = 100
"""Rows per transaction: the journal's head is not held for long."""


@dataclass(frozen=True, slots=True)
class SealedRows:
    """Implements ``kit.deletion.DeletableStore``: the rows stay, what was sealed in them goes."""

    code: str
    title: Words
    model: type[Journalled]
    to_case: str
    """The path from a row to its case."""
    columns: tuple[str, ...] = ("sealed",)

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        for row_id in self._filled(owner_id, case_id).values_list("id", flat=True):
            yield f"{self.model._meta.label_lower}/{row_id}"

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        while rows := list(self._filled(viewer.tenant_id, case_id)[:AT_ONCE]):
            with transaction.atomic():
                for row in rows:
                    self._empty(viewer, row)

    def _empty(self, viewer: Viewer, row: Journalled) -> None:
        before = row.digest()
        for column in self.columns:
            setattr(row, column, "")
        row.save(update_fields=self.columns)
        record(viewer, "deletion.emptied", row, before=before)

    def _filled(self, owner_id: UUID, case_id: UUID) -> QuerySet[Any]:
        of_case = Q(owner_id=owner_id, **{self.to_case: case_id})
        filled = Q()
        for column in self.columns:
            filled |= Q(**{f"{column}__gt": ""})
        return self.model._base_manager.filter(of_case, filled).order_by("id")
