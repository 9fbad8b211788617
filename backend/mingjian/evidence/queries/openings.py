"""Read-only links to one item for one person, for some minutes (S31)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing

from mingjian.evidence.errors.items import OpeningExpiredError
from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.models.items import path_of
from mingjian.evidence.queries.items import item_of, name_of_item
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import name_of
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.crypto import SUITES, SealedReader
from mingjian.kit.keys.errors import AuditKeyDestroyed
from mingjian.kit.keys.services import audit_secret, records_of
from mingjian.kit.storage import BlobFile, blobs

CONTENT = "evidence.content"
"""The purpose under which an item's content is sealed."""
LASTS = timedelta(minutes=15)
_SIGNER = signing.Signer(salt="evidence.opening")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a viewer needs to look at an item, and what stands across the picture."""

    href: str
    preview_href: str
    is_shown: bool
    expires_at: datetime
    name: str
    media_type: str
    watermark: str


def opening_of(viewer: Viewer, row: EvidenceItem, *, is_shown: bool) -> Opening:
    """A link that works for this person only; the watermark names them and the time."""
    until = clock.now() + LASTS
    token = _SIGNER.sign(f"{row.id}:{viewer.actor}:{int(until.timestamp())}")
    tenant = own_tenant(viewer)
    return Opening(
        href=f"/api/evidence/items/{row.id}/content?opening={token}",
        preview_href=f"/api/evidence/items/{row.id}/preview/{{number}}?opening={token}",
        is_shown=is_shown,
        expires_at=until,
        name=name_of_item(row),
        media_type=row.media_type,
        watermark=f"{name_of(viewer)} · {tenant.short_name or tenant.name} · "
        f"{clock.local_time(tenant.zone)} · {row.code}",
    )


def opened_item(viewer: Viewer, item_id: UUID, token: str) -> EvidenceItem:
    """The item of a link that this person was given some minutes ago."""
    try:
        signed, _, until = _SIGNER.unsign(token).rpartition(":")
    except signing.BadSignature:
        raise OpeningExpiredError from None
    if signed != f"{item_id}:{viewer.actor}" or int(until) < clock.now().timestamp():
        raise OpeningExpiredError
    return item_of(viewer, item_id)


def content_of(row: EvidenceItem) -> SealedReader:
    """The content, readable anywhere; raises what is wrong with a damaged or foreign one."""
    try:
        return sealed_at(row, row.case_id)
    except AuditKeyDestroyed:
        records = records_of(row.case_id)
        if not blobs().exists(path_of(row.owner_id, records, row.id)):
            raise
        return sealed_at(row, records)


def sealed_at(row: EvidenceItem, source: UUID) -> SealedReader:
    """The content as it lies under the key of ``source``: the audit, or the records kept of it."""
    key = audit_secret(row.owner_id, source, CONTENT, row.id)
    path = path_of(row.owner_id, source, row.id)
    return SealedReader(BlobFile(blobs(), path), key, path.encode(), SUITES[row.profile])
