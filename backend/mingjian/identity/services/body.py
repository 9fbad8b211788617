"""The first day: a certification body and its first administrator come into being together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from mingjian.identity.events import BodyFounded
from mingjian.identity.models import Account, Membership, Person, Tenant, TenantKind
from mingjian.identity.queries.seats import Seat, viewer_of
from mingjian.identity.services.accounts import new_account, save_new
from mingjian.identity.services.tenants import checked_profile
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.services import create_tenant_key
from mingjian.kit.outbox import announce
from mingjian.kit.tenancy import tenant_scope


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAdministrator:
    """Who will let everybody else in."""

    name: str
    email: str
    password: str
    phone: str = ""


def found_body(*, profile: Mapping[str, Any], administrator: FirstAdministrator) -> Seat:
    """A body, its keys, and its first administrator with a login."""
    tenant = Tenant(id=uuid7(), kind=TenantKind.BODY, **checked_profile(profile))
    tenant.owner_id = tenant.id
    account = new_account(administrator.email, administrator.password)
    create_tenant_key(tenant.id)
    with tenant_scope({tenant.id}), transaction.atomic():
        tenant.save(force_insert=True)
        save_new(account)
        seat = _seat(tenant, account, administrator)
        viewer = viewer_of(seat)
        announce(BodyFounded(owner_id=tenant.id))
        record(viewer, "body.founded", tenant)
        record(viewer, "person.added", seat.person)
        record(viewer, "membership.granted", seat.membership)
    return seat


def _seat(tenant: Tenant, account: Account, administrator: FirstAdministrator) -> Seat:
    person = Person.objects.create(
        owner_id=tenant.id,
        account=account,
        name=administrator.name,
        email=account.email,
        phone=administrator.phone,
        language=tenant.language,
        zone=tenant.zone,
    )
    membership = Membership.objects.create(
        owner_id=tenant.id, person=person, role="ADM", valid_from=clock.today(tenant.zone)
    )
    return Seat(membership, person, tenant)
