"""What open pages hear of evidence."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Model

from mingjian.evidence.models import (
    DeletionOrder,
    DrawnRow,
    KeepWish,
    KeyExport,
    KeyHolder,
    LegalHold,
    Sample,
    SampleDraw,
    SampleList,
    Undertaking,
)
from mingjian.evidence.queries.key_exports import key_exports
from mingjian.evidence.queries.key_holders import key_holders
from mingjian.evidence.queries.names import TO_CASE
from mingjian.evidence.queries.samples import visible
from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.queries.cases import cases

DELETION = (DeletionOrder, LegalHold, KeepWish)
SAMPLING = (SampleList, SampleDraw, DrawnRow)
APART = (KeyExport, Undertaking, *DELETION, Sample, *SAMPLING)
"""Told of by topics of their own, for those who may not read evidence."""
OF_CASES = {model: path for model, path in TO_CASE.items() if model not in APART}


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    yield from _of_cases(viewer, OF_CASES, ids)


def _visible_deletions(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    yield from _of_cases(viewer, DELETION, ids)


def _visible_undertakings(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    yield from _of_cases(viewer, [Undertaking], ids)


def _visible_samples(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    """A client hears of no sample, not even that something about one has changed."""
    mine = visible(viewer).order_by()
    yield from mine.filter(id__in=ids).values_list("id", flat=True)
    for model in SAMPLING:
        sample = TO_CASE[model].removesuffix("__case")
        rows = model._base_manager.filter(id__in=ids, **{f"{sample}__in": mine.values("id")})
        yield from rows.values_list("id", flat=True)


def _of_cases(
    viewer: Viewer, models: Iterable[type[Model]], ids: frozenset[UUID]
) -> Iterable[UUID]:
    mine = cases(viewer).order_by()
    for model in models:
        path = TO_CASE[model]
        rows = model._base_manager.filter(id__in=ids, **{f"{path}__in": mine})
        yield from rows.values_list("id", flat=True)


def _visible_exports(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    return key_exports(viewer).filter(id__in=ids).values_list("id", flat=True)


def _visible_holders(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    return key_holders(viewer).filter(id__in=ids).values_list("id", flat=True)


TOPICS = (
    Topic(
        "key_holders",
        Rule("key_exports", "R"),
        _visible_holders,
        frozenset({KeyHolder._meta.label_lower}),
    ),
    Topic(
        "key_exports",
        Rule("key_exports", "R"),
        _visible_exports,
        frozenset({KeyExport._meta.label_lower}),
    ),
    Topic(
        "deletions",
        Rule("deletion", "R"),
        _visible_deletions,
        frozenset(model._meta.label_lower for model in DELETION),
    ),
    Topic(
        "undertakings",
        Rule("confidentiality", "R"),
        _visible_undertakings,
        frozenset({Undertaking._meta.label_lower}),
    ),
    Topic(
        "sampling",
        Rule("sampling", "R"),
        _visible_samples,
        frozenset(model._meta.label_lower for model in (Sample, *SAMPLING)),
    ),
    Topic(
        "evidence",
        Rule("evidence", "R"),
        _visible,
        frozenset(model._meta.label_lower for model in OF_CASES),
    ),
)
