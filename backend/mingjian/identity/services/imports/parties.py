"""Finding the organisation that a row names."""

from uuid import UUID

from django.db.models import Q

from mingjian.identity.models import Engagement, Tenant
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.words import in_language

UNKNOWN = ("没有找到该组织，请先登记。", "There is no such organisation. Register it first.")
AMBIGUOUS = ("有多个同名组织，请改填信用代码。", "Several have this name. Give the credit code.")


def party_named(viewer: Viewer, text: str) -> Tenant:
    """The engaged organisation of that name or credit code; ValueError says what is wrong."""
    today = clock.today(own_tenant(viewer).zone)
    named = Q(party__name=text) | Q(party__credit_code=text.upper())
    mine = Engagement.objects.in_force(today).filter(named, owner_id=viewer.tenant_id)
    found = list(mine.select_related("party")[:2])
    if not found:
        raise ValueError(in_language(UNKNOWN))
    if len(found) > 1:
        raise ValueError(in_language(AMBIGUOUS))
    return found[0].party


def own_or_named(viewer: Viewer, text: str) -> UUID:
    """The own tenant where a row names none."""
    return party_named(viewer, text).id if text else viewer.tenant_id
