"""Whether somebody still holds the original from which a redacted item was made (B08)."""

from hmac import compare_digest
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.redactions import NotRedactedError
from mingjian.evidence.models import OriginalCheck
from mingjian.evidence.queries.items import item_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def check_original(*, viewer: Viewer, item_id: UUID, sha256: str) -> OriginalCheck:
    """Compare the hash of a presented original; recorded whether it matches or not."""
    item = item_of(viewer, item_id)
    if not item.original_sha256:
        raise NotRedactedError
    row = OriginalCheck(owner_id=item.owner_id, item=item, sha256=sha256)
    row.matches = compare_digest(item.original_sha256, sha256)
    row.checked_by_id = viewer.person_id
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "evidence.original_checked", row)
    return row
