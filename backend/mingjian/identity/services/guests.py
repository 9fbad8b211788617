"""Guests: one link, one person, one audit session, one device; no account."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from mingjian.identity.entry_errors import GuestLinkPastError, NotAClientError, OtherDeviceError
from mingjian.identity.events import GuestArrived
from mingjian.identity.letters import send_guest_link
from mingjian.identity.links import hash_of, new_token, owner_of, page_url
from mingjian.identity.models import GuestLink, Membership, Person, Tenant, TenantKind
from mingjian.identity.queries.links import arriving, usable_guest_link
from mingjian.identity.queries.tenants import administered_tenant, administering
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.kit.tenancy import tenant_scope

GUEST = "CG"


def invite_guest(
    *, viewer: Viewer, tenant_id: UUID, name: str, email: str, scope: UUID, expires_at: datetime
) -> tuple[GuestLink, str]:
    """The link and its address, which is mailed and shown this once; earlier ones end."""
    if expires_at <= clock.now():
        raise GuestLinkPastError
    with administering(viewer), transaction.atomic():
        tenant = administered_tenant(viewer, tenant_id)
        if tenant.kind != TenantKind.CLIENT:
            raise NotAClientError
        person, is_new = _person(tenant, name, email.strip().lower())
        for earlier in person.guest_links.filter(scope=str(scope), revoked_at=None):
            _close(viewer, earlier, reason="")
        link = _link(tenant, person, str(scope), expires_at)
        token = new_token(tenant.id)
        link.token_hash = hash_of(token)
        link.save(force_insert=True)
        address = page_url(f"/guest#{token}")
        send_guest_link(link, tenant, address)
        if is_new:
            record(viewer, "person.added", person)
        record(viewer, "membership.granted", link.membership)
        record(viewer, "guest.invited", link)
    return link, address


def release_guest(*, viewer: Viewer, link_id: UUID) -> GuestLink:
    """Let the guest change devices: the next one to open the link is bound instead."""
    with administering(viewer), transaction.atomic():
        link = _locked(viewer, link_id)
        before = link.digest()
        link.device_hash = ""
        link.save(update_fields=["device_hash"])
        record(viewer, "guest.released", link, before=before)
    return link


def revoke_guest(*, viewer: Viewer, link_id: UUID, reason: str = "") -> GuestLink:
    """The guest is out at once, and the link opens nothing any more."""
    with administering(viewer), transaction.atomic():
        link = _locked(viewer, link_id)
        if link.revoked_at is None:
            _close(viewer, link, reason)
    return link


def open_guest_link(*, token: str, device_secret: str, device: str) -> GuestLink:
    """Sign a device in as the guest; the first device is bound, every other one refused."""
    with tenant_scope({owner_of(token)}), transaction.atomic():
        locked = GuestLink.objects.select_for_update(of=("self",))
        link = usable_guest_link(token, locked)
        if not link.device_hash:
            _bind(link, hash_of(device_secret), device)
        elif link.device_hash != hash_of(device_secret):
            raise OtherDeviceError
    return link


def _person(tenant: Tenant, name: str, email: str) -> tuple[Person, bool]:
    """Somebody whom the client knows already keeps the name they have there."""
    defaults = {"name": name, "language": tenant.language, "zone": tenant.zone}
    return Person.objects.get_or_create(owner_id=tenant.id, email=email, defaults=defaults)


def _link(tenant: Tenant, person: Person, scope: str, expires_at: datetime) -> GuestLink:
    membership = Membership.objects.create(
        owner_id=tenant.id,
        person=person,
        role=GUEST,
        scope=scope,
        valid_from=clock.today(tenant.zone),
    )
    return GuestLink(
        owner_id=tenant.id,
        person=person,
        membership=membership,
        scope=scope,
        expires_at=expires_at,
    )


def _bind(link: GuestLink, device_hash: str, device: str) -> None:
    viewer = replace(
        arriving(link.person),
        role=GUEST,
        membership_id=link.membership_id,
        scope=link.scope,
        device=device,
    )
    before = link.digest()
    link.device_hash, link.opened_at = device_hash, clock.now()
    link.save(update_fields=["device_hash", "opened_at"])
    announce(GuestArrived(owner_id=link.owner_id, person_id=link.person_id, scope=link.scope))
    record(viewer, "guest.arrived", link, before=before)


def _close(viewer: Viewer, link: GuestLink, reason: str) -> None:
    membership = link.membership
    before, membership_before = link.digest(), membership.digest()
    link.revoked_at = membership.ended_at = clock.now()
    link.save(update_fields=["revoked_at"])
    membership.save(update_fields=["ended_at"])
    record(viewer, "membership.revoked", membership, before=membership_before, reason=reason)
    record(viewer, "guest.revoked", link, before=before, reason=reason)


def _locked(viewer: Viewer, link_id: UUID) -> GuestLink:
    locked = GuestLink.objects.select_for_update(of=("self",))
    link = locked.select_related("membership", "person").filter(id=link_id).first()
    if link is None:
        raise NotFound
    administered_tenant(viewer, link.owner_id)
    return link
