"""Legal holds: set by one role, lifted by another."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.deletion import HoldLiftedError
from mingjian.evidence.models import LegalHold
from mingjian.evidence.queries.deletions import hold_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.programme.queries.cases import case_of


def set_hold(*, viewer: Viewer, case_id: UUID, reason: str) -> LegalHold:
    """From now on nothing of the audit is destroyed; an order that was not carried out waits."""
    case = case_of(viewer, case_id)
    if viewer.person_id is None:
        raise NotPermitted
    row = LegalHold(owner_id=case.owner_id, case=case, reason=reason, set_by_id=viewer.person_id)
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "legal_hold.set", row, reason=reason)
    return row


def lift_hold(*, viewer: Viewer, hold_id: UUID, reason: str) -> LegalHold:
    """By the body's quality officer, who did not set it."""
    found = hold_of(viewer, hold_id)
    if viewer.tenant_id != found.owner_id or viewer.person_id == found.set_by_id:
        raise NotPermitted
    with transaction.atomic():
        row = LegalHold.objects.select_for_update(of=("self",)).get(id=hold_id)
        if row.lifted_at:
            raise HoldLiftedError
        before = row.digest()
        row.lifted_by_id, row.lifted_at = viewer.person_id, clock.now()
        row.lift_reason = reason
        row.save()
        record(viewer, "legal_hold.lifted", row, before=before, reason=reason)
    return row
