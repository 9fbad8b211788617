"""Verifying items on demand; what was found is recorded either way."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import ItemVerification
from mingjian.evidence.queries.items import item_of
from mingjian.evidence.queries.verdicts import verdict_on
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def verify_item(*, viewer: Viewer, item_id: UUID) -> ItemVerification:
    """Compare content, row and journal; what was found is recorded with its name."""
    row = item_of(viewer, item_id)
    verdict = verdict_on(row)
    found = ItemVerification(owner_id=row.owner_id, item=row, code=verdict.code)
    found.sha256 = verdict.sha256
    with transaction.atomic():
        found.save(force_insert=True)
        record(viewer, "evidence.verified", found)
    return found
