"""Everything that can be checked about one tenant's journal."""

from collections.abc import Callable, Iterator
from itertools import islice
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from mingjian.journal.models import Entry, Head
from mingjian.journal.queries.anchors import Anchors
from mingjian.journal.queries.contents import content_findings
from mingjian.journal.queries.rows import row_findings
from mingjian.journal.queries.stored_entries import stored_entries, stored_nodes
from mingjian.journal.queries.streaming import UNREADABLE
from mingjian.journal.rules.examination import Examination, Stored
from mingjian.journal.rules.findings import Finding

REPORTED_EVERY = 1000


def findings(
    owner_id: UUID,
    *,
    with_rows: bool = True,
    with_contents: bool = False,
    examined: Callable[[int], None] = lambda count: None,
) -> Iterator[Finding]:
    """Verify the journal of ``owner_id``; call inside its ``tenant_scope``.

    Entries written meanwhile are left to the next verification. ``examined`` is told how
    many more entries and rows have been looked at.
    """
    anchors, size = Anchors(owner_id), 0
    try:
        head = Head.objects.get(owner_id=owner_id)
        size = head.size
    except Head.DoesNotExist:
        head = None
    except UNREADABLE:
        head = None
        yield Finding("head_changed", anchors.witnessed)
    if anchors.witnessed > size:
        yield Finding("database_older", size, anchors.witnessed)
    stored = _counted(stored_entries(owner_id, max(size, anchors.witnessed)), examined)
    yield from Examination(stored_nodes(owner_id)).run(stored, anchors, size)
    yield from anchors.findings
    yield from _beyond_head(owner_id)
    yield from _head_findings(head)
    if with_rows:
        yield from row_findings(owner_id, examined)
    if with_contents:
        yield from content_findings(owner_id, examined)


def _counted(stored: Iterator[Stored], examined: Callable[[int], None]) -> Iterator[Stored]:
    while batch := list(islice(stored, REPORTED_EVERY)):
        yield from batch
        examined(len(batch))


def _beyond_head(owner_id: UUID) -> Iterator[Finding]:
    """Entries that the head does not count. Who writes one moves the head in the same
    transaction, so one statement sees both or neither."""
    size = Subquery(Head.objects.filter(owner_id=OuterRef("owner_id")).values("size"))
    rows = Entry.objects.filter(owner_id=owner_id, seq__gt=Coalesce(size, 0))
    for seq in rows.order_by("seq").values_list("seq", flat=True):
        yield Finding("entry_unexpected", seq)


def _head_findings(head: Head | None) -> Iterator[Finding]:
    """The head's time bounds the next entry's from below; set back, it would allow back-dating."""
    if head is None:
        return
    newest = Entry.objects.filter(owner_id=head.owner_id, seq=head.size)
    try:
        times = list(newest.values_list("at", flat=True))
    except UNREADABLE:
        return  # named already
    if times and times != [head.last_at]:
        yield Finding("head_changed", head.size)
