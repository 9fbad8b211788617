"""Drawn rows: asked for all at once, replaced one by one with a reason."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.requests import RequestDueError
from mingjian.evidence.errors.sampling import (
    DrawStateError,
    NoReserveError,
    NotReplaceableError,
)
from mingjian.evidence.models import (
    DrawnRow,
    DrawState,
    EvidenceRequest,
    RequestState,
    Sample,
    SampleDraw,
)
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.samples import (
    ROW,
    SAMPLING,
    current_draw,
    list_words,
    reserve_of,
    row_words,
    sealed_in,
    words_of,
)
from mingjian.evidence.rules.requests import OWED
from mingjian.evidence.services.requests import ask, withdraw_request
from mingjian.evidence.services.samples import locked_sample
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer

LONGEST_TEXT = 2000


def issue_draw(*, viewer: Viewer, sample_id: UUID, due_at: datetime) -> SampleDraw:
    """Ask the client for every row that was drawn, all at once, with a short time."""
    with transaction.atomic():
        sample = locked_sample(viewer, sample_id)
        draw = standing_draw(sample, DrawState.DRAWN)
        if due_at <= clock.now():
            raise RequestDueError
        before = draw.digest()
        draw.state, draw.due_at, draw.issued_at = DrawState.ISSUED, due_at, clock.now()
        draw.save()
        for row in draw.rows.filter(replaced_at=None).order_by("place"):
            _ask(viewer, draw, row, due_at)
        record(viewer, "sample.issued", draw, before=before)
    return draw


def replace_row(*, viewer: Viewer, sample_id: UUID, row_id: UUID, reason: str) -> DrawnRow:
    """Take the next row of the stratum instead; the replaced one stays listed with the reason."""
    with transaction.atomic():
        sample = locked_sample(viewer, sample_id)
        draw = standing_draw(sample, DrawState.DRAWN, DrawState.ISSUED)
        row = draw.rows.select_for_update(of=("self",)).filter(id=row_id, replaced_at=None).first()
        if row is None or not _is_unanswered(row):
            raise NotReplaceableError
        row.draw = draw
        words, before = row_words(row), row.digest()
        new = _next(viewer, draw, words["stratum"], row)
        row.sealed = sealed_in(row, sample.case_id, ROW, words | {"reason": reason})
        row.replaced_at, row.replaced_by = clock.now(), name_of(viewer)
        row.save()
        withdraw_row(viewer, row, reason)
        if draw.state == DrawState.ISSUED and draw.due_at and draw.issued_at:
            _ask(viewer, draw, new, clock.now() + (draw.due_at - draw.issued_at))
        record(viewer, "sample.row_replaced", row, before=before)
    return new


def keep_row(
    viewer: Viewer,
    draw: SampleDraw,
    stratum: str,
    ranked: list[Any],
    *,
    place: int,
    replaces: DrawnRow | None = None,
) -> DrawnRow:
    """One row that the seed took, ``place`` from 1 in the order of the draw."""
    rank, number, cells = ranked
    row = DrawnRow(owner_id=draw.owner_id, draw=draw, number=number, rank=rank, place=place)
    row.replaces = replaces
    words = {"stratum": stratum, "cells": cells}
    row.sealed = sealed_in(row, draw.sample.case_id, ROW, words)
    row.save(force_insert=True)
    record(viewer, "sample.row_drawn", row)
    return row


def withdraw_row(viewer: Viewer, row: DrawnRow, reason: str) -> None:
    """What was not answered is not asked any more."""
    request: EvidenceRequest | None = row.request
    if request is not None and request.state in OWED:
        withdraw_request(
            viewer=viewer, request_id=request.id, version=request.version, reason=reason
        )


def standing_draw(sample: Sample, *states: str) -> SampleDraw:
    """The sample's current draw, locked; refused unless it is in one of ``states``."""
    draw = current_draw(sample)
    if draw is None or draw.state not in states:
        raise DrawStateError(state=draw.get_state_display() if draw else "–")
    locked = SampleDraw.objects.select_for_update(of=("self",)).select_related("population")
    found = locked.get(id=draw.id)
    found.sample = found.population.sample = sample
    return found


def _next(viewer: Viewer, draw: SampleDraw, stratum: str, replaced: DrawnRow) -> DrawnRow:
    known = set(draw.rows.values_list("number", flat=True))
    for ranked in reserve_of(draw).get(stratum, []):
        if ranked[1] not in known:
            place = next_number(draw.rows.all(), "place")
            return keep_row(viewer, draw, stratum, ranked, place=place, replaces=replaced)
    raise NoReserveError


def _ask(viewer: Viewer, draw: SampleDraw, row: DrawnRow, due_at: datetime) -> None:
    sample = draw.sample
    row.draw = draw
    before = row.digest()
    row.request = ask(
        viewer=viewer,
        case_id=sample.case_id,
        what=_text(sample, draw, row),
        due_at=due_at,
        clauses=sample.clauses,
        plan_item_id=sample.plan_item_id,
        site_id=sample.site_id,
        is_short=True,
        source=SAMPLING,
        source_id=sample.id,
    )
    row.save()
    record(viewer, "sample.row_asked", row, before=before)


def _text(sample: Sample, draw: SampleDraw, row: DrawnRow) -> str:
    """What the client is asked for: what is looked for, and the row as its list has it."""
    headings, cells = list_words(draw.population)["headings"], row_words(row)["cells"]
    named = [f"{head}：{cell}" for head, cell in zip(headings, cells, strict=False) if cell]
    return f"{words_of(sample).get('what', '')}\n{'；'.join(named)}"[:LONGEST_TEXT]


def _is_unanswered(row: DrawnRow) -> bool:
    """Refused rows may be replaced too; the refusal stays counted."""
    given = RequestState.PROVIDED, RequestState.ACCEPTED
    return row.request is None or row.request.state not in given
