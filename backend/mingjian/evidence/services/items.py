"""What happens to an item after it was sealed: described, assigned, opened."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.items import (
    ItemDestroyedError,
    ItemQuarantinedError,
    ItemRefusedError,
    NotAnExpertError,
)
from mingjian.evidence.models import EvidenceItem, ItemAssignment, ItemOpening, ItemState
from mingjian.evidence.queries.deletions import check_not_frozen
from mingjian.evidence.queries.items import TEXTS, entries_view, item_of, texts_of
from mingjian.evidence.queries.places import checked_plan_item, checked_site
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.programme.queries.cases import team_of

EXPERTS = frozenset({"TE", "TR"})
SEALED = frozenset({"name", "note"})
UNREADABLE = {
    ItemState.QUARANTINED: ItemQuarantinedError,
    ItemState.REFUSED: ItemRefusedError,
    ItemState.DESTROYED: ItemDestroyedError,
}


def describe_item(
    *, viewer: Viewer, item_id: UUID, version: int, values: Mapping[str, Any]
) -> EvidenceItem:
    """Change what people say about an item; its content and its hashes never change."""
    with transaction.atomic():
        row = _locked(viewer, item_id)
        check_not_frozen(row.case_id)
        given = {name: value for name, value in values.items() if name not in SEALED}
        if "site_id" in given:
            given["site_id"] = checked_site(row.case, given["site_id"])
        if "plan_item_id" in given:
            given["plan_item_id"] = checked_plan_item(row.case, given["plan_item_id"])
        texts = {name: values[name] for name in SEALED & set(values)}
        if texts and row.state != ItemState.DESTROYED:
            whole = texts_of(row) | texts
            given["sealed"] = sealed_texts(row.owner_id, row.case_id, row.id, TEXTS, whole)
        before = change(row, viewer=viewer, version=version, values=given, view=entries_view)
        record(viewer, "evidence.described", row, before=before)
    return row


def assign_item(*, viewer: Viewer, item_id: UUID, people: Sequence[UUID]) -> EvidenceItem:
    """Show an item to exactly these experts of the team, who see no others."""
    with transaction.atomic():
        row = _locked(viewer, item_id)
        experts = {each.person_id for each in team_of(row.case) if each.role in EXPERTS}
        if not set(people) <= experts:
            raise NotAnExpertError
        assigned = {each.person_id: each for each in row.assignments.all()}
        for person_id in set(people) - set(assigned):
            new = ItemAssignment(owner_id=row.owner_id, item=row, person_id=person_id)
            new.assigned_by = name_of(viewer)
            new.save(force_insert=True)
            record(viewer, "evidence.assigned", new)
        for person_id in set(assigned) - set(people):
            old = assigned[person_id]
            record(viewer, "evidence.unassigned", old, before=old.digest(), removed=True)
            old.delete()
    return row


def open_item(*, viewer: Viewer, item_id: UUID) -> EvidenceItem:
    """Somebody looks at an item: recorded before a byte of it is handed out."""
    row = item_of(viewer, item_id)
    check_readable(row)
    opening = ItemOpening(owner_id=row.owner_id, item=row, person_id=viewer.person_id)
    with transaction.atomic():
        opening.save(force_insert=True)
        record(viewer, "evidence.opened", opening)
    return row


def check_readable(row: EvidenceItem) -> None:
    """Only what was examined and is still there is opened."""
    refusal = UNREADABLE.get(ItemState(row.state))
    if refusal:
        raise refusal


def _locked(viewer: Viewer, item_id: UUID) -> EvidenceItem:
    item_of(viewer, item_id)
    row = EvidenceItem.objects.select_for_update(of=("self",)).filter(id=item_id)
    found = row.select_related("case__client").first()
    if found is None:
        raise NotFound
    return found
