"""Uploads: begun, ended as an item, cancelled, expired. Their bytes are in ``receiving``."""

from django.db import transaction
from django.template.defaultfilters import filesizeformat

from mingjian.evidence.errors.uploads import (
    BodyQuotaError,
    ContentMismatchError,
    DiskFullError,
    FileTooLargeError,
    TooManyUploadsError,
)
from mingjian.evidence.models import EvidenceItem, Upload
from mingjian.evidence.queries.items import items
from mingjian.evidence.queries.places import checked_plan_item, checked_site
from mingjian.evidence.queries.profiles import suite_of
from mingjian.evidence.queries.uploads import TEXTS, held_by, metadata_of, promised_by
from mingjian.evidence.rules.file_names import folder_of, safe_name
from mingjian.evidence.rules.quotas import (
    HELD_PER_BODY,
    LARGEST,
    LASTS,
    PROMISED_PER_PERSON,
    UNFINISHED_PER_PERSON,
)
from mingjian.evidence.rules.redactions import REASON, read_redactions
from mingjian.evidence.rules.tus import metadata_in
from mingjian.evidence.rules.uploaded_file import OCTETS, UploadedFile
from mingjian.evidence.services.receiving import discard, has_room_for, place_of
from mingjian.evidence.services.sealing import Given, keep_sealed, receiving_case
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.crypto import Sealed
from mingjian.kit.errors import NotFound
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.kit.storage import blobs
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase


def begin_upload(*, viewer: Viewer, length: int, metadata: str) -> Upload:
    """Promise a file of ``length`` bytes; everything that can be refused is refused now."""
    known = UploadedFile.of(metadata_in(metadata))
    case = receiving_case(viewer, known.case)
    _check_length(viewer, case, length)
    _given(viewer, case, known)
    row = Upload(id=uuid7(), owner_id=case.owner_id, case=case, length=length)
    row.profile = suite_of(case.owner_id).code
    texts = {"metadata": metadata}
    row.sealed = sealed_texts(row.owner_id, case.id, row.id, TEXTS, texts)
    row.person_id, row.begun_by = viewer.person_id, viewer.actor
    row.begun_at = clock.now()
    row.expires_at = row.begun_at + LASTS
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "upload.begun", row)
    return row


def complete_upload(*, viewer: Viewer, row: Upload, sealed: Sealed) -> EvidenceItem:
    """The file is whole: publish it and make it an item, at once with the end of the upload."""
    with tenant_scope(viewer.owners):
        known = UploadedFile.of(metadata_in(metadata_of(row)))
        given = _given(viewer, row.case, known)
    if known.sha256 and known.sha256 != sealed.sha256.hex():
        with tenant_scope(viewer.owners):
            end_upload(viewer=viewer, row=row, action="upload.mismatched")
        raise ContentMismatchError
    blobs().adopt(row.path, place_of(row))
    try:
        with tenant_scope(viewer.owners), transaction.atomic():
            _remove(viewer, row, "upload.completed")
            item = keep_sealed(
                viewer=viewer, case=row.case, item_id=row.id, sealed=sealed, given=given
            )
    except BaseException:
        blobs().delete(row.path)
        raise
    discard(row)
    return item


def end_upload(*, viewer: Viewer, row: Upload, action: str) -> None:
    """Give an upload up: cancelled, expired, or not what was promised."""
    with transaction.atomic():
        _remove(viewer, row, action)
    discard(row)


def _remove(viewer: Viewer, row: Upload, action: str) -> None:
    record(viewer, action, row, before=row.digest(), removed=True)
    Upload.objects.filter(id=row.id).delete()


def _check_length(viewer: Viewer, case: AuditCase, length: int) -> None:
    if length > LARGEST:
        raise FileTooLargeError(limit=filesizeformat(LARGEST))
    count, promised = promised_by(viewer)
    if count >= UNFINISHED_PER_PERSON or promised + length > PROMISED_PER_PERSON:
        limit = filesizeformat(PROMISED_PER_PERSON)
        raise TooManyUploadsError(count=UNFINISHED_PER_PERSON, limit=limit)
    if held_by(case.owner_id) + length > HELD_PER_BODY:
        raise BodyQuotaError(limit=filesizeformat(HELD_PER_BODY))
    if not has_room_for(length):
        raise DiskFullError


def _given(viewer: Viewer, case: AuditCase, known: UploadedFile) -> Given:
    circumstances = {
        "request": str(known.request or ""),
        "folder": folder_of(known.path),
        REASON: known.redaction_reason,
    }
    return Given(
        kind=known.kind,
        origin=known.origin,
        name=safe_name(known.name or known.path),
        media_type=known.type or OCTETS,
        note=known.note,
        circumstances={name: value for name, value in circumstances.items() if value},
        site_id=checked_site(case, known.site),
        plan_item_id=checked_plan_item(case, known.plan_item),
        effective_on=known.effective_on,
        arose_at=known.arose_at,
        original_sha256=known.original_sha256,
        redactions=read_redactions(known.redactions),
        replaces=_replaced(viewer, case, known),
    )


def _replaced(viewer: Viewer, case: AuditCase, known: UploadedFile) -> EvidenceItem | None:
    if known.replaces is None:
        return None
    found = items(viewer, case).filter(id=known.replaces).first()
    if found is None:
        raise NotFound
    return found
