"""Reading workbooks in: check the rows, confirm them, undo what came of them."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from pydantic import ValidationError

from mingjian.identity.errors import EmptyWorkbookError, ImportStateError, NothingToImportError
from mingjian.identity.events import ImportHandedOver
from mingjian.identity.models import Import
from mingjian.identity.models.imports import ImportState
from mingjian.identity.queries.tenants import administering
from mingjian.identity.services.editing import name_of
from mingjian.identity.services.imports.columns import read_rows
from mingjian.identity.services.imports.kinds import Kind, kind_for
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.excel import workbook_response
from mingjian.kit.excel.errors import WorkbookTooLarge
from mingjian.kit.excel.reading import MOST_BYTES
from mingjian.kit.outbox import announce
from mingjian.kit.validation import explain
from mingjian.kit.words import in_language

MOST_ROWS = 5_000
AT_ONCE = 200
"""One transaction, within the request; on SQLite nobody else writes meanwhile. More is for jobs."""


def template(*, viewer: Viewer, kind: str) -> HttpResponse:
    """An empty workbook with the right head, an example, and a sheet that explains it."""
    found = kind_for(viewer, kind)
    columns, title = found.columns, in_language(found.title)
    headings = [in_language(column.heading) for column in columns]
    notes = [[heading, in_language(c.note)] for heading, c in zip(headings, columns, strict=True)]
    head = [in_language(("列", "Column")), in_language(("说明", "Note"))]
    example = [column.example for column in columns]
    return workbook_response(title, headings, [example], notes=[head, *notes])


def check_import(*, viewer: Viewer, kind: str, file_name: str, content: bytes) -> Import:
    """Read a filled-in template; nothing comes of it before it is confirmed."""
    found = kind_for(viewer, kind)
    table = read_rows(content, found.columns)
    if not table:
        raise EmptyWorkbookError
    if len(table) > MOST_ROWS:
        raise WorkbookTooLarge(rows=MOST_ROWS, megabytes=MOST_BYTES // 1024**2)
    with administering(viewer):
        rows = _checked(found(viewer), table)
        with transaction.atomic():
            batch = Import(owner_id=viewer.tenant_id, kind=kind, rows=rows)
            batch.file_name = "".join(filter(str.isprintable, file_name))[:200]
            batch.created_by = name_of(viewer)
            batch.save(force_insert=True)
            record(viewer, "import.checked", batch)
    return batch


def confirm_import(*, viewer: Viewer, import_id: UUID) -> Import:
    """Write every row without a fault, all or none; faulty rows are passed over.

    Many rows are written by jobs, which take all out again if one cannot be.
    """
    with administering(viewer), transaction.atomic():
        batch = _locked(viewer, import_id, ImportState.CHECKED)
        right = batch.right_rows
        if not right:
            raise NothingToImportError
        if len(right) > AT_ONCE:
            return _hand_over(viewer, batch, ImportState.CONFIRMING)
        kind, before = kind_for(viewer, batch.kind)(viewer), batch.digest()
        for row in right:
            made = kind.make(kind.row.model_validate(row["values"]))
            batch.made.append({"number": row["number"], "id": str(made)})
        _finish(viewer, batch, ImportState.CONFIRMED, before)
    return batch


def undo_import(*, viewer: Viewer, import_id: UUID) -> Import:
    """Remove what came of it, newest first; what was used since stays, and says why."""
    with administering(viewer), transaction.atomic():
        batch = _locked(viewer, import_id, ImportState.CONFIRMED)
        if len(batch.made) > AT_ONCE:
            return _hand_over(viewer, batch, ImportState.UNDOING)
        kind, before = kind_for(viewer, batch.kind)(viewer), batch.digest()
        for made in reversed(batch.made):
            if why := kind.unmake(UUID(made["id"])):
                batch.kept.append({"number": made["number"], "why": why})
        _finish(viewer, batch, ImportState.UNDONE, before)
    return batch


def _checked(kind: Kind[Any], table: list[tuple[int, dict[str, str]]]) -> list[dict[str, Any]]:
    rows = []
    for number, texts in table:
        values = {field: text for field, text in texts.items() if text}
        rows.append({"number": number, "values": values, "errors": _faults(kind, values)})
    return rows


def _faults(kind: Kind[Any], values: dict[str, str]) -> dict[str, str]:
    """What is wrong, by field: the form of a text first, then what it means."""
    try:
        row = kind.row.model_validate(values)
    except ValidationError as refusal:
        return explain({**error, "loc": ("row", *error["loc"])} for error in refusal.errors())
    faults: dict[str, str] = kind.check(row)
    return faults


def _locked(viewer: Viewer, import_id: UUID, state: ImportState) -> Import:
    mine = Import.objects.select_for_update().filter(owner_id=viewer.tenant_id)
    batch = mine.filter(id=import_id).first()
    if batch is None:
        raise NotFound
    if batch.state != state:
        raise ImportStateError
    return batch


def _hand_over(viewer: Viewer, batch: Import, state: ImportState) -> Import:
    """Jobs go on from here, as whoever asked for it."""
    kind_for(viewer, batch.kind)
    before = batch.digest()
    batch.state, batch.failure = state, ""
    batch.save()
    membership = viewer.membership_id
    if membership is None:
        raise NotPermitted
    announce(
        ImportHandedOver(owner_id=batch.owner_id, import_id=batch.id, membership_id=membership)
    )
    record(viewer, f"import.{state.value}", batch, before=before)
    return batch


def _finish(viewer: Viewer, batch: Import, state: ImportState, before: bytes) -> None:
    batch.state = state
    batch.save()
    record(viewer, f"import.{state.value}", batch, before=before)
