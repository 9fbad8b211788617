"""Exports of other tools, as a viewer may see them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.evidence.models import ExternalRecord
from mingjian.evidence.queries.items import items, name_of_item
from mingjian.identity.errors import ZoneError
from mingjian.identity.rules import is_zone
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import opened_texts
from mingjian.programme.models import AuditCase, PlanItem
from mingjian.programme.rules.plan_times import instant

TEXTS, LINES = "evidence.external", "evidence.external_lines"
"""The purposes under which the two columns are sealed."""

SORTABLE = {
    "number": "item__number",
    "what": "what",
    "starts_at": "starts_at",
    "read_state": "read_state",
}
SHOWN = (
    "id",
    "item_id",
    "what",
    "tool_id",
    "zone",
    "local_start",
    "starts_at",
    "offset_seconds",
    "columns",
    "read_state",
    "read_problem",
    "line_count",
    "version",
)


def external_records(viewer: Viewer, case: AuditCase) -> QuerySet[ExternalRecord]:
    """Of the items of the case that the viewer reaches, the latest first."""
    mine = items(viewer, case).order_by()
    rows = ExternalRecord.objects.filter(item__in=mine)
    return rows.select_related("item__case", "item__plan_item", "tool").order_by("-item__number")


def narrowed(
    rows: QuerySet[ExternalRecord], *, what: str = "", search: str = ""
) -> QuerySet[ExternalRecord]:
    if what:
        rows = rows.filter(what=what)
    if search:
        wanted = search.casefold()
        found = [row.id for row in rows if wanted in _searched(row)]
        rows = rows.filter(id__in=found)
    return rows


def external_of(viewer: Viewer, external_id: UUID) -> ExternalRecord:
    row = ExternalRecord.objects.filter(id=external_id).select_related("item__case").first()
    if row is None or not external_records(viewer, row.item.case).filter(id=row.id).exists():
        raise NotFound
    return row


def case_of_external(external_id: UUID) -> UUID:
    found = ExternalRecord.objects.filter(id=external_id).values_list("item__case_id").first()
    if found is None:
        raise NotFound
    return UUID(str(found[0]))


def words_of(row: ExternalRecord) -> dict[str, Any]:
    """The tool, who exported and the consent, in clear."""
    return opened_texts(row.owner_id, row.item.case_id, row.id, TEXTS, row.sealed)


def tool_of_record(row: ExternalRecord) -> str:
    return row.tool.name if row.tool else str(words_of(row).get("tool_name", ""))


def external_view(row: ExternalRecord) -> dict[str, Any]:
    """As a line of the list."""
    words, item = words_of(row), row.item
    return {
        **{name: getattr(row, name) for name in SHOWN},
        "code": item.code,
        "name": name_of_item(item),
        "item_state": item.state,
        "tool": tool_of_record(row),
        "exported_by": words.get("exported_by", ""),
        "consent": words.get("consent", ""),
        "plan_item_id": item.plan_item_id,
        "plan_item": item.plan_item.title if item.plan_item else "",
        "session_seconds": _into_session(row),
    }


def whole_view(row: ExternalRecord) -> dict[str, Any]:
    """With what was read of it, and the headings to choose from where nothing was."""
    opened = opened_texts(row.owner_id, row.item.case_id, row.id, LINES, row.sealed_lines)
    return {
        **external_view(row),
        "lines": opened.get("lines", []),
        "headings": opened.get("headings", []),
    }


def platform_time(local_start: str, zone: str, offset_seconds: int) -> datetime:
    """When that was by the platform's clock; the offset is added to the tool's times."""
    if not is_zone(zone):
        raise ZoneError(zone=zone)
    return instant(local_start, zone) + timedelta(seconds=offset_seconds)


def on_the_platforms_clock(
    case: AuditCase,
    *,
    local_start: str,
    zone: str,
    offset_seconds: int,
    plan_item_id: UUID | None,
) -> dict[str, Any]:
    """What an entry would come to."""
    starts_at = platform_time(local_start, zone, offset_seconds)
    wanted = PlanItem.objects.filter(id__in=filter(None, [plan_item_id]), plan__case=case)
    planned = wanted.first()
    return {"starts_at": starts_at, "session_seconds": _from(planned, starts_at)}


def _into_session(row: ExternalRecord) -> int | None:
    return _from(row.item.plan_item, row.starts_at)


def _from(planned: PlanItem | None, starts_at: datetime) -> int | None:
    """Seconds from the start of the plan's item; negative before it."""
    return round((starts_at - planned.starts_at).total_seconds()) if planned else None


def _searched(row: ExternalRecord) -> str:
    words = words_of(row)
    texts = [
        row.item.code,
        name_of_item(row.item),
        tool_of_record(row),
        words.get("exported_by", ""),
    ]
    return "\n".join(texts).casefold()
