"""Samples: the seed is committed to first, then a list may be given (B04)."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.sampling import (
    AlreadyDrawnError,
    ListBeforeSeedError,
    NoSuchListError,
)
from mingjian.evidence.events import ListGiven
from mingjian.evidence.models import (
    EvidenceItem,
    EvidenceRequest,
    ItemState,
    ListState,
    RequestState,
    Sample,
    SampleList,
)
from mingjian.evidence.queries.items import items
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.places import checked_plan_item, checked_site
from mingjian.evidence.queries.samples import (
    POPULATION,
    SEED,
    WORDS,
    current_draw,
    is_after_seed,
    sample_of,
    sealed_in,
)
from mingjian.evidence.rules.populations import problem_words
from mingjian.evidence.rules.sampling import SEED_BYTES, commitment_to
from mingjian.evidence.services.requests import ask, return_answer
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.services.cases import locked_case

STATE_OF_LIST = {
    ItemState.QUARANTINED: ListState.WAITING,
    ItemState.HELD: ListState.READING,
    ItemState.REFUSED: ListState.REFUSED,
}
"""What a file's examination lets be done with it as a list."""


def commit_sample(
    *,
    viewer: Viewer,
    case_id: UUID,
    what: str,
    wanted: str,
    due_at: datetime | None = None,
    **values: Any,
) -> Sample:
    """Commit to a fresh seed; with ``due_at`` the client is then asked for the list ``wanted``.

    ``values``: ``clauses``, ``plan_item_id``, ``site_id``. The client hears of the list only,
    never of what will be drawn from it or how many.
    """
    with transaction.atomic():
        case, seed = locked_case(viewer, case_id), secrets.token_bytes(SEED_BYTES)
        row = Sample(
            owner_id=case.owner_id,
            case=case,
            number=next_number(Sample.objects.filter(case=case)),
            clauses=[dict(clause) for clause in values.get("clauses") or ()],
            commitment=commitment_to(seed),
            committed_by=name_of(viewer),
        )
        row.plan_item_id = checked_plan_item(case, values.get("plan_item_id"))
        row.site_id = checked_site(case, values.get("site_id"))
        row.sealed = sealed_in(row, case.id, WORDS, {"what": what, "wanted": wanted})
        row.sealed_seed = sealed_in(row, case.id, SEED, {"seed": seed.hex()})
        row.save(force_insert=True)
        record(viewer, "sample.committed", row)
        if due_at:
            _ask_for_list(viewer, row, wanted, due_at)
    return row


def give_list(*, viewer: Viewer, sample_id: UUID, item_id: UUID, key_column: int = 0) -> SampleList:
    """Draw from this file of the audit; given again with another key column, it is read anew."""
    with transaction.atomic():
        row = locked_sample(viewer, sample_id)
        found = items(viewer, row.case).filter(id=item_id).exclude(state=ItemState.DESTROYED)
        item = found.first()
        if item is None:
            raise NoSuchListError
        return _take(viewer, row, item, key_column)


def take_answers(*, viewer: Viewer, request_id: UUID) -> None:
    """What answers a request for a list becomes the list, once; an old file goes back."""
    with transaction.atomic():
        request = EvidenceRequest.objects.select_for_update(of=("self",)).get(id=request_id)
        sample = Sample.objects.filter(case=request.case_id, id__in=[request.source_id]).first()
        if request.state != RequestState.PROVIDED or sample is None or current_draw(sample):
            return
        answer = request.answers.order_by("given_at", "id").select_related("item").last()
        if answer is None or sample.lists.filter(source=answer.item).exists():
            return
        try:
            _take(viewer, sample, answer.item, 0)
        except ListBeforeSeedError as refusal:
            _return(viewer, request, f"{refusal.zh}\n{refusal.en}")


def take_examined(*, viewer: Viewer, item_id: UUID) -> None:
    """Lists that waited for their file's examination are read, or refused with it."""
    with transaction.atomic():
        waiting = SampleList.objects.select_for_update(of=("self",)).filter(source_id=item_id)
        for row in waiting.filter(state=ListState.WAITING).select_related("source", "sample"):
            before = row.digest()
            _follow(row)
            row.save()
            _go_on(viewer, row)
            record(viewer, "sample.list_examined", row, before=before)


def return_list(viewer: Viewer, row: SampleList, reason: str) -> None:
    """The client is told what is wrong with a list that it was asked for."""
    asked = EvidenceRequest.objects.filter(
        source=POPULATION, source_id=row.sample_id, state=RequestState.PROVIDED
    )
    request = asked.filter(answers__item=row.source).first()
    if request is not None:
        _return(viewer, request, reason)


def locked_sample(viewer: Viewer, sample_id: UUID) -> Sample:
    """A sample of an audit that still runs, locked."""
    case = locked_case(viewer, sample_of(viewer, sample_id).case_id)
    row = Sample.objects.select_for_update(of=("self",)).get(id=sample_id)
    row.case = case
    return row


def _ask_for_list(viewer: Viewer, row: Sample, wanted: str, due_at: datetime) -> None:
    ask(
        viewer=viewer,
        case_id=row.case_id,
        what=wanted,
        due_at=due_at,
        source=POPULATION,
        source_id=row.id,
    )


def _take(viewer: Viewer, sample: Sample, item: EvidenceItem, key_column: int) -> SampleList:
    if current_draw(sample):
        raise AlreadyDrawnError
    if not is_after_seed(sample, item):
        raise ListBeforeSeedError
    row = SampleList(owner_id=sample.owner_id, sample=sample, source=item)
    row.given_by, row.key_column = item.provided_name or name_of(viewer), key_column
    _follow(row)
    row.save(force_insert=True)
    _go_on(viewer, row)
    record(viewer, "sample.list_given", row)
    return row


def _follow(row: SampleList) -> None:
    """The state that the file's own allows."""
    row.state = STATE_OF_LIST[ItemState(row.source.state)]
    row.problem = "not_examined" if row.state == ListState.REFUSED else ""


def _go_on(viewer: Viewer, row: SampleList) -> None:
    """What was examined is read; what did not pass goes back to the client."""
    if row.state == ListState.READING:
        announce(ListGiven(owner_id=row.owner_id, list_id=row.id))
    if row.state == ListState.REFUSED:
        words = problem_words(row.problem, 0)
        return_list(viewer, row, f"{words.zh}\n{words.en}")


def _return(viewer: Viewer, request: EvidenceRequest, reason: str) -> None:
    return_answer(viewer=viewer, request_id=request.id, version=request.version, reason=reason)
