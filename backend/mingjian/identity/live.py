"""What open pages hear of people and organisations."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from mingjian.identity.queries.organisations import engagements
from mingjian.identity.queries.people import people
from mingjian.identity.queries.tenants import administering
from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic


def _people(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    """Persons in reach by themselves or by one of their roles."""
    with administering(viewer):
        rows = people(viewer, grants).filter(Q(id__in=ids) | Q(memberships__in=ids))
        found = rows.order_by().values_list("id", "memberships")
        return {each for row in found for each in row}


def _organisations(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    rows = engagements(viewer).filter(Q(id__in=ids) | Q(party_id__in=ids))
    return {each for row in rows.order_by().values_list("id", "party_id") for each in row}


TOPICS = (
    Topic(
        "people",
        Rule("people", "R"),
        _people,
        frozenset({"identity.person", "identity.membership", "identity.invitation"}),
    ),
    Topic(
        "organisations",
        Rule("organisations", "R"),
        _organisations,
        frozenset({"identity.tenant", "identity.engagement"}),
    ),
)
