"""What entries are called in the journal: by the question they answer; notes have no name."""

from collections.abc import Collection
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.names import Reference
from mingjian.programme.queries.cases import cases
from mingjian.records.models import Citation, RecordEntry

ENTRY, CITATION = RecordEntry._meta.label_lower, Citation._meta.label_lower


class RecordNames:
    """Implements ``kit.names.NameSource``."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        mine = cases(viewer).order_by()
        written = [object_id for kind, object_id in references if kind == ENTRY]
        cited = [object_id for kind, object_id in references if kind == CITATION]
        entries = RecordEntry.objects.filter(id__in=written, case__in=mine, question__isnull=False)
        citations = Citation.objects.filter(id__in=cited, entry__case__in=mine)
        found = dict(entries.values_list("id", "question__text"))
        numbers = citations.values_list("id", "item__number")
        return {(ENTRY, row_id): text for row_id, text in found.items()} | {
            (CITATION, row_id): f"E-{number}" for row_id, number in numbers
        }

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        return ()
