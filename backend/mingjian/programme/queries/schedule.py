"""Lanes: who is on which audit and who is away, week by week, with what collides."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse

from mingjian.identity.models import Membership, Person
from mingjian.identity.models.named import called
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.excel import workbook_response
from mingjian.kit.words import in_language
from mingjian.programme.models import Absence
from mingjian.programme.queries.absences import KINDS, absences, interval_of
from mingjian.programme.queries.assignments import AUDITING
from mingjian.programme.queries.bookings import Booking, bookings
from mingjian.programme.queries.own import reaches_all
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.availability import Busy, week_of

MOST_PEOPLE = 300


def schedule(
    viewer: Viewer,
    grants: Sequence[Grant],
    *,
    first: date,
    weeks: int,
    search: str = "",
    only: str = "",
) -> dict[str, Any]:
    """The lanes of all who audit from the Monday of ``first``; ``only``: clashing or free."""
    since = week_of(first)
    until = since + timedelta(days=7 * weeks - 1)
    people = list(_people(viewer, grants, search)[:MOST_PEOPLE])
    ids = [person.id for person in people]
    owner_id = people[0].owner_id if people else viewer.tenant_id
    booked = bookings(owner_id, ids, since, until)
    away: dict[UUID, list[Absence]] = {}
    for row in absences(viewer, grants, since=since, until=until):
        away.setdefault(row.person_id, []).append(row)
    lanes = [_lane(each, booked.get(each.id, []), away.get(each.id, [])) for each in people]
    return {
        "first": since,
        "last": until,
        "weeks": [since + timedelta(days=7 * number) for number in range(weeks)],
        "lanes": [lane for lane in lanes if _is_wanted(lane, only)],
    }


def _people(viewer: Viewer, grants: Sequence[Grant], search: str) -> QuerySet[Person]:
    rows = Person.objects.filter(owned_or_about(viewer, "owner_id"), is_active=True)
    if reaches_all(viewer, grants):
        held = Membership.objects.filter(role__in=AUDITING, ended_at=None).values("person_id")
        team = Q(id__in=held)
        rows = rows.filter(team)
    else:
        rows = rows.filter(id__in=filter(None, [viewer.person_id]))
    if search:
        rows = rows.filter(called(search))
    return rows.order_by("name", "id")


def _lane(person: Person, booked: list[Booking], away: list[Absence]) -> dict[str, Any]:
    busy: list[tuple[dict[str, Any], list[Busy]]] = [
        *((_booked_bar(each), list(each.busy)) for each in booked),
        *((_absent_bar(each), [interval_of(each)]) for each in away),
    ]
    for bar, intervals in busy:
        others = [each for other, found in busy if other is not bar for each in found]
        bar["clashes"] = any(a.meets(b) for a in intervals for b in others)
    bars = sorted((bar for bar, _ in busy), key=lambda bar: (bar["first"], bar["last"]))
    return {"person_id": person.id, "person": person.name, "bars": bars}


def _booked_bar(booking: Booking) -> dict[str, Any]:
    case = booking.member.case
    return {
        "kind": "case",
        "id": booking.member.id,
        "case_id": case.id,
        "title": case.client.short_name or case.client.name,
        "detail": case.number,
        "role": booking.member.role,
        "days": booking.member.days,
        "first": case.starts_on,
        "last": case.ends_on,
    }


def _absent_bar(row: Absence) -> dict[str, Any]:
    return {
        "kind": "absence",
        "id": row.id,
        "case_id": None,
        "title": row.kind,
        "detail": row.note,
        "role": "",
        "days": None,
        "first": row.first,
        "last": row.last,
    }


def _is_wanted(lane: dict[str, Any], only: str) -> bool:
    if only == "clashing":
        return any(bar["clashes"] for bar in lane["bars"])
    return not lane["bars"] if only == "free" else True


def schedule_workbook(found: dict[str, Any]) -> HttpResponse:
    """The same lanes, one row per bar."""
    headings = (
        ("姓名", "Name"),
        ("内容", "What"),
        ("编号或备注", "Number or note"),
        ("角色", "Role"),
        ("第一天", "First day"),
        ("最后一天", "Last day"),
        ("人日", "Auditor-days"),
        ("冲突", "Clash"),
    )
    rows = [
        [
            lane["person"],
            str(KINDS[bar["title"]]) if bar["kind"] == "absence" else bar["title"],
            bar["detail"],
            bar["role"],
            bar["first"],
            bar["last"],
            bar["days"],
            bar["clashes"],
        ]
        for lane in found["lanes"]
        for bar in lane["bars"]
    ]
    return workbook_response("日程", [in_language(both) for both in headings], rows)
