"""Qualifications, as a viewer may see them: as a list, and as people × schemes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import Qualification
from mingjian.programme.queries.own import reaches_all
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.queries.team_rules import team_rules
from mingjian.programme.rules.competence import Held, covers_any
from mingjian.programme.rules.schemes import SCHEMES

SORTABLE = {
    "person": "person__name",
    "scheme": "scheme",
    "role": "role",
    "valid_to": "valid_to",
}


def qualifications(
    viewer: Viewer,
    grants: Sequence[Grant],
    *,
    scheme: str = "",
    role: str = "",
    code: str = "",
    state: str = "",
    person_id: UUID | None = None,
    search: str = "",
) -> QuerySet[Qualification]:
    """The body's qualifications; auditors and experts see their own, clients none."""
    # No column says which client a qualification is about: owner_id keeps clients out.
    rows = Qualification.objects.filter(owned_or_about(viewer, "owner_id"))
    rows = rows.select_related("person", "granted_by")
    if not reaches_all(viewer, grants):
        rows = rows.filter(person_id__in=filter(None, [viewer.person_id]))
    given = {"scheme": scheme, "role": role, "person_id": person_id}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    if state:
        rows = rows.filter(_in_state(viewer, state))
    if search:
        rows = rows.filter(called(search, "person__") | Q(evidence__icontains=search))
    if code:
        rows = rows.filter(id__in=_covering(viewer, rows, code))
    return rows.order_by("person__name", "scheme", "role", "id")


def qualification_of(viewer: Viewer, grants: Sequence[Grant], qualification_id: UUID) -> Any:
    row = qualifications(viewer, grants).filter(id=qualification_id).first()
    if row is None:
        raise NotFound
    return row


def qualification_view(row: Qualification, ahead: timedelta | None = None) -> dict[str, Any]:
    """A qualification as the API shows it; ``ahead`` of its last day it is about to expire."""
    ahead = ahead or alert_ahead(row.owner_id)
    names = (
        "id",
        "person_id",
        "scheme",
        "role",
        "codes",
        "valid_from",
        "valid_to",
        "evidence",
        "granted_by_id",
        "ended_at",
        "ended_reason",
        "version",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "person": row.person.name,
        "granted_by": row.granted_by.name,
        "state": standing_of(row, clock.today(row.person.zone), ahead),
    }


def standing_of(row: Qualification, today: date, ahead: timedelta) -> str:
    """``valid``, ``expiring``, ``expired``, ``future`` or ``withdrawn``."""
    if row.ended_at:
        return "withdrawn"
    if row.valid_from > today:
        return "future"
    if row.valid_to and row.valid_to < today:
        return "expired"
    return "expiring" if row.valid_to and row.valid_to <= today + ahead else "valid"


def matrix(viewer: Viewer, grants: Sequence[Grant]) -> dict[str, Any]:
    """People × schemes, each cell with what is held there now, also what has run out."""
    rows = qualifications(viewer, grants).filter(ended_at=None, person__is_active=True)
    cells: dict[tuple[UUID, str], list[dict[str, Any]]] = defaultdict(list)
    people: dict[UUID, str] = {}
    ahead = alert_ahead(viewer.tenant_id)
    for row in rows:
        people[row.person_id] = row.person.name
        cells[row.person_id, row.scheme].append(qualification_view(row, ahead))
    return {
        "schemes": list(SCHEMES),
        "people": [
            {
                "person_id": person_id,
                "person": name,
                "cells": [
                    {"scheme": scheme, "held": cells.get((person_id, scheme), [])}
                    for scheme in SCHEMES
                ],
            }
            for person_id, name in people.items()
        ],
    }


def held_by(owner_id: UUID, people: Collection[UUID]) -> dict[UUID, tuple[Held, ...]]:
    """What each person is qualified for, withdrawn qualifications left out."""
    rows = Qualification.objects.filter(owner_id=owner_id, person_id__in=people, ended_at=None)
    found: dict[UUID, list[Held]] = defaultdict(list)
    for row in rows:
        held = Held(row.scheme, row.role, tuple(row.codes), row.valid_from, row.valid_to)
        found[row.person_id].append(held)
    return {person_id: tuple(held) for person_id, held in found.items()}


def ending(viewer: Viewer, today: date) -> QuerySet[Qualification]:
    """Qualifications of active people that run out soon, or have done so."""
    rows = Qualification.objects.filter(
        owner_id=viewer.tenant_id,
        ended_at=None,
        valid_to__lte=today + alert_ahead(viewer.tenant_id),
        person__is_active=True,
    )
    return rows.select_related("person").order_by("valid_to", "id")


def alert_ahead(owner_id: UUID) -> timedelta:
    """How long before its last day a qualification is brought up for the first time."""
    return timedelta(days=max(team_rules(owner_id).alert_days))


def _in_state(viewer: Viewer, state: str) -> Q:
    today = clock.today(own_tenant(viewer).zone)
    running, last = Q(ended_at=None), today + alert_ahead(viewer.tenant_id)
    states = {
        "valid": running & Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gte=today)),
        "expiring": running & Q(valid_to__gte=today, valid_to__lte=last),
        "expired": running & Q(valid_to__lt=today),
        "withdrawn": ~running,
    }
    return states[state]


def _covering(viewer: Viewer, rows: QuerySet[Qualification], code: str) -> list[UUID]:
    separator = team_rules(viewer.tenant_id).separator
    return [
        row_id
        for row_id, codes in rows.values_list("id", "codes")
        if covers_any(codes, code, separator)
    ]
