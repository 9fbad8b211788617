"""Uploads, as the person who began them may see them."""

from typing import Any
from uuid import UUID

from django.db.models import Sum

from mingjian.evidence.models import EvidenceItem, Upload
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import opened_texts
from mingjian.programme.queries.cases import cases

TEXTS, TAIL = "evidence.upload", "evidence.upload.tail"
"""The purposes under which an upload's texts and its tail are sealed."""


def upload_of(viewer: Viewer, upload_id: UUID) -> Upload | None:
    """An upload that this person began, in a case that is still theirs to see."""
    rows = Upload.objects.filter(id=upload_id, begun_by=viewer.actor)
    return rows.filter(case__in=cases(viewer).order_by()).select_related("case").first()


def completed_by(viewer: Viewer, item_id: UUID) -> EvidenceItem | None:
    """The item that an upload of this person became: its last answer may have been lost."""
    if viewer.person_id is None:
        return None
    rows = EvidenceItem.objects.filter(id=item_id, provided_by_id=viewer.person_id)
    return rows.filter(case__in=cases(viewer).order_by()).first()


def metadata_of(row: Upload) -> str:
    """What the sender said of the file, word for word."""
    texts = opened_texts(row.owner_id, row.case_id, row.id, TEXTS, row.sealed)
    return str(texts.get("metadata", ""))


def tail_of(row: Upload) -> dict[str, Any]:
    """The bytes behind the last whole chunk, and the number of chunks that they follow."""
    return opened_texts(row.owner_id, row.case_id, row.id, TAIL, row.tail)


def has_expired(row: Upload) -> bool:
    return row.expires_at <= clock.now()


def promised_by(viewer: Viewer) -> tuple[int, int]:
    """How many files this person has under way, and their bytes."""
    mine = Upload.objects.filter(begun_by=viewer.actor)
    return mine.count(), mine.aggregate(Sum("length"))["length__sum"] or 0


def held_by(owner_id: UUID) -> int:
    """Bytes a body holds as evidence or is being sent."""
    held = EvidenceItem.objects.filter(owner_id=owner_id).aggregate(Sum("size"))["size__sum"]
    coming = Upload.objects.filter(owner_id=owner_id).aggregate(Sum("length"))["length__sum"]
    return (held or 0) + (coming or 0)
