"""Exporting an audit's key, e.g. for a court: two people, and sealed to a third one's key.

Whoever carries the file cannot read it; whoever can read it did not ask for it.
"""

import json
from uuid import UUID

from django.db import transaction
from pyrage import encrypt
from pyrage.x25519 import Recipient

from mingjian.evidence.errors.key_exports import (
    ExportDecidedError,
    OwnApprovalError,
    RecipientError,
)
from mingjian.evidence.models import ExportState, KeyExport
from mingjian.evidence.queries.key_exports import is_lapsed, key_export_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.age_files import age_recipient
from mingjian.kit.errors import NotPermitted
from mingjian.kit.keys.services import audit_key
from mingjian.programme.queries.cases import case_of

FORMAT = "mingjian/audit-key/v1"


def ask_for_key(
    *, viewer: Viewer, case_id: UUID, reason: str, recipient: str, recipient_name: str
) -> KeyExport:
    """Ask that the key of an audit be sealed to ``recipient``, an age public key."""
    case = case_of(viewer, case_id)
    checked_recipient(recipient)
    if viewer.person_id is None:
        raise NotPermitted
    row = KeyExport(owner_id=case.owner_id, case=case, asked_by_id=viewer.person_id)
    row.reason, row.recipient, row.recipient_name = reason, recipient, recipient_name
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "key_export.asked", row, reason=reason)
    return row


def decide_key_export(
    *, viewer: Viewer, export_id: UUID, is_approved: bool, refusal: str = ""
) -> KeyExport:
    """The second person's word; never the first one's."""
    with transaction.atomic():
        row = _locked(viewer, export_id)
        if row.asked_by_id == viewer.person_id:
            raise OwnApprovalError
        if row.state != ExportState.ASKED:
            raise ExportDecidedError
        before = row.digest()
        row.state = ExportState.APPROVED if is_approved else ExportState.REFUSED
        row.decided_by_id, row.decided_at, row.refusal = viewer.person_id, clock.now(), refusal
        row.save()
        action = "key_export.approved" if is_approved else "key_export.refused"
        record(viewer, action, row, before=before, reason=refusal)
    return row


def take_key(*, viewer: Viewer, export_id: UUID) -> bytes:
    """The exported key as an age file, once, for whoever asked; recorded before it is given."""
    with transaction.atomic():
        row = _locked(viewer, export_id)
        if row.asked_by_id != viewer.person_id:
            raise NotPermitted
        if row.state != ExportState.APPROVED or is_lapsed(row):
            raise ExportDecidedError
        before = row.digest()
        file: bytes = encrypt(_contents(row), [checked_recipient(row.recipient)])
        row.state, row.taken_at = ExportState.TAKEN, clock.now()
        row.save()
        record(viewer, "key_export.taken", row, before=before)
    return file


def _contents(row: KeyExport) -> bytes:
    key = audit_key(row.owner_id, row.case_id)
    told = {
        "format": FORMAT,
        "tenant": str(row.owner_id),
        "audit": str(row.case_id),
        "number": row.case.number,
        "key": key.hex(),
        "file_key": "HKDF-Expand-SHA-256(key, 'mingjian/derive/v1/' + purpose + NUL + item id)",
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def checked_recipient(text: str) -> Recipient:
    """An age public key, or a sentence that it is none."""
    recipient = age_recipient(text)
    if recipient is None:
        raise RecipientError
    return recipient


def _locked(viewer: Viewer, export_id: UUID) -> KeyExport:
    key_export_of(viewer, export_id)
    rows = KeyExport.objects.select_for_update(of=("self",)).select_related("case__client")
    return rows.get(id=export_id)
