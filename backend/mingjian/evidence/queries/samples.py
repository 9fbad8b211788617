"""Samples, as a viewer may see them; never the seed before a draw, nor what comes next."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.evidence.models import (
    DrawnRow,
    DrawState,
    EvidenceItem,
    EvidenceRequest,
    ListState,
    Sample,
    SampleDraw,
    SampleList,
)
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.rules.populations import problem_words
from mingjian.identity.models import TenantKind
from mingjian.journal.models import Entry
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import opened_texts, sealed_texts
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.rule_packs import rulebook

WORDS, SEED, LIST = "evidence.sample", "evidence.sample_seed", "evidence.sample_list"
DRAW, RESERVE, ROW = "evidence.draw", "evidence.draw_reserve", "evidence.drawn_row"
"""The purposes under which each column is sealed."""
POPULATION, SAMPLING = "population", "sampling"
"""What a request came of: the list to draw from, a row that was drawn."""
ROOTS = "iaf-md1"
"""The rule pack whose factors of √N are offered; written for sites, customary for records."""
FACTORS = ("initial", "surveillance", "recertification")
SORTABLE = {"number": "number", "committed_at": "committed_at"}
ROWS_SORTABLE = {"place": "place", "number": "number"}


def samples(viewer: Viewer, case: AuditCase) -> QuerySet[Sample]:
    """Samples of a case that the viewer reaches, the latest first; a client sees none."""
    return visible(viewer).filter(case=case)


def visible(viewer: Viewer) -> QuerySet[Sample]:
    """The plan of sampling is nobody's but the team's and those who supervise it."""
    rows = Sample.objects.filter(case__in=cases(viewer).order_by())
    if viewer.tenant_kind == TenantKind.CLIENT:
        rows = rows.none()
    related = rows.select_related("case__client", "site", "plan_item")
    return related.order_by("-number")


def sample_of(viewer: Viewer, sample_id: UUID) -> Sample:
    """One sample the viewer reaches; 404 otherwise."""
    row = visible(viewer).filter(id=sample_id).first()
    if row is None:
        raise NotFound
    return row


def case_of_sample(sample_id: UUID) -> UUID:
    found = Sample.objects.filter(id=sample_id).values_list("case_id", flat=True).first()
    if found is None:
        raise NotFound
    return found


def sealed_in(row: Any, case_id: UUID, purpose: str, words: Mapping[str, Any]) -> str:
    """What a row of a sample keeps of ``words``."""
    return sealed_texts(row.owner_id, case_id, row.id, purpose, words)


def words_of(row: Sample) -> dict[str, Any]:
    return opened_texts(row.owner_id, row.case_id, row.id, WORDS, row.sealed)


def seed_of(row: Sample) -> bytes:
    """The seed, for the draw itself."""
    opened = opened_texts(row.owner_id, row.case_id, row.id, SEED, row.sealed_seed)
    return bytes.fromhex(opened["seed"])


def list_words(row: SampleList) -> dict[str, Any]:
    return opened_texts(row.owner_id, row.sample.case_id, row.id, LIST, row.sealed)


def draw_words(row: SampleDraw) -> dict[str, Any]:
    return opened_texts(row.owner_id, row.sample.case_id, row.id, DRAW, row.sealed)


def reserve_of(row: SampleDraw) -> dict[str, list[list[Any]]]:
    """Stratum → ``[rank, number, cells]`` of the rows that come next."""
    opened = opened_texts(row.owner_id, row.sample.case_id, row.id, RESERVE, row.sealed_reserve)
    found: dict[str, list[list[Any]]] = opened.get("rows", {})
    return found


def row_words(row: DrawnRow) -> dict[str, Any]:
    return opened_texts(row.owner_id, row.draw.sample.case_id, row.id, ROW, row.sealed)


def latest_list(row: Sample) -> SampleList | None:
    """The file that is drawn from, or would be."""
    return row.lists.select_related("source", "canonical").order_by("-given_at", "-id").first()


def current_draw(row: Sample) -> SampleDraw | None:
    """The draw that stands; None where nothing was drawn or the last one was discarded."""
    return row.draws.exclude(state=DrawState.DISCARDED).order_by("-round").first()


def factors_for(viewer: Viewer, case: AuditCase) -> tuple[str, dict[str, Fraction]]:
    """The stamp of the rule pack in force, and its named factors of √N."""
    book = rulebook(viewer, [ROOTS], owner=case.owner_id)
    factors = {name: book.number(ROOTS, f"{name}_factor")[0] for name in FACTORS}
    return book.packs[ROOTS].stamp, factors


def entry_of(row: Sample | EvidenceItem, action: str) -> Entry | None:
    """Where the journal says that it happened, the first time."""
    entries = Entry.objects.filter(owner_id=row.owner_id, object_id=row.id, action=action)
    return entries.order_by("seq").first()


def is_after_seed(sample: Sample, item: EvidenceItem) -> bool:
    """Whether the file came in after the seed was committed to, by the journal's numbers."""
    committed, sealed = entry_of(sample, "sample.committed"), entry_of(item, "evidence.sealed")
    return bool(committed and sealed and committed.seq < sealed.seq)


def state_of(row: Sample) -> str:
    """How far a sample is: ``waiting`` for a list … ``issued``."""
    draw = current_draw(row)
    if draw is not None:
        return str(draw.state)
    given = latest_list(row)
    return str(given.state) if given else ListState.WAITING


def asked_for_list(row: Sample) -> EvidenceRequest | None:
    """The request for the list, if there was one."""
    asked = EvidenceRequest.objects.filter(source=POPULATION, source_id=row.id)
    return asked.order_by("-number").first()


def sample_view(row: Sample) -> dict[str, Any]:
    """A sample as a line of the list."""
    names = ("id", "case_id", "code", "clauses", "plan_item_id", "site_id", "commitment", "seed")
    words, draw, asked = words_of(row), current_draw(row), asked_for_list(row)
    drawn = draw.rows.filter(replaced_at=None) if draw else DrawnRow.objects.none()
    return {
        **{name: getattr(row, name) for name in names},
        "what": words.get("what", ""),
        "wanted": words.get("wanted", ""),
        "plan_item": row.plan_item.title if row.plan_item else "",
        "site": row.site.name if row.site else "",
        "committed_at": row.committed_at,
        "committed_by": row.committed_by,
        "state": state_of(row),
        "asked_id": asked.id if asked else None,
        "asked_code": asked.code if asked else "",
        "asked_state": asked.state if asked else "",
        "drawn": drawn.count(),
        "rounds": row.draws.count(),
    }


def whole_view(viewer: Viewer, row: Sample) -> dict[str, Any]:
    """A sample with its lists, every draw, and what a size may be taken from."""
    stamp, factors = factors_for(viewer, row.case)
    committed = entry_of(row, "sample.committed")
    lists = row.lists.select_related("source", "canonical").order_by("-given_at", "-id")
    return {
        **sample_view(row),
        "committed_seq": committed.seq if committed else 0,
        "stamp": stamp,
        "factors": {name: float(factor) for name, factor in factors.items()},
        "lists": [_list_view(each) for each in lists],
        "draws": [draw_view(each) for each in row.draws.order_by("-round")],
    }


def draw_view(row: SampleDraw) -> dict[str, Any]:
    names = (
        "id",
        "round",
        "column",
        "size_rule",
        "factor",
        "stamp",
        "total",
        "state",
        "drawn_by",
        "drawn_at",
        "due_at",
        "issued_at",
        "discarded_by",
        "discarded_at",
    )
    words = draw_words(row)
    return {
        **{name: getattr(row, name) for name in names},
        "list_id": row.population_id,
        "sizes": words.get("sizes", {}),
        "note": words.get("note", ""),
        "reason": words.get("reason", ""),
        "replaced": row.rows.exclude(replaced_at=None).count(),
    }


def drawn_rows(row: Sample) -> QuerySet[DrawnRow]:
    """Rows of the draw that stands, else of the last one; replaced ones included."""
    draw = row.draws.order_by("-round").first()
    found = DrawnRow.objects.filter(draw=draw) if draw else DrawnRow.objects.none()
    return found.select_related("draw__sample", "request", "replaces").order_by("place")


def row_view(row: DrawnRow) -> dict[str, Any]:
    words = row_words(row)
    return {
        "id": row.id,
        "number": row.number,
        "rank": row.rank,
        "place": row.place,
        "stratum": words.get("stratum", ""),
        "cells": words.get("cells", []),
        "reason": words.get("reason", ""),
        "replaces": row.replaces.number if row.replaces else None,
        "replaced_at": row.replaced_at,
        "replaced_by": row.replaced_by,
        "request_id": row.request_id,
        "request_code": row.request.code if row.request else "",
        "request_state": row.request.state if row.request else "",
    }


def _list_view(row: SampleList) -> dict[str, Any]:
    words, sealed = list_words(row), entry_of(row.source, "evidence.sealed")
    is_refused = row.state == ListState.REFUSED
    return {
        "id": row.id,
        "state": row.state,
        "problem": str(problem_words(row.problem, row.problem_row)) if is_refused else "",
        "row_count": row.row_count,
        "key_column": row.key_column,
        "faults": row.faults,
        "headings": words.get("headings", []),
        "preview": words.get("preview", []),
        "strata": words.get("strata", {}),
        "item_id": row.source_id,
        "item_code": row.source.code,
        "item_name": name_of_item(row.source),
        "item_seq": sealed.seq if sealed else 0,
        "canonical_id": row.canonical_id,
        "canonical_code": row.canonical.code if row.canonical else "",
        "sha256": row.canonical.sha256 if row.canonical else "",
        "given_by": row.given_by,
        "given_at": row.given_at,
    }
