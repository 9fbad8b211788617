"""The audit record is the body's: it outlives the audit's key."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import KEPT, kept_texts
from mingjian.kit.words import Words
from mingjian.records.models import RecordEntry
from mingjian.records.queries import TEXTS

AT_ONCE = 100


class RetainedEntries:
    """Implements ``kit.deletion.RetainedStore``."""

    code = "records.entries"
    title = Words("审核记录", "The audit record")
    model, columns = RecordEntry, ("sealed",)

    def kept(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        rows = RecordEntry.objects.filter(owner_id=owner_id, case_id=case_id).order_by("id")
        for row_id in rows.values_list("id", flat=True):
            yield f"{RecordEntry._meta.label_lower}/{row_id}"

    def keep(self, viewer: Viewer, case_id: UUID) -> None:
        while rows := list(self._unkept(viewer.tenant_id, case_id)[:AT_ONCE]):
            with transaction.atomic():
                for row in rows:
                    before = row.digest()
                    row.sealed = kept_texts(row.owner_id, case_id, row.id, TEXTS, row.sealed)
                    row.save(update_fields=["sealed"])
                    record(viewer, "entry.kept", row, before=before)

    def _unkept(self, owner_id: UUID, case_id: UUID) -> QuerySet[RecordEntry]:
        rows = RecordEntry.objects.filter(owner_id=owner_id, case_id=case_id)
        return rows.exclude(sealed="").exclude(sealed__startswith=KEPT).order_by("id")
