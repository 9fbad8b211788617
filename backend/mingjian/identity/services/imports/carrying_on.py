"""A large import, a part at a time: each part is one short transaction of a job of its own."""

from collections.abc import Callable
from uuid import UUID

from mingjian.identity.errors import ImportFailedError
from mingjian.identity.models import Import
from mingjian.identity.models.imports import WORKING, ImportState
from mingjian.identity.queries.tenants import administering
from mingjian.identity.services.imports.kinds import kind_for
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import MingjianError

PART = 50
"""Rows of one transaction: at most about a second on SQLite, where nobody else writes then."""


def carry_on(*, viewer: Viewer, import_id: UUID) -> bool:
    """Write or take back the next rows; whether anything is left to do.

    The caller's transaction decides whether the part counts.
    """
    with administering(viewer):
        batch = _locked(import_id)
        work = WORK.get(batch.state)
        if work is None:
            return False
        before = batch.digest()
        work(viewer, batch)
        batch.save()
        record(viewer, "import.carried_on", batch, before=before)
    return batch.state in WORKING


def give_up(*, viewer: Viewer, import_id: UUID, refusal: Exception) -> bool:
    """A row cannot be written: what was written is taken out again. Whether anything was.

    An undoing that fails stops where it is; asked for again, it goes on from there.
    """
    with administering(viewer):
        batch = _locked(import_id)
        if batch.state not in WORKING:
            return False
        before = batch.digest()
        known = refusal if isinstance(refusal, MingjianError) else ImportFailedError()
        batch.failure = known.message[:1000]
        is_writing = batch.state == ImportState.CONFIRMING
        batch.state = ImportState.REVERTING if is_writing else ImportState.CONFIRMED
        batch.save()
        record(viewer, "import.given_up", batch, before=before, reason=batch.failure)
    return is_writing


def _write(viewer: Viewer, batch: Import) -> None:
    kind = kind_for(viewer, batch.kind)(viewer)
    right = batch.right_rows
    for row in right[len(batch.made) : len(batch.made) + PART]:
        made = kind.make(kind.row.model_validate(row["values"]))
        batch.made.append({"number": row["number"], "id": str(made)})
    if len(batch.made) == len(right):
        batch.state = ImportState.CONFIRMED


def _undo(viewer: Viewer, batch: Import) -> None:
    kind = kind_for(viewer, batch.kind)(viewer)
    left = batch.made[: len(batch.made) - batch.taken_back]
    for made in reversed(left[-PART:]):
        if why := kind.unmake(UUID(made["id"])):
            batch.kept.append({"number": made["number"], "why": why})
    batch.taken_back += len(left[-PART:])
    if batch.taken_back == len(batch.made):
        batch.state = ImportState.UNDONE


def _revert(viewer: Viewer, batch: Import) -> None:
    """As if nothing had been written, unless somebody has used a row meanwhile."""
    kind = kind_for(viewer, batch.kind)(viewer)
    for made in reversed(batch.made[-PART:]):
        if why := kind.unmake(UUID(made["id"])):
            batch.kept.append({"number": made["number"], "why": why})
    del batch.made[-PART:]
    if not batch.made:
        batch.state = ImportState.UNDONE if batch.kept else ImportState.CHECKED


WORK: dict[str, Callable[[Viewer, Import], None]] = {
    ImportState.CONFIRMING: _write,
    ImportState.REVERTING: _revert,
    ImportState.UNDOING: _undo,
}


def _locked(import_id: UUID) -> Import:
    return Import.objects.select_for_update().get(id=import_id)
