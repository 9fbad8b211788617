"""Where in an audit an item belongs: a site of the client, a line of the plan."""

from uuid import UUID

from mingjian.evidence.errors.items import ForeignPlaceError
from mingjian.programme.models import AuditCase, PlanItem, Site


def checked_site(case: AuditCase, site_id: UUID | None) -> UUID | None:
    """``site_id``, if that site is of the case's client."""
    if site_id and not Site.objects.filter(id=site_id, client_id=case.client_id).exists():
        raise ForeignPlaceError
    return site_id


def checked_plan_item(case: AuditCase, item_id: UUID | None) -> UUID | None:
    """``item_id``, if that line stands in a plan of the case."""
    if item_id and not PlanItem.objects.filter(id=item_id, plan__case=case).exists():
        raise ForeignPlaceError
    return item_id
