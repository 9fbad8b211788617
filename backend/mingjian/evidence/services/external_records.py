"""Entering what another tool exported: whose clock, which session, what was said and by whom."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.external_records import (
    ExternalToolError,
    NotExternalError,
    NotReadableYetError,
)
from mingjian.evidence.models import (
    EvidenceItem,
    ExternalRecord,
    ItemState,
    Origin,
    ReadState,
)
from mingjian.evidence.queries.external_records import (
    LINES,
    TEXTS,
    external_of,
    external_view,
    platform_time,
    words_of,
)
from mingjian.evidence.queries.items import entries_view, items, name_of_item
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.queries.places import checked_plan_item
from mingjian.evidence.rules.external_lines import (
    NEEDED,
    NO_TABLE,
    TOO_MANY,
    Clock,
    Line,
    Reading,
    read_lines,
)
from mingjian.evidence.rules.external_tables import decoded, text_table
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import MingjianError
from mingjian.kit.excel import read_sheet
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.programme.queries.cases import case_of
from mingjian.programme.queries.tools import tool_of
from mingjian.programme.services.cases import locked_case

MOST_BYTES = 5 * 1024**2
SEALED = ("tool_name", "exported_by", "consent")
CLOCK = frozenset({"zone", "local_start", "offset_seconds", "columns"})
"""What a timeline is read by: when one of them changes it is read anew."""
ZIP = b"PK\x03\x04"


def enter_external(
    *, viewer: Viewer, case_id: UUID, item_id: UUID, values: Mapping[str, Any]
) -> ExternalRecord:
    """Say what an uploaded file is; chat and attendance are read at once if it was examined."""
    case = case_of(viewer, case_id)
    item = items(viewer, case).filter(id=item_id, origin=Origin.EXTERNAL, external=None).first()
    if item is None:
        raise NotExternalError
    row = ExternalRecord(owner_id=item.owner_id, item=item, what=values["what"])
    row.changed_by = name_of(viewer)
    _set(viewer, row, values)
    row.sealed = _sealed(row, {name: values.get(name, "") for name in SEALED})
    for name, value in _read(row).items():
        setattr(row, name, value)
    with transaction.atomic():
        locked_case(viewer, case_id)
        _place(viewer, item, values)
        row.save(force_insert=True)
        record(viewer, "external.entered", row)
    return row


def change_external(
    *, viewer: Viewer, external_id: UUID, version: int, values: Mapping[str, Any], reason: str
) -> ExternalRecord:
    """Set the clock, the place or the words right; a timeline is then read anew."""
    row = external_of(viewer, external_id)
    _set(viewer, row, values)
    if set(SEALED) & set(values):
        given = {name: values[name] for name in SEALED if name in values}
        row.sealed = _sealed(row, words_of(row) | given)
    names = ("tool_id", "zone", "local_start", "starts_at", "offset_seconds", "columns", "sealed")
    new = {name: getattr(row, name) for name in names}
    if set(values) & CLOCK:
        new |= _read(row)
    return _changed(viewer, row.id, version, new, values=values, reason=reason)


def read_external(*, viewer: Viewer, external_id: UUID, version: int) -> ExternalRecord:
    """Read chat or attendance now that the file was examined."""
    row = external_of(viewer, external_id)
    new = _read(row)
    if new["read_state"] == ReadState.WAITING:
        raise NotReadableYetError
    return _changed(viewer, row.id, version, new)


def _changed(
    viewer: Viewer,
    external_id: UUID,
    version: int,
    new: Mapping[str, Any],
    *,
    values: Mapping[str, Any] = MappingProxyType({}),
    reason: str = "",
) -> ExternalRecord:
    with transaction.atomic():
        row = ExternalRecord.objects.select_for_update(of=("self",)).get(id=external_id)
        locked_case(viewer, row.item.case_id)
        _place(viewer, row.item, values)
        before = change(row, viewer=viewer, version=version, values=new, view=external_view)
        record(viewer, "external.changed", row, before=before, reason=reason)
    return row


def _set(viewer: Viewer, row: ExternalRecord, values: Mapping[str, Any]) -> None:
    for name in ("zone", "local_start", "offset_seconds", "columns"):
        if name in values:
            setattr(row, name, values[name])
    if "tool_id" in values:
        row.tool = tool_of(viewer, values["tool_id"]) if values["tool_id"] else None
    known = values.get("tool_name", words_of(row).get("tool_name", ""))
    if row.tool is None and not known:
        raise ExternalToolError
    row.starts_at = platform_time(row.local_start, row.zone, row.offset_seconds)


def _place(viewer: Viewer, item: EvidenceItem, values: Mapping[str, Any]) -> None:
    """The line of the plan to which it belongs is the item's, as for every other item."""
    if "plan_item_id" not in values or values["plan_item_id"] == item.plan_item_id:
        return
    locked = EvidenceItem.objects.select_for_update(of=("self",)).get(id=item.id)
    given = {"plan_item_id": checked_plan_item(item.case, values["plan_item_id"])}
    before = change(locked, viewer=viewer, version=locked.version, values=given, view=entries_view)
    record(viewer, "evidence.described", locked, before=before)


def _sealed(row: ExternalRecord, words: Mapping[str, Any]) -> str:
    return sealed_texts(row.owner_id, row.item.case_id, row.id, TEXTS, words)


def _read(row: ExternalRecord) -> dict[str, Any]:
    """What the timeline's columns become; whatever goes wrong, the file stays as it is."""
    if row.what not in NEEDED:
        return {"read_state": ReadState.NOT_A_TABLE}
    if row.item.state == ItemState.QUARANTINED:
        return {"read_state": ReadState.WAITING}
    reading = _reading(row)
    shown = {"lines": [_shown(line) for line in reading.lines], "headings": reading.headings}
    lines = sealed_texts(row.owner_id, row.item.case_id, row.id, LINES, shown)
    return {
        "read_state": ReadState.UNREADABLE if reading.problem else ReadState.READ,
        "read_problem": reading.problem,
        "line_count": len(reading.lines),
        "sealed_lines": lines,
    }


def _reading(row: ExternalRecord) -> Reading:
    if row.item.state != ItemState.HELD:
        return Reading(problem=NO_TABLE)
    if row.item.size > MOST_BYTES:
        return Reading(problem=TOO_MANY)
    clock = Clock(
        zone=row.zone,
        starts_on=date.fromisoformat(row.local_start[:10]),
        offset=timedelta(seconds=row.offset_seconds),
    )
    table = _table(b"".join(content_of(row.item).iterate()), name_of_item(row.item))
    return read_lines(row.what, table, clock, row.columns)


def _table(content: bytes, name: str) -> list[list[str]]:
    if content.startswith(ZIP) or name.casefold().endswith(".xlsx"):
        try:
            return read_sheet(content)
        except MingjianError:
            return []
    text = decoded(content)
    return text_table(text) if text else []


def _shown(line: Line) -> dict[str, Any]:
    return {
        "at": _iso(line.at),
        "until": _iso(line.until),
        "name": line.name,
        "text": line.text,
    }


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None
