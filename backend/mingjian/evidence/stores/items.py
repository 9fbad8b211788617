"""Evidence items: destroyed with the audit's key, or sealed anew because the body keeps them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.models.items import path_of
from mingjian.evidence.queries.items import TEXTS
from mingjian.evidence.queries.openings import CONTENT, sealed_at
from mingjian.evidence.queries.retention import grounds_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.crypto import SUITES, SealedReader, seal
from mingjian.kit.crypto.errors import CiphertextTampered
from mingjian.kit.keys.sealed_texts import KEPT, kept_texts
from mingjian.kit.keys.services import audit_secret, records_of
from mingjian.kit.storage import blobs
from mingjian.kit.words import Words

AT_ONCE = 100
LABEL = EvidenceItem._meta.label_lower


class EvidenceItems:
    """Implements ``kit.deletion.DeletableStore``: rows stay as tombstones without a word."""

    code = "evidence.items"
    title = Words("证据名称和说明", "Names and notes of evidence")
    model, columns = EvidenceItem, ("sealed",)

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        for row_id in self._going(owner_id, case_id).values_list("id", flat=True):
            yield f"{LABEL}/{row_id}"

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        going = self._going(viewer.tenant_id, case_id)
        while rows := list(going.select_related("case")[:AT_ONCE]):
            with transaction.atomic():
                for row in rows:
                    before = row.digest()
                    row.sealed, row.state = "", ItemState.DESTROYED
                    row.version += 1
                    row.save()
                    record(viewer, "evidence.destroyed", row, before=before)

    def _going(self, owner_id: UUID, case_id: UUID) -> QuerySet[EvidenceItem]:
        rows = EvidenceItem.objects.filter(owner_id=owner_id, case_id=case_id)
        staying = rows.filter(id__in=grounds_of(owner_id, case_id))
        return rows.exclude(state=ItemState.DESTROYED).exclude(id__in=staying).order_by("number")


class RetainedItems:
    """Implements ``kit.deletion.RetainedStore``: a second copy lies under the records' key."""

    code = "evidence.kept_items"
    title = Words("留作审核记录的证据", "Evidence kept as the body's record")

    def kept(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        for row_id in sorted(grounds_of(owner_id, case_id)):
            yield f"{LABEL}/{row_id}"

    def keep(self, viewer: Viewer, case_id: UUID) -> None:
        rows = EvidenceItem.objects.filter(id__in=grounds_of(viewer.tenant_id, case_id))
        for row in rows.select_related("case").order_by("number"):
            _copy_content(row)
            if not row.sealed.startswith(KEPT):
                with transaction.atomic():
                    before = row.digest()
                    row.sealed = kept_texts(row.owner_id, case_id, row.id, TEXTS, row.sealed)
                    row.version += 1
                    row.save()
                    record(viewer, "evidence.kept", row, before=before)


def _copy_content(row: EvidenceItem) -> None:
    """Whole and with the hash that was journalled when it came in, or not at all."""
    records = records_of(row.case_id)
    path = path_of(row.owner_id, records, row.id)
    if blobs().exists(path):
        return
    key = audit_secret(row.owner_id, records, CONTENT, row.id)
    source = _Reading(sealed_at(row, row.case_id))
    with blobs().writing(path) as target:
        suite = SUITES[row.profile]
        copied = seal(source, target, key=key, context=path.encode(), suite=suite)
        if copied.sha256.hex() != row.sha256:
            raise CiphertextTampered(chunk=0)


class _Reading:
    """A sealed file as a source to be sealed anew."""

    def __init__(self, reader: SealedReader) -> None:
        self._reader, self._at = reader, 0

    def readinto(self, buffer: Any, /) -> int:
        piece = self._reader.read_at(self._at, len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
