"""What people, organisations and the ties between them are called."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Model

from mingjian.identity.models import Engagement, GuestLink, Invitation, Membership, Person, Tenant
from mingjian.identity.queries.tenants import administering
from mingjian.kit.access import Viewer
from mingjian.kit.names import Reference

NAMED_BY: dict[type[Model], str] = {
    Person: "name",
    Tenant: "name",
    Membership: "person__name",
    Engagement: "party__name",
    Invitation: "person__name",
    GuestLink: "person__name",
}
MOST_NAMED = 100
MODELS = {model._meta.label_lower: model for model in NAMED_BY}


class IdentityNames:
    """Implements ``kit.names.NameSource``."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        ids: dict[str, list[UUID]] = defaultdict(list)
        for kind, object_id in references:
            if kind in MODELS:
                ids[kind].append(object_id)
        with administering(viewer) as tenants:
            owners = viewer.owners | tenants
            return {
                (kind, object_id): name
                for kind, wanted in ids.items()
                for object_id, name in MODELS[kind]
                ._base_manager.filter(id__in=wanted, owner_id__in=owners)
                .values_list("id", NAMED_BY[MODELS[kind]])
            }

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        with administering(viewer) as tenants:
            owners = viewer.owners | tenants
            return [
                object_id
                for model, column in NAMED_BY.items()
                for object_id in model._base_manager.filter(
                    owner_id__in=owners, **{f"{column}__icontains": text}
                ).values_list("id", flat=True)[:MOST_NAMED]
            ]
