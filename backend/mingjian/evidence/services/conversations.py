"""The conversation about a request: both sides, sealed, with a mark for what is unread."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import EvidenceRequest, RequestMessage, RequestReading
from mingjian.evidence.queries.requests import request_of, sealed_message, unread
from mingjian.identity.models import TenantKind
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.services.cases import locked_case


def send_message(*, viewer: Viewer, request_id: UUID, text: str) -> EvidenceRequest:
    """Say something about a request, also after it is settled, until the audit is closed."""
    row = request_of(viewer, request_id)
    message = RequestMessage(owner_id=row.owner_id, request=row, author_id=viewer.person_id)
    message.author_name = name_of(viewer)
    message.is_from_client = viewer.tenant_kind == TenantKind.CLIENT
    message.sealed = sealed_message(message, text)
    with transaction.atomic():
        locked_case(viewer, row.case_id)
        message.save(force_insert=True)
        record(viewer, "request.message_sent", message)
    return row


def mark_read(*, viewer: Viewer, request_id: UUID) -> EvidenceRequest:
    """The viewer has seen the conversation up to now; nothing happens where nothing is new."""
    row = request_of(viewer, request_id)
    if viewer.person_id is None or not unread(viewer, row):
        return row
    with transaction.atomic():
        found = row.readings.select_for_update().filter(person_id=viewer.person_id).first()
        before = found.digest() if found else b""
        reading = found or RequestReading(
            owner_id=row.owner_id, request=row, person_id=viewer.person_id
        )
        reading.read_at = clock.now()
        reading.save()
        record(viewer, "request.read", reading, before=before)
    return row
