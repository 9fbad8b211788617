"""People of the own tenant and of the organisations it engages."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from mingjian.identity.errors import DuplicateEmailError, ZoneError
from mingjian.identity.events import (
    PersonAdded,
    PersonChanged,
    PersonDeactivated,
    PersonReactivated,
)
from mingjian.identity.models import Account, Person
from mingjian.identity.queries.people import person_view
from mingjian.identity.queries.tenants import administered_tenant, administering
from mingjian.identity.rules import is_zone
from mingjian.identity.services.administrators import keep_an_administrator
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.outbox import announce


def add_person(
    *,
    viewer: Viewer,
    tenant_id: UUID,
    name: str,
    email: str,
    phone: str = "",
    language: str = "",
    zone: str = "",
) -> Person:
    """A person without login and without role; both are given in steps of their own."""
    with administering(viewer), transaction.atomic():
        tenant = administered_tenant(viewer, tenant_id)
        person = Person(owner_id=tenant.id, name=name, email=email.strip().lower(), phone=phone)
        person.language = language or tenant.language
        person.zone = checked_zone(zone or tenant.zone)
        save_with_own_email(person)
        announce(PersonAdded(owner_id=tenant.id, person_id=person.id))
        record(viewer, "person.added", person)
    return person


def update_person(*, viewer: Viewer, person_id: UUID, version: int, **values: Any) -> Person:
    """Change a person's name, e-mail, phone, language or zone."""
    if "email" in values:
        values["email"] = values["email"].strip().lower()
    if "zone" in values:
        checked_zone(values["zone"])
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        try:
            with transaction.atomic():
                before = change(
                    person, viewer=viewer, version=version, values=values, view=person_view
                )
        except IntegrityError:
            raise DuplicateEmailError from None
        announce(PersonChanged(owner_id=person.owner_id, person_id=person.id))
        record(viewer, "person.changed", person, before=before)
    return person


def update_profile(*, viewer: Viewer, version: int, **values: Any) -> Person:
    """What everybody may change of themselves: name, phone, language and zone."""
    if viewer.person_id is None:
        raise NotPermitted
    return update_person(viewer=viewer, person_id=viewer.person_id, version=version, **values)


def deactivate_person(*, viewer: Viewer, person_id: UUID, version: int, reason: str) -> Person:
    """From now on the person can act in no role of the tenant, and sign-in ends."""
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        keep_an_administrator(person.owner_id, without=Q(person=person))
        before = _switch(person, viewer, version, is_active=False)
        announce(PersonDeactivated(owner_id=person.owner_id, person_id=person.id))
        record(viewer, "person.deactivated", person, before=before, reason=reason)
    return person


def reactivate_person(*, viewer: Viewer, person_id: UUID, version: int) -> Person:
    """Roles still in force count again."""
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        before = _switch(person, viewer, version, is_active=True)
        announce(PersonReactivated(owner_id=person.owner_id, person_id=person.id))
        record(viewer, "person.reactivated", person, before=before)
    return person


def link_account(*, viewer: Viewer, person_id: UUID, account: Account) -> Person:
    """The person accepted: from now on this login may act as them."""
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        before = person.digest()
        person.account = account
        person.save()
        record(viewer, "person.signed_up", person, before=before)
    return person


def locked_person(viewer: Viewer, person_id: UUID) -> Person:
    """A person of an administered tenant, locked until the transaction ends."""
    person = Person.objects.select_for_update().filter(id=person_id).first()
    if person is None:
        raise NotFound
    administered_tenant(viewer, person.owner_id)
    return person


def save_with_own_email(person: Person) -> None:
    """Two forms may hold the same new address at once; the database decides."""
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        raise DuplicateEmailError from None


def checked_zone(zone: str) -> str:
    if not is_zone(zone):
        raise ZoneError(zone=zone)
    return zone


def _switch(person: Person, viewer: Viewer, version: int, *, is_active: bool) -> bytes:
    values = {"is_active": is_active}
    return change(person, viewer=viewer, version=version, values=values, view=person_view)
