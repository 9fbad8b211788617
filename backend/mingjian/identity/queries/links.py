"""Invitations and guest links: as their makers see them, and as their token opens them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.entry_errors import (
    LinkExpiredError,
    LinkRevokedError,
    LinkUnknownError,
    LinkUsedError,
)
from mingjian.identity.links import hash_of, owner_of
from mingjian.identity.models import Account, GuestLink, Invitation, Person, Tenant
from mingjian.identity.queries.tenants import administered
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import MingjianError
from mingjian.kit.tenancy import tenant_scope

REFUSALS: dict[str, type[MingjianError]] = {
    "used": LinkUsedError,
    "revoked": LinkRevokedError,
    "expired": LinkExpiredError,
}


STATES = {
    "open": ("未使用", "open"),
    "used": ("已接受", "accepted"),
    "arrived": ("已进入", "arrived"),
    "revoked": ("已撤回", "withdrawn"),
    "expired": ("已过期", "expired"),
}
SORTABLE = {"created_at": "created_at", "expires_at": "expires_at", "person": "person__name"}


def invitations(
    viewer: Viewer, person_id: UUID | None = None, *, search: str = ""
) -> QuerySet[Invitation]:
    """To be read inside ``tenants.administering``."""
    rows = Invitation.objects.filter(owner_id__in=administered(viewer)).select_related("person")
    if person_id:
        rows = rows.filter(person_id=person_id)
    return rows.filter(_names(search)) if search else rows


def guest_links(viewer: Viewer, scope: str, *, search: str = "") -> QuerySet[GuestLink]:
    """The links of one audit session; to be read inside ``tenants.administering``."""
    rows = GuestLink.objects.filter(owner_id__in=administered(viewer), scope=scope)
    rows = rows.select_related("person")
    return rows.filter(_names(search)) if search else rows


def _names(search: str) -> Q:
    return Q(person__name__icontains=search) | Q(person__email__icontains=search)


def usable_invitation(token: str, rows: QuerySet[Invitation]) -> Invitation:
    """What the token opens, in the scope of its tenant; else says why it opens nothing."""
    invitation = rows.select_related("person").filter(token_hash=hash_of(token)).first()
    if invitation is None:
        raise LinkUnknownError
    if refusal := REFUSALS.get(invitation.state):
        raise _refused(refusal, invitation.person, invitation.used_at or invitation.expires_at)
    return invitation


def usable_guest_link(token: str, rows: QuerySet[GuestLink]) -> GuestLink:
    """What the token opens, in the scope of its tenant; else says why it opens nothing."""
    links = rows.select_related("person", "membership").filter(token_hash=hash_of(token))
    link = links.first()
    if link is None:
        raise LinkUnknownError
    if refusal := REFUSALS.get(link.state):
        raise _refused(refusal, link.person, link.expires_at)
    return link


def invitation_seen(token: str, account_id: UUID | None) -> dict[str, Any]:
    """What whoever holds the token may know, and whether they have a login already."""
    with tenant_scope({owner_of(token)}):
        row = usable_invitation(token, Invitation.objects.all())
        tenant = Tenant.objects.get(id=row.owner_id)
        roles = row.person.memberships.in_force(clock.today(tenant.zone))
        held = [membership.role for membership in roles.order_by("id")]
    login = Account.objects.filter(email=row.email).first()
    account = "new" if login is None else "current" if login.pk == account_id else "existing"
    return {
        "email": row.email,
        "person": row.person.name,
        "organisation": tenant.name,
        "organisation_en": tenant.name_en,
        "roles": held,
        "expires_at": row.expires_at,
        "account": account,
    }


def guest_link_seen(token: str) -> dict[str, Any]:
    """What whoever holds the token may know."""
    with tenant_scope({owner_of(token)}):
        row = usable_guest_link(token, GuestLink.objects.all())
        tenant = Tenant.objects.get(id=row.owner_id)
    return {
        "name": row.person.name,
        "organisation": tenant.name,
        "organisation_en": tenant.name_en,
        "expires_at": row.expires_at,
    }


def _refused(refusal: type[MingjianError], person: Person, at: datetime) -> MingjianError:
    return refusal(at=clock.local_time(person.zone, at))


def arriving(person: Person) -> Viewer:
    """The viewer that a person is before any membership counts: who the journal names."""
    tenant = Tenant.objects.get(id=person.owner_id)
    return Viewer(
        actor=f"person:{person.id}",
        tenant_id=tenant.id,
        tenant_kind=tenant.kind,
        role="",
        owners=frozenset({tenant.id}),
        person_id=person.id,
    )
