"""Drawing from a list, and discarding what was drawn, with a reason."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.sampling import (
    AlreadyDrawnError,
    FactorError,
    FaultsNoteError,
    ListNotReadyError,
    SampleSizeError,
    StrataColumnError,
)
from mingjian.evidence.events import DrawBegun
from mingjian.evidence.models import (
    DrawState,
    ListState,
    RequestState,
    Sample,
    SampleDraw,
    SampleList,
)
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.populations import canonical_lines
from mingjian.evidence.queries.samples import (
    DRAW,
    RESERVE,
    asked_for_list,
    current_draw,
    draw_words,
    factors_for,
    latest_list,
    list_words,
    sealed_in,
    seed_of,
)
from mingjian.evidence.rules.sample_sizes import SizeRule, sizes
from mingjian.evidence.rules.sampling import EVERYTHING, Ranked, Terms, cells_of, drawn
from mingjian.evidence.services.drawn_rows import keep_row, standing_draw, withdraw_row
from mingjian.evidence.services.requests import accept_answer
from mingjian.evidence.services.samples import locked_sample
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce

MOST_DRAWN = 200
"""Rows of one draw; each becomes a request that the client answers within hours."""
RESERVED = 10
"""Rows kept ready beyond the draw of each stratum, besides as many again as were drawn."""


def begin_draw(*, viewer: Viewer, sample_id: UUID, values: Mapping[str, Any]) -> SampleDraw:
    """Say what is drawn; a job draws, reveals the seed and records both.

    ``values``: ``column`` (None is a simple draw), ``size_rule``, ``size``, ``each``, ``factor``,
    and a ``note`` where the list has rows that its key does not tell apart.
    """
    with transaction.atomic():
        sample = locked_sample(viewer, sample_id)
        population = _list_to_draw_from(sample, values)
        row = SampleDraw(
            owner_id=sample.owner_id,
            sample=sample,
            population=population,
            round=next_number(sample.draws.all(), "round"),
            column=values["column"],
            size_rule=values["size_rule"],
            drawn_by=name_of(viewer),
        )
        taken = _sizes(viewer, sample, row, population, values)
        row.total = sum(taken.values())
        words = {"sizes": taken, "note": values.get("note", "")}
        row.sealed = sealed_in(row, sample.case_id, DRAW, words)
        row.save(force_insert=True)
        _accept_list(viewer, sample)
        announce(DrawBegun(owner_id=row.owner_id, draw_id=row.id))
        record(viewer, "sample.draw_begun", row)
    return row


def terms_of(row: SampleDraw) -> Terms:
    """What a draw follows from, with what may have to replace something."""
    taken: dict[str, int] = draw_words(row)["sizes"]
    canonical = row.population.canonical
    return Terms(
        seed=seed_of(row.sample),
        population_sha256=canonical.sha256 if canonical else "",
        round=row.round,
        column=row.column,
        sizes={name: 2 * size + RESERVED if size else 0 for name, size in taken.items()},
    )


def drawn_from(row: SampleDraw, watch: Callable[[int, int], object]) -> dict[str, list[Ranked]]:
    """The rows that the seed takes of the list, and those that come next."""
    canonical = row.population.canonical
    if canonical is None:
        raise ListNotReadyError
    lines = canonical_lines(canonical, watch)
    next(lines, None)  # the headings
    return drawn(lines, terms_of(row))


def conclude_draw(
    *, viewer: Viewer, draw_id: UUID, found: Mapping[str, list[Ranked]]
) -> SampleDraw:
    """Keep what was drawn and reveal the seed."""
    with transaction.atomic():
        rows = SampleDraw.objects.select_for_update(of=("self",))
        row = rows.select_related("sample__case").get(id=draw_id)
        if row.state != DrawState.DRAWING:
            return row
        taken, before = draw_words(row)["sizes"], row.digest()
        place = 0
        for stratum, ranked in found.items():
            for each in ranked[: taken[stratum]]:
                place += 1
                keep_row(viewer, row, stratum, _plain(each), place=place)
        reserve = {
            stratum: [_plain(each) for each in rest]
            for stratum, ranked in found.items()
            if (rest := ranked[taken[stratum] :])
        }
        row.sealed_reserve = sealed_in(row, row.sample.case_id, RESERVE, {"rows": reserve})
        row.state = DrawState.DRAWN
        row.save()
        _reveal(viewer, row.sample)
        record(viewer, "sample.drawn", row, before=before)
    return row


def discard_draw(*, viewer: Viewer, sample_id: UUID, reason: str) -> SampleDraw:
    """The draw stays on record and counts no more; what was not answered is not asked any more."""
    with transaction.atomic():
        sample = locked_sample(viewer, sample_id)
        draw = standing_draw(sample, DrawState.DRAWN, DrawState.ISSUED)
        before = draw.digest()
        words = draw_words(draw) | {"reason": reason}
        draw.sealed = sealed_in(draw, sample.case_id, DRAW, words)
        draw.state, draw.discarded_at = DrawState.DISCARDED, clock.now()
        draw.discarded_by = name_of(viewer)
        draw.save()
        for row in draw.rows.filter(replaced_at=None).select_related("request"):
            withdraw_row(viewer, row, reason)
        record(viewer, "sample.discarded", draw, before=before)
    return draw


def _list_to_draw_from(sample: Sample, values: Mapping[str, Any]) -> SampleList:
    if current_draw(sample):
        raise AlreadyDrawnError
    found = latest_list(sample)
    if found is None or found.state != ListState.READY:
        raise ListNotReadyError
    faults = sum(found.faults[kind]["count"] for kind in ("without_key", "duplicates"))
    if faults and not values.get("note"):
        raise FaultsNoteError(count=faults)
    return found


def _sizes(
    viewer: Viewer,
    sample: Sample,
    row: SampleDraw,
    population: SampleList,
    values: Mapping[str, Any],
) -> dict[str, int]:
    strata = {EVERYTHING: population.row_count}
    if row.column is not None:
        strata = list_words(population)["strata"].get(str(row.column), {})
        if not strata:
            raise StrataColumnError
    rule, factor = SizeRule(row.size_rule), Fraction(1)
    if rule in {SizeRule.ROOT, SizeRule.ROOT_EACH}:
        row.stamp, factors = factors_for(viewer, sample.case)
        row.factor = values.get("factor", "")
        if row.factor not in factors:
            raise FactorError
        factor = factors[row.factor]
    least, most = 1, min(MOST_DRAWN, population.row_count)
    if rule is SizeRule.GIVEN:
        least = len(strata)
        if not least <= values.get("size", 0) <= most:
            raise SampleSizeError(least=least, most=most)
    given, each = values.get("size", 0), values.get("each") or {}
    taken = sizes(rule, strata, given=given, each=each, factor=factor)
    if not least <= sum(taken.values()) <= most:
        raise SampleSizeError(least=least, most=most)
    return taken


def _accept_list(viewer: Viewer, sample: Sample) -> None:
    """Nothing more is wanted of whoever gave the list."""
    asked = asked_for_list(sample)
    if asked is not None and asked.state == RequestState.PROVIDED:
        accept_answer(viewer=viewer, request_id=asked.id, version=asked.version)


def _reveal(viewer: Viewer, sample: Sample) -> None:
    """From the first draw on everybody may know the seed."""
    if not sample.seed:
        before = sample.digest()
        sample.seed = seed_of(sample).hex()
        sample.save()
        record(viewer, "sample.revealed", sample, before=before)


def _plain(row: Ranked) -> list[Any]:
    return [row.rank.hex(), row.number, cells_of(row.line)]
