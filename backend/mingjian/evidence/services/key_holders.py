"""Naming whoever holds the offline copies of the keys: two people, as for a key that leaves.

With the private key and a backup of the keys database everything can be read, so nobody names a
holder alone. A lost root key, or a lost key service, then costs nothing.
"""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.key_exports import OwnApprovalError
from mingjian.evidence.errors.key_holders import HolderDecidedError
from mingjian.evidence.models import HolderState, KeyHolder
from mingjian.evidence.queries.key_holders import key_holder_of
from mingjian.evidence.services.key_exports import checked_recipient
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.keys.offline import keep_offline_copies


def name_key_holder(*, viewer: Viewer, name: str, recipient: str) -> KeyHolder:
    """Ask that the offline copies be sealed to ``recipient``, the age public key of ``name``."""
    checked_recipient(recipient)
    if viewer.person_id is None:
        raise NotPermitted
    row = KeyHolder(owner_id=viewer.tenant_id, name=name, recipient=recipient)
    row.asked_by_id = viewer.person_id
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "key_holder.asked", row)
    return row


def decide_key_holder(
    *, viewer: Viewer, holder_id: UUID, is_approved: bool, refusal: str = ""
) -> KeyHolder:
    """The second person's word; a yes seals the copies anew, before it is written down.

    Where only the copies succeed, the decision is still open and is simply taken again.
    """
    row = _open_decision(viewer, holder_id)
    if is_approved:
        keep_offline_copies(row.recipient)
    with transaction.atomic():
        KeyHolder.objects.select_for_update().get(id=holder_id)
        row = _open_decision(viewer, holder_id)
        before = row.digest()
        row.state = HolderState.APPROVED if is_approved else HolderState.REFUSED
        row.decided_by_id, row.decided_at, row.refusal = viewer.person_id, clock.now(), refusal
        row.save()
        action = "key_holder.approved" if is_approved else "key_holder.refused"
        record(viewer, action, row, before=before, reason=refusal)
    return row


def _open_decision(viewer: Viewer, holder_id: UUID) -> KeyHolder:
    row = key_holder_of(viewer, holder_id)
    if row.asked_by_id == viewer.person_id:
        raise OwnApprovalError
    if row.state != HolderState.ASKED:
        raise HolderDecidedError
    return row
