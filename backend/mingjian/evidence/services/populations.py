"""Reading a list: sealed in canonical form while it is read, its faults named by row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import EvidenceKind, ListState, Origin, SampleList
from mingjian.evidence.models.items import path_of
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.queries.openings import CONTENT
from mingjian.evidence.queries.populations import rows_of
from mingjian.evidence.queries.profiles import suite_of
from mingjian.evidence.queries.samples import LIST, sealed_in
from mingjian.evidence.rules.populations import Lines, ListProblem, Population, problem_words
from mingjian.evidence.services.samples import return_list
from mingjian.evidence.services.sealing import Given, keep_sealed
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.crypto import Sealed, seal
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.services import audit_secret
from mingjian.kit.storage import blobs
from mingjian.programme.queries.cases import case_for_process

FAULTS = ("empty", "without_key", "too_wide", "duplicates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a list: a sealed canonical form, or a problem."""

    problem: str = ""
    problem_row: int = 0
    item_id: UUID = field(default_factory=uuid7)
    sealed: Sealed | None = None
    row_count: int = 0
    faults: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)


def read_population(row: SampleList, watch: Callable[[int, int], object]) -> Reading:
    """Read all of it into a sealed blob of its own; nothing in the database changes yet."""
    item_id = uuid7()
    owner_id, case_id = row.owner_id, row.sample.case_id
    path, suite = path_of(owner_id, case_id, item_id), suite_of(owner_id)
    key = audit_secret(owner_id, case_id, CONTENT, item_id)
    try:
        population = Population(rows_of(row.source, watch), row.key_column)
        with blobs().writing(path) as target:
            lines = Lines(population.lines())
            sealed = seal(lines, target, key=key, context=path.encode(), suite=suite)
    except ListProblem as problem:
        return Reading(problem=problem.code, problem_row=problem.row)
    found = {name: getattr(population, name) for name in FAULTS}
    return Reading(
        item_id=item_id,
        sealed=sealed,
        row_count=population.count,
        faults={name: {"count": each.count, "rows": each.named} for name, each in found.items()},
        words={
            "headings": population.headings,
            "preview": population.preview,
            "strata": population.strata(),
        },
    )


def conclude_reading(*, viewer: Viewer, list_id: UUID, reading: Reading) -> SampleList:
    """Keep what was read; a list that cannot be used goes back to whoever gave it."""
    with transaction.atomic():
        rows = SampleList.objects.select_for_update(of=("self",))
        row = rows.select_related("sample__case", "source").get(id=list_id)
        if row.state != ListState.READING:
            return row
        before = row.digest()
        if reading.sealed is None:
            return _refuse(viewer, row, reading, before)
        row.canonical = keep_sealed(
            viewer=viewer,
            case=case_for_process(viewer, row.sample.case_id),
            item_id=reading.item_id,
            sealed=reading.sealed,
            given=_given(row),
        )
        row.state, row.row_count, row.faults = ListState.READY, reading.row_count, reading.faults
        row.sealed = sealed_in(row, row.sample.case_id, LIST, reading.words)
        row.save()
        record(viewer, "sample.list_read", row, before=before)
    return row


def _refuse(viewer: Viewer, row: SampleList, reading: Reading, before: bytes) -> SampleList:
    row.state = ListState.REFUSED
    row.problem, row.problem_row = reading.problem, reading.problem_row
    row.save()
    words = problem_words(reading.problem, reading.problem_row)
    return_list(viewer, row, f"{words.zh}\n{words.en}")
    record(viewer, "sample.list_refused", row, before=before)
    return row


def _given(row: SampleList) -> Given:
    """The canonical list is evidence made by the server, as a capture is."""
    stem = name_of_item(row.source).rpartition(".")[0] or row.source.code
    return Given(
        kind=EvidenceKind.DELIVERY,
        origin=Origin.SERVER,
        name=f"{stem}.population.tsv",
        media_type="text/tab-separated-values",
        circumstances={"canonical_of": row.source.code},
        is_trusted=True,
    )
