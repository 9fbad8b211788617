"""Clients and authorities that a body engages."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.errors import DaysOutOfOrderError, DuplicateOrganisationError
from mingjian.identity.events import EngagementEnded, OrganisationEngaged
from mingjian.identity.models import Engagement, Tenant, TenantKind
from mingjian.identity.queries.organisations import engagement
from mingjian.identity.services.tenants import checked_profile
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.services import create_tenant_key
from mingjian.kit.outbox import announce
from mingjian.kit.tenancy import tenant_scope


def engage_organisation(
    *,
    viewer: Viewer,
    kind: str,
    profile: Mapping[str, Any],
    valid_from: date | None = None,
    valid_to: date | None = None,
    covers: str = "",
) -> Engagement:
    """A new client or authority with a tenant of its own, let in by the viewer's body."""
    if viewer.tenant_kind != TenantKind.BODY:
        raise NotPermitted
    tenant = Tenant(id=uuid7(), kind=kind, **checked_profile(profile))
    tenant.owner_id = tenant.id
    create_tenant_key(tenant.id)
    with tenant_scope(viewer.owners | {tenant.id}), transaction.atomic():
        _refuse_second(viewer, tenant)
        first = valid_from or clock.today(tenant.zone)
        tenant.save(force_insert=True)
        engaged = Engagement(owner_id=viewer.tenant_id, party=tenant, covers=covers)
        _save(engaged, first, valid_to)
        announce(OrganisationEngaged(owner_id=viewer.tenant_id, party_id=tenant.id))
        record(viewer, "organisation.created", tenant)
        record(viewer, "organisation.engaged", engaged)
    return engaged


def renew_engagement(
    *, viewer: Viewer, party_id: UUID, valid_from: date, valid_to: date | None
) -> Engagement:
    """New dates for an engagement, also for one that had ended."""
    with transaction.atomic():
        engaged = _locked(viewer, party_id)
        before = engaged.digest()
        engaged.ended_at = None
        _save(engaged, valid_from, valid_to)
        announce(OrganisationEngaged(owner_id=engaged.owner_id, party_id=party_id))
        record(viewer, "organisation.engaged", engaged, before=before)
    return engaged


def end_engagement(*, viewer: Viewer, party_id: UUID, reason: str) -> Engagement:
    """The party is let in no longer; its people keep their logins and reach nothing of ours."""
    with transaction.atomic():
        engaged = _locked(viewer, party_id)
        if engaged.ended_at is None:
            before = engaged.digest()
            engaged.ended_at = clock.now()
            engaged.save()
            announce(EngagementEnded(owner_id=engaged.owner_id, party_id=party_id))
            record(viewer, "organisation.ended", engaged, before=before, reason=reason)
    return engaged


def _refuse_second(viewer: Viewer, tenant: Tenant) -> None:
    """One organisation of a kind per credit code and body; the body's row is the lock."""
    Tenant.objects.select_for_update().get(id=viewer.tenant_id)
    same = Engagement.objects.filter(
        owner_id=viewer.tenant_id, party__kind=tenant.kind, party__credit_code=tenant.credit_code
    )
    if tenant.credit_code and same.exists():
        raise DuplicateOrganisationError


def _save(engaged: Engagement, valid_from: date, valid_to: date | None) -> None:
    if valid_to and valid_to < valid_from:
        raise DaysOutOfOrderError
    engaged.valid_from, engaged.valid_to = valid_from, valid_to
    engaged.save()


def _locked(viewer: Viewer, party_id: UUID) -> Engagement:
    """An engagement by the viewer's own body, locked until the transaction ends."""
    found = engagement(viewer, party_id)
    if found.owner_id != viewer.tenant_id:
        raise NotPermitted
    return (
        Engagement.objects.select_for_update(of=("self",)).select_related("party").get(id=found.id)
    )
