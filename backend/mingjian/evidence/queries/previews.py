"""Previews: made by a confined child, read part by part."""

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from engines import sandbox
from mingjian.evidence.errors.previews import PreviewMissingError
from mingjian.evidence.models import EvidenceItem, ItemPreview, ItemState
from mingjian.evidence.queries.items import THUMBNAIL, has_thumbnail, preview_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.rules.previews import MADE, REASONS
from mingjian.kit.crypto import SUITES, SealedReader, seal
from mingjian.kit.keys.services import audit_secret
from mingjian.kit.storage import BlobFile, blobs
from mingjian.kit.streaming import Reader

PREVIEW = "evidence.preview"
"""The purpose under which previews are sealed; contents have another, with another key."""
SECONDS = 60.0
"""A preview may wait for a busy machine; the child's own processor time is limited anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPart:
    """A picture, or values as JSON, ready to be read."""

    content: Reader
    media_type: str
    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of it: parts without their contents, which lie sealed already."""

    code: str
    kind: str = ""
    details: dict[str, int] = field(default_factory=dict)
    parts: list[dict[str, Any]] = field(default_factory=list)
    sha256: str = ""


def made_of(row: EvidenceItem) -> Made:
    """Have a confined child look at the content, and seal what it drew; nothing lies in clear."""
    known = {"media_type": row.media_type}
    try:
        found = sandbox.run("preview", content_of(row), known, seconds=SECONDS)
    except sandbox.Fault as fault:
        return Made(code=FAULTS.get(fault.code, "failed"))
    if found.answer["code"] != MADE:
        return Made(code=found.answer["code"])
    return Made(
        code=MADE,
        kind=found.answer["kind"],
        details=found.answer["details"],
        parts=_placed(found.answer["parts"], found.blobs),
        sha256=_sealed(row, b"".join(found.blobs)),
    )


FAULTS = {"timeout": "too_complex", "memory": "too_complex", "unconfined": "unconfined"}


def part_of(row: EvidenceItem, number: int) -> PreviewPart:
    """One part of a preview; 404 where there is no such part."""
    preview = preview_of(row)
    if preview is None or not 0 <= number < len(preview.parts):
        raise PreviewMissingError
    part = preview.parts[number]
    key = audit_secret(row.owner_id, row.case_id, PREVIEW, row.id)
    whole = SealedReader(
        BlobFile(blobs(), preview.path), key, preview.path.encode(), SUITES[row.profile]
    )
    return PreviewPart(
        content=Range(whole, part["offset"], part["size"]),
        media_type=part["media_type"],
        etag=f"{preview.sha256}-{number}",
    )


def thumbnail_of(row: EvidenceItem) -> PreviewPart:
    """The small picture; 404 where there is none."""
    if not has_thumbnail(row):
        raise PreviewMissingError
    return part_of(row, 0)


def preview_view(row: EvidenceItem) -> dict[str, Any] | None:
    """What there is to see, or the sentence that says why not; None while nobody has looked."""
    preview = preview_of(row)
    if preview is None or row.state != ItemState.HELD:
        return None
    is_made = preview.code == MADE
    return {
        "code": preview.code,
        "kind": preview.kind,
        "message": "" if is_made else str(REASONS[preview.code]),
        "details": preview.details,
        "parts": [
            {**part, "number": number}
            for number, part in enumerate(preview.parts)
            if part["role"] != THUMBNAIL
        ],
    }


@dataclass(frozen=True, slots=True)
class Range:
    """Implements ``kit.streaming.Reader`` for some bytes of a sealed file."""

    whole: SealedReader
    offset: int
    size: int

    def read_at(self, offset: int, length: int) -> bytes:
        return self.whole.read_at(self.offset + offset, min(length, self.size - offset))


def _placed(parts: list[dict[str, Any]], blobs_of: list[bytes]) -> list[dict[str, Any]]:
    placed, offset = [], 0
    for part, content in zip(parts, blobs_of, strict=True):
        placed.append(part | {"offset": offset, "size": len(content)})
        offset += len(content)
    return placed


def _sealed(row: EvidenceItem, content: bytes) -> str:
    """Seal ``content`` at the preview's place, over whatever an earlier attempt left there."""
    path = ItemPreview(owner_id=row.owner_id, item=row).path
    key = audit_secret(row.owner_id, row.case_id, PREVIEW, row.id)
    with blobs().writing(path) as target:
        suite = SUITES[row.profile]
        seal(BytesIO(content), target, key=key, context=path.encode(), suite=suite)
    return hashlib.sha256(content).hexdigest()
