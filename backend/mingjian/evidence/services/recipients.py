"""Registering recipients of parcels: one person enters the key, another makes sure whose it is."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.parcels import (
    OwnCheckError,
    RecipientKeyError,
    RecipientSettledError,
)
from mingjian.evidence.models import Recipient
from mingjian.evidence.queries.recipients import recipient_of, recipient_view
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.age_files import age_recipient
from mingjian.kit.errors import NotPermitted


def enter_recipient(
    *, viewer: Viewer, name: str, organisation: str, email: str, language: str, age_key: str
) -> Recipient:
    """A key that nobody has checked yet: nothing can be sent to it."""
    if age_recipient(age_key) is None:
        raise RecipientKeyError
    if viewer.person_id is None:
        raise NotPermitted
    row = Recipient(owner_id=viewer.tenant_id, name=name, organisation=organisation, email=email)
    row.language, row.age_key, row.entered_by_id = language, age_key, viewer.person_id
    row.changed_by = name_of(viewer)
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "recipient.entered", row)
    return row


def check_recipient(*, viewer: Viewer, recipient_id: UUID, how: str) -> Recipient:
    """The fingerprint was compared with the recipient, over another way than the key came."""
    with transaction.atomic():
        row = _locked(viewer, recipient_id)
        if row.entered_by_id == viewer.person_id:
            raise OwnCheckError
        if row.checked_at or row.retired_at:
            raise RecipientSettledError
        values = {"checked_by_id": viewer.person_id, "checked_how": how, "checked_at": clock.now()}
        before = change(row, viewer=viewer, version=row.version, values=values, view=recipient_view)
        record(viewer, "recipient.checked", row, before=before, reason=how)
    return row


def retire_recipient(*, viewer: Viewer, recipient_id: UUID, reason: str) -> Recipient:
    """No further parcels; those on their way are withdrawn one by one where need be."""
    with transaction.atomic():
        row = _locked(viewer, recipient_id)
        if row.retired_at:
            raise RecipientSettledError
        values = {"retired_at": clock.now()}
        before = change(row, viewer=viewer, version=row.version, values=values, view=recipient_view)
        record(viewer, "recipient.retired", row, before=before, reason=reason)
    return row


def _locked(viewer: Viewer, recipient_id: UUID) -> Recipient:
    recipient_of(viewer, recipient_id)
    return Recipient.objects.select_for_update(of=("self",)).get(id=recipient_id)
