"""Off-site information: laid out, requested, answered, weighed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person, TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.programme.errors.offsite import (
    InformationOpenError,
    ItemClosedError,
    NoAnswerError,
    NoCoordinatorError,
    NotAskedError,
    NothingLaidOutError,
    NothingToRequestError,
    RequestDayError,
)
from mingjian.programme.events import InformationAnalysed
from mingjian.programme.letters.offsite import send_request
from mingjian.programme.models import (
    AuditCase,
    InformationItem,
    InformationReview,
    ItemState,
)
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.queries.offsite import (
    UNFINISHED,
    checklist_pack,
    entries_for,
    item_view,
    items_of,
    review_of,
    review_view,
)
from mingjian.programme.queries.sealed_answers import sealed_answer
from mingjian.programme.services.cases import locked_case


def lay_out_information(*, viewer: Viewer, case_id: UUID) -> InformationReview:
    """The checklist of the rule data for this case; entries that it has already stay."""
    of = checklist_pack(viewer)
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        known = set(items_of(case).values_list("code", flat=True))
        for place, entry in enumerate(entries_for(of, case)):
            if entry["code"] not in known:
                item = _laid_out(case, entry, place)
                item.save(force_insert=True)
                record(viewer, "information.listed", item)
        review = review_of(case)
        if review is None:
            review = InformationReview(owner_id=case.owner_id, case=case, stamp=of.stamp)
            review.save(force_insert=True)
            record(viewer, "information.laid_out", review)
    return review


def add_item(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> InformationItem:
    """One more thing to know, beside the rule data's."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        item = InformationItem(owner_id=case.owner_id, case=case, **values)
        item.changed_by = name_of(viewer)
        item.place = case.information.count()
        item.save(force_insert=True)
        record(viewer, "information.listed", item)
    return item


def request_items(
    *, viewer: Viewer, case_id: UUID, item_ids: Sequence[UUID], due_on: date
) -> list[InformationItem]:
    """Ask the client's coordinator for these items by a day; one letter names them all."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        coordinator = _coordinator(viewer, case)
        if due_on < clock.today(own_tenant(viewer).zone):
            raise RequestDayError
        asked = items_of(case).filter(id__in=item_ids, asked_of="client")
        items = list(asked.select_for_update(of=("self",)))
        if not items or len(items) != len(set(item_ids)):
            raise NothingToRequestError
        send_request(coordinator, case, items, due_on)
        for item in items:
            _request(viewer, item, due_on)
    return items


def answer_item(
    *,
    viewer: Viewer,
    case_id: UUID,
    item_id: UUID,
    version: int,
    answer: str,
    link: str,
    by_vault: bool,
) -> InformationItem:
    """What the client says, or the body found out; files come later, through the vault."""
    if not (answer or link or by_vault):
        raise NoAnswerError
    with transaction.atomic():
        item = _locked(viewer, case_id, item_id)
        if viewer.tenant_kind == TenantKind.CLIENT and item.asked_of != "client":
            raise NotAskedError
        if item.state == ItemState.NOT_NEEDED:
            raise ItemClosedError
        values = {
            "state": ItemState.ANSWERED,
            "sealed": sealed_answer(item, answer=answer, link=link),
            "by_vault": by_vault,
            "answered_at": clock.now(),
            "answered_by": name_of(viewer),
        }
        before = change(item, viewer=viewer, version=version, values=values, view=item_view)
        record(viewer, "information.answered", item, before=before)
    return item


def drop_item(
    *, viewer: Viewer, case_id: UUID, item_id: UUID, version: int, reason: str
) -> InformationItem:
    """Not needed for this audit, and why."""
    with transaction.atomic():
        item = _locked(viewer, case_id, item_id)
        values = {"state": ItemState.NOT_NEEDED, "not_needed_reason": reason}
        before = change(item, viewer=viewer, version=version, values=values, view=item_view)
        record(viewer, "information.not_needed", item, before=before, reason=reason)
    return item


def complete_information(
    *, viewer: Viewer, case_id: UUID, version: int, conclusion: str
) -> InformationReview:
    """Everything is collected or known not to be needed, and weighed."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        review = InformationReview.objects.select_for_update().filter(case=case).first()
        if review is None:
            raise NothingLaidOutError
        _check_collected(case)
        values = {
            "conclusion": conclusion,
            "completed_at": clock.now(),
            "completed_by": name_of(viewer),
        }
        before = change(review, viewer=viewer, version=version, values=values, view=review_view)
        announce(InformationAnalysed(owner_id=case.owner_id, case_id=case.id))
        record(viewer, "information.analysed", review, before=before)
    return review


def _check_collected(case: AuditCase) -> None:
    titles = [item_view(item)["title"] for item in items_of(case).filter(state__in=UNFINISHED)]
    if titles:
        raise InformationOpenError(count=len(titles), sentences="、".join(titles), missing=titles)


def _laid_out(case: AuditCase, entry: Mapping[str, Any], place: int) -> InformationItem:
    return InformationItem(
        owner_id=case.owner_id,
        case=case,
        code=entry["code"],
        title=entry["text"]["zh"],
        title_en=entry["text"]["en"],
        hint=entry["hint"]["zh"],
        hint_en=entry["hint"]["en"],
        asked_of=entry["from"],
        place=place,
    )


def _request(viewer: Viewer, item: InformationItem, due_on: date) -> None:
    values = {
        "state": ItemState.REQUESTED,
        "due_on": due_on,
        "requested_at": clock.now(),
        "reminded_on": None,
        "not_needed_reason": "",
    }
    before = change(item, viewer=viewer, version=item.version, values=values, view=item_view)
    record(viewer, "information.requested", item, before=before)


def _coordinator(viewer: Viewer, case: AuditCase) -> Person:
    person = coordinator_of(viewer, case)
    if person is None:
        raise NoCoordinatorError
    return person


def _locked(viewer: Viewer, case_id: UUID, item_id: UUID) -> InformationItem:
    case = locked_case(viewer, case_id)
    item = InformationItem.objects.select_for_update().filter(id=item_id, case=case).first()
    if item is None:
        raise NotFound
    item.case = case
    return item
