"""What waits for an administrator: roles and engagements that run out, links nobody opened."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from mingjian.identity.models import Engagement, Invitation, Membership
from mingjian.identity.queries.tenants import administered, administering, own_tenant
from mingjian.identity.rules import ROLES
from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem

AHEAD = timedelta(days=14)
"""How long before its last day a role or an engagement is brought up."""

MOST = 50
"""Of each sort; the home page is a list to work off, not a register."""


class EndingRoles:
    """Roles that end within a fortnight, to be granted anew or left to end."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("people", "C")):
            return
        with administering(viewer) as tenants:
            today = clock.today(own_tenant(viewer).zone)
            ending = Membership.objects.in_force(today).filter(
                owner_id__in=tenants, valid_to__lte=today + AHEAD, scope="", person__is_active=True
            )
            rows = list(ending.select_related("person").order_by("valid_to")[:MOST])
        for row in rows:
            zh, en = ROLES[row.role]
            yield WorkItem(
                key=f"membership:{row.id}",
                title=Words(f"角色即将到期：{zh}", f"Role about to end: {en}"),
                verb=Words("处理", "Review"),
                href=f"/people/{row.person_id}",
                due=row.valid_to,
                subject=row.person.name,
            )


class EndingEngagements:
    """Engagements that end within a fortnight: afterwards the organisation is locked out."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("organisations", "C")):
            return
        today = clock.today(own_tenant(viewer).zone)
        ending = Engagement.objects.in_force(today).filter(
            owner_id=viewer.tenant_id, valid_to__lte=today + AHEAD
        )
        for row in ending.select_related("party").order_by("valid_to")[:MOST]:
            yield WorkItem(
                key=f"engagement:{row.id}",
                title=Words("合作关系即将到期", "Engagement about to end"),
                verb=Words("续期", "Renew"),
                href=f"/organisations/{row.party_id}",
                due=row.valid_to,
                subject=row.party.name,
            )


class UnopenedInvitations:
    """Invitations that ran out before they were opened, of people who still cannot sign in."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("people", "C")):
            return
        with administering(viewer):
            rows = list(_unopened(viewer)[:MOST])
        for row in rows:
            yield WorkItem(
                key=f"invitation:{row.id}",
                title=Words("邀请已过期，尚未接受", "Invitation expired before it was accepted"),
                verb=Words("重新发送", "Send again"),
                href=f"/people/{row.person_id}",
                subject=row.person.name,
            )


def _unopened(viewer: Viewer) -> QuerySet[Invitation]:
    """The newest invitation of each person, if it expired."""
    later = Invitation.objects.filter(person=OuterRef("person"), id__gt=OuterRef("id"))
    expired = Invitation.objects.filter(
        ~Exists(later),
        owner_id__in=administered(viewer),
        expires_at__lte=clock.now(),
        used_at=None,
        revoked_at=None,
        person__is_active=True,
        person__account=None,
    )
    return expired.select_related("person").order_by("expires_at")
