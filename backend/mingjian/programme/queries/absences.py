"""Absences, as a viewer may see them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models.named import called
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import Absence
from mingjian.programme.queries.own import reaches_all
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.availability import Busy, away

KINDS = {
    "leave": Words("休假", "Leave"),
    "sick": Words("病假", "Sick leave"),
    "training": Words("培训", "Training"),
    "business": Words("其他公务", "Other duties"),
    "other": Words("其他", "Other"),
}

SORTABLE = {"person": "person__name", "first": "first", "last": "last", "kind": "kind"}


def absences(
    viewer: Viewer,
    grants: Sequence[Grant],
    *,
    person_id: UUID | None = None,
    since: date | None = None,
    until: date | None = None,
    search: str = "",
) -> QuerySet[Absence]:
    """Running absences, of everybody or of oneself, that touch the given days."""
    rows = Absence.objects.filter(owned_or_about(viewer, "owner_id"), cancelled_at=None)
    rows = rows.select_related("person")
    if not reaches_all(viewer, grants):
        rows = rows.filter(person_id__in=filter(None, [viewer.person_id]))
    if person_id:
        rows = rows.filter(person_id=person_id)
    if since:
        rows = rows.filter(last__gte=since)
    if until:
        rows = rows.filter(first__lte=until)
    if search:
        rows = rows.filter(called(search, "person__"))
    return rows.order_by("first", "person__name", "id")


def absence_of(viewer: Viewer, grants: Sequence[Grant], absence_id: UUID) -> Absence:
    row = absences(viewer, grants).filter(id=absence_id).first()
    if row is None:
        raise NotFound
    return row


def absence_view(row: Absence) -> dict[str, Any]:
    names = "id", "person_id", "kind", "first", "last", "from_noon", "until_noon", "zone", "note"
    return {
        **{name: getattr(row, name) for name in (*names, "cancelled_at", "version")},
        "person": row.person.name,
    }


def away_between(
    owner_id: UUID, people: Collection[UUID], since: date, until: date
) -> dict[UUID, list[Busy]]:
    """When these people are away in these days, as intervals of real time."""
    rows = Absence.objects.filter(
        owner_id=owner_id,
        person_id__in=people,
        cancelled_at=None,
        first__lte=until,
        last__gte=since,
    )
    found: dict[UUID, list[Busy]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(interval_of(row))
    return found


def interval_of(row: Absence) -> Busy:
    """The absence as an interval, labelled with its kind and days."""
    days = str(row.first) if row.first == row.last else f"{row.first} – {row.last}"
    return away(
        row.first,
        row.last,
        row.zone,
        from_noon=row.from_noon,
        until_noon=row.until_noon,
        label=f"{KINDS[row.kind]} {days}",
    )
