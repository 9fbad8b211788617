"""The chain of custody of an item: everything that the journal says of it (C14)."""

from typing import Any

from mingjian.evidence.models import BundledItem, EvidenceItem, ItemPreview
from mingjian.journal.models import Entry
from mingjian.journal.queries.entries import entry_views
from mingjian.kit.access import Viewer

MOST = 300


def custody_of(viewer: Viewer, row: EvidenceItem) -> list[dict[str, Any]]:
    """Entries about the item and about what was done with it, the newest first.

    Whoever may see an item may see what happened to it, also where the whole journal of the
    body is not theirs to read.
    """
    packed = BundledItem.objects.filter(item=row)
    ids = [row.id]
    about_it = row.openings, row.verifications, row.examinations, row.assignments
    said = row.original_checks, row.keeping_words, packed
    for done in (*about_it, row.answered, row.checks, *said):
        ids += done.order_by("-id").values_list("id", flat=True)[:MOST]
    ids += ItemPreview.objects.filter(item=row).values_list("id", flat=True)
    about = Entry.objects.filter(owner_id=row.owner_id, object_id__in=ids).order_by("-seq")
    return entry_views(viewer, about[:MOST])
