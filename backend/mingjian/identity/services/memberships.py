"""Roles: granted with dates, revoked at once."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from mingjian.identity.errors import (
    AlreadyHeldError,
    DaysOutOfOrderError,
    InactivePersonError,
    OwnRoleError,
    RoleOutsideTenantError,
)
from mingjian.identity.events import MembershipGranted, MembershipRevoked
from mingjian.identity.models import Membership, Person, Tenant
from mingjian.identity.queries.tenants import administered_tenant, administering
from mingjian.identity.rules import ROLES, ROLES_OF_KIND
from mingjian.identity.services.administrators import keep_an_administrator
from mingjian.identity.services.people import locked_person
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.kit.words import in_language


def grant_membership(
    *,
    viewer: Viewer,
    person_id: UUID,
    role: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    scope: str = "",
) -> Membership:
    """Let a person act in ``role``; nobody grants a role to themselves."""
    if viewer.person_id == person_id:
        raise OwnRoleError
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        tenant = administered_tenant(viewer, person.owner_id)
        _check_role(tenant, person, role)
        today = clock.today(tenant.zone)
        _close_expired(viewer, person, role, scope, today)
        membership = _membership(person, role, scope, valid_from or today, valid_to)
        announce_granted(membership)
        record(viewer, "membership.granted", membership)
    return membership


def revoke_membership(*, viewer: Viewer, membership_id: UUID, reason: str) -> Membership:
    """End a role at once; revoking twice changes nothing."""
    with administering(viewer), transaction.atomic():
        membership = _locked(viewer, membership_id)
        if membership.ended_at is None:
            keep_an_administrator(membership.owner_id, without=Q(id=membership.id))
            _end(viewer, membership, reason)
    return membership


def announce_granted(membership: Membership) -> None:
    announce(
        MembershipGranted(
            owner_id=membership.owner_id,
            person_id=membership.person_id,
            membership_id=membership.id,
            role=membership.role,
        )
    )


def _check_role(tenant: Tenant, person: Person, role: str) -> None:
    roles = ROLES_OF_KIND[tenant.kind]
    if role not in roles:
        raise RoleOutsideTenantError(role=_named(role), roles="、".join(map(_named, roles)))
    if not person.is_active:
        raise InactivePersonError


def _named(role: str) -> str:
    return in_language(ROLES.get(role, (role, role)))


def _membership(
    person: Person, role: str, scope: str, valid_from: date, valid_to: date | None
) -> Membership:
    if valid_to and valid_to < valid_from:
        raise DaysOutOfOrderError
    held = Membership.objects.filter(person=person, role=role, scope=scope, ended_at=None)
    if held.exists():
        raise AlreadyHeldError
    return Membership.objects.create(
        owner_id=person.owner_id,
        person=person,
        role=role,
        scope=scope,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _close_expired(viewer: Viewer, person: Person, role: str, scope: str, today: date) -> None:
    """A role that ran out makes way for the same role with new dates."""
    running = Membership.objects.filter(person=person, role=role, scope=scope, ended_at=None)
    for membership in running.filter(valid_to__lt=today):
        _end(viewer, membership, "")


def _locked(viewer: Viewer, membership_id: UUID) -> Membership:
    membership = Membership.objects.select_for_update().filter(id=membership_id).first()
    if membership is None:
        raise NotFound
    administered_tenant(viewer, membership.owner_id)
    return membership


def _end(viewer: Viewer, membership: Membership, reason: str) -> None:
    before = membership.digest()
    membership.ended_at = clock.now()
    membership.save()
    announce(
        MembershipRevoked(
            owner_id=membership.owner_id,
            person_id=membership.person_id,
            membership_id=membership.id,
            role=membership.role,
        )
    )
    record(viewer, "membership.revoked", membership, before=before, reason=reason)
