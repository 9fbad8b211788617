"""The client's keep-list: what the body may keep longer, by the client's written word (S14)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.deletion import KeepItemError, KeepListClosedError, KeepUntilError
from mingjian.evidence.models import DeletionOrder, EvidenceItem, ItemState, KeepWish
from mingjian.evidence.queries.deletion_rules import zone
from mingjian.evidence.queries.deletions import KEEP_LIST_OPEN, open_order
from mingjian.evidence.queries.inventories import inventory_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of


def set_keep_list(
    *, viewer: Viewer, case_id: UUID, item_ids: Collection[UUID], until: date
) -> AuditCase:
    """Exactly these items are kept until then; what was ticked before and is not now goes."""
    case = case_of(viewer, case_id)
    if viewer.tenant_id != case.client_id or viewer.person_id is None:
        raise NotPermitted
    if until <= clock.today(zone(case)):
        raise KeepUntilError
    with transaction.atomic():
        order = _open_list(case)
        rows = EvidenceItem.objects.filter(case=case, id__in=item_ids)
        chosen = {row.id: row for row in rows.exclude(state=ItemState.DESTROYED)}
        if set(item_ids) - set(chosen):
            raise KeepItemError
        _settle(viewer, case, chosen, until)
        if order:
            _refresh(viewer, order)
    return case


def _settle(viewer: Viewer, case: AuditCase, chosen: dict[UUID, EvidenceItem], until: date) -> None:
    standing = {each.item_id: each for each in KeepWish.objects.filter(item__case=case)}
    for item_id, wish in standing.items():
        if item_id not in chosen or wish.until != until:
            record(viewer, "keep_list.removed", wish, before=wish.digest(), removed=True)
            KeepWish.objects.filter(id=wish.id).delete()
    for item_id, item in chosen.items():
        if item_id not in standing or standing[item_id].until != until:
            new = KeepWish(owner_id=case.owner_id, item=item, until=until)
            new.agreed_by_id = viewer.person_id  # type: ignore[assignment]
            new.save(force_insert=True)
            record(viewer, "keep_list.added", new)


def _open_list(case: AuditCase) -> DeletionOrder | None:
    order = open_order(case.id)
    if order is None:
        return None
    locked = DeletionOrder.objects.select_for_update(of=("self",)).get(id=order.id)
    if locked.state not in KEEP_LIST_OPEN:
        raise KeepListClosedError
    return locked


def _refresh(viewer: Viewer, order: DeletionOrder) -> None:
    """What the order takes has changed, so its inventory is drawn up anew."""
    before = order.digest()
    order.inventory = inventory_of(order.owner_id, order.case_id)
    order.inventory_sha256 = order.inventory["root"]
    order.save()
    record(viewer, "deletion.listed", order, before=before)
