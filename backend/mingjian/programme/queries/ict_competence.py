"""Who is confirmed for the hardware and software of remote audits, and until when."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from mingjian.identity.models import Person
from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import IctConfirmation
from mingjian.programme.models.ict import IctArea, IctState
from mingjian.programme.rules.ict import Confirmed, IctRules

SORTABLE = {"person": "person__name", "area": "area", "state": "state", "until": "valid_until"}


def is_confirmed(person_id: UUID, on: date) -> Confirmed:
    """Whether a person is confirmed on a day, for both areas."""
    return confirmed_people([person_id], on)[person_id]


def confirmed_people(person_ids: Collection[UUID], on: date) -> dict[UUID, Confirmed]:
    """The same for several people, in one query."""
    until: dict[tuple[UUID, str], date] = {
        (person_id, area): last
        for person_id, area, last in IctConfirmation.objects.filter(
            person_id__in=person_ids, state=IctState.CONFIRMED, confirmed_on__lte=on
        )
        .values_list("person_id", "area")
        .annotate(Max("valid_until"))
    }
    return {
        person_id: Confirmed(
            until.get((person_id, IctArea.HARDWARE)), until.get((person_id, IctArea.SOFTWARE)), on
        )
        for person_id in person_ids
    }


def confirmations(
    viewer: Viewer, *, person_id: UUID | None = None, state: str = "", search: str = ""
) -> QuerySet[IctConfirmation]:
    """Every round of the viewer's body, the newest first; ``due`` waits for somebody."""
    rows = IctConfirmation.objects.filter(owner_id=viewer.tenant_id)
    rows = rows.select_related("person", "checked_by", "confirmed_by")
    if person_id:
        rows = rows.filter(person_id=person_id)
    if state == "due":
        rows = rows.filter(state__in=(IctState.DECLARED, IctState.CHECKED))
    elif state:
        rows = rows.filter(state=state)
    if search:
        rows = rows.filter(called(search, "person__"))
    return rows.order_by("-declared_at", "id")


def confirmation_of(viewer: Viewer, confirmation_id: UUID) -> IctConfirmation:
    row = confirmations(viewer).filter(id=confirmation_id).first()
    if row is None:
        raise NotFound
    return row


def has_confirmed(viewer: Viewer, area: str, on: date) -> bool:
    """Whether anybody of the body is confirmed in an area: the first needs another way in."""
    return _running(on).filter(owner_id=viewer.tenant_id, area=area).exists()


def is_confirmed_in(person_id: UUID, area: str, on: date) -> bool:
    return _running(on).filter(person_id=person_id, area=area).exists()


def remote_people(viewer: Viewer, search: str = "") -> QuerySet[Person]:
    """Active people of the body who are in audits, or were confirmed before."""
    seats = Q(memberships__role__in=("LA", "AU", "TE", "OBS"), memberships__ended_at__isnull=True)
    known = Q(id__in=IctConfirmation.objects.filter(owner_id=viewer.tenant_id).values("person_id"))
    rows = Person.objects.filter(seats | known, owner_id=viewer.tenant_id, is_active=True)
    if search:
        rows = rows.filter(called(search))
    return rows.distinct().order_by("name", "id")


def people_view(viewer: Viewer, rows: Iterable[Person]) -> list[dict[str, Any]]:
    """People with what is confirmed today, and their open rounds."""
    people, today = list(rows), clock.today(own_tenant(viewer).zone)
    held = confirmed_people([person.id for person in people], today)
    waiting = confirmations(viewer, state="due").filter(person__in=people)
    open_rounds: dict[UUID, list[dict[str, Any]]] = {person.id: [] for person in people}
    for row in waiting:
        open_rounds[row.person_id].append(confirmation_view(row))
    return [
        {
            "person_id": person.id,
            "name": person.name,
            "hardware_until": held[person.id].hardware_until,
            "software_until": held[person.id].software_until,
            "is_confirmed": held[person.id].is_confirmed,
            "open": open_rounds[person.id],
        }
        for person in people
    ]


def confirmation_view(row: IctConfirmation) -> dict[str, Any]:
    """One round as the API shows it."""
    names = (
        "id",
        "person_id",
        "area",
        "state",
        "declared",
        "declared_note",
        "declared_at",
        "shown",
        "checked_on",
        "check_note",
        "confirmed_on",
        "valid_until",
        "version",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "person": row.person.name,
        "checked_by": row.checked_by.name if row.checked_by else "",
        "confirmed_by": row.confirmed_by.name if row.confirmed_by else "",
    }


def rules_view(rules: IctRules) -> dict[str, Any]:
    """What has to be shown, in the reader's language."""
    return {
        "clause": rules.clause,
        "valid_months": rules.valid_months,
        "items": [
            {"code": item.code, "area": item.area, "words": str(item.words)} for item in rules.items
        ],
    }


def _running(on: date) -> QuerySet[IctConfirmation]:
    return IctConfirmation.objects.filter(
        state=IctState.CONFIRMED, confirmed_on__lte=on, valid_until__gte=on
    )
