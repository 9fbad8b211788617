"""Survey campaigns as a viewer may see them, and which clients one would reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mingjian.identity.models import Engagement, TenantKind
from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditProgramme, Survey, SurveyCampaign, SurveyState
from mingjian.programme.queries.cases import AUDIT_ROLES
from mingjian.programme.queries.contacts import coordinators_of
from mingjian.programme.queries.surveys import surveys
from mingjian.programme.rules.case_states import CLOSED

SORTABLE = {"title": "title", "state": "state", "due_on": "due_on", "sent_at": "sent_at"}


def campaigns(viewer: Viewer, *, state: str = "", search: str = "") -> QuerySet[SurveyCampaign]:
    """Campaigns of the viewer's body, the newest first; clients and auditors see those in which
    there is a survey that they see."""
    is_outside = viewer.tenant_kind in {TenantKind.CLIENT, TenantKind.AUTHORITY}
    owners = viewer.owners if is_outside else {viewer.tenant_id}
    rows = SurveyCampaign.objects.filter(owner_id__in=owners)
    if is_outside or viewer.role in AUDIT_ROLES:
        seen = surveys(viewer).order_by().filter(campaign=OuterRef("pk"))
        rows = rows.filter(Exists(seen))
    if state:
        rows = rows.filter(state=state)
    if search:
        rows = rows.filter(title__icontains=search)
    return rows.order_by("-created_at", "id")


def campaign_of(viewer: Viewer, campaign_id: UUID) -> SurveyCampaign:
    row = campaigns(viewer).filter(id=campaign_id).first()
    if row is None:
        raise NotFound
    return row


def campaign_view(viewer: Viewer, row: SurveyCampaign) -> dict[str, Any]:
    """A campaign as the API shows it, with how far it has come; only surveys seen are counted."""
    names = (
        "id",
        "title",
        "message",
        "edition",
        "state",
        "due_on",
        "reminders",
        "chosen",
        "sent_at",
        "version",
    )
    is_own = viewer.tenant_id == row.owner_id and viewer.role not in AUDIT_ROLES
    counted = surveys(viewer, campaign_id=row.id).order_by().values("state")
    counts = {each["state"]: each["n"] for each in counted.annotate(n=Count("id"))}
    return {
        **{name: getattr(row, name) for name in names},
        "recipients": len(row.recipients) if is_own else sum(counts.values()),
        "asked": sum(counts.values()),
        "answered": counts.get("answered", 0) + counts.get("assessed", 0),
        "outstanding": counts.get("sent", 0),
        "closed": counts.get("closed", 0),
    }


@dataclass(frozen=True, slots=True)
class Choice:
    """One client that a campaign's filter finds: asked, or skipped for a reason."""

    client_id: UUID
    client: str
    schemes: tuple[str, ...]
    skipped: Words | None


ENDED = Words("合作关系已终止或尚未生效", "The engagement has ended or has not begun")
NOBODY = Words("没有可接收邮件的审核协调员", "No coordinator to write to")
WAITING = Words("还有一份未答复的调查", "A survey is waiting for its answer already")
LEFT_OUT = Words("已手工去除", "Left out by hand")


def choices(viewer: Viewer, chosen: Mapping[str, Any]) -> list[Choice]:
    """Every client that fits the filter, in the order of their names, and who is skipped and
    why."""
    today = clock.today(own_tenant(viewer).zone)
    rows = list(_candidates(viewer, chosen, today))
    reached = coordinators_of(viewer, [row.party_id for row in rows])
    waiting = set(_waiting(viewer).values_list("client_id", flat=True))
    without = {UUID(each) for each in chosen.get("without", ())}
    schemes = _schemes(viewer)
    return [
        Choice(
            client_id=row.party_id,
            client=row.party.name,
            schemes=schemes.get(row.party_id, ()),
            skipped=next(
                (
                    why
                    for why, is_so in (
                        (ENDED, not row.is_in_force(today)),
                        (LEFT_OUT, row.party_id in without),
                        (NOBODY, row.party_id not in reached),
                        (WAITING, row.party_id in waiting),
                    )
                    if is_so
                ),
                None,
            ),
        )
        for row in rows
    ]


def choices_view(viewer: Viewer, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """The same as the API shows it, with the number of those asked."""
    found = choices(viewer, chosen)
    return {
        "asked": sum(1 for each in found if not each.skipped),
        "choices": [
            {
                "client_id": each.client_id,
                "client": each.client,
                "schemes": each.schemes,
                "skipped": str(each.skipped or ""),
            }
            for each in found
        ],
    }


def _candidates(viewer: Viewer, chosen: Mapping[str, Any], today: date) -> Iterator[Engagement]:
    rows = Engagement.objects.filter(owner_id=viewer.tenant_id, party__kind=TenantKind.CLIENT)
    rows = rows.select_related("party").order_by("party__name", "id")
    if search := chosen.get("search"):
        rows = rows.filter(called(search, "party__") | Q(party__short_name__icontains=search))
    if schemes := chosen.get("schemes"):
        held = _schemes(viewer)
        fitting = [client for client, each in held.items() if set(each) & set(schemes)]
        rows = rows.filter(party_id__in=fitting)
    if chosen.get("with_open_case"):
        cases = AuditCase.objects.filter(owner_id=viewer.tenant_id).exclude(state__in=CLOSED)
        rows = rows.filter(party_id__in=cases.values("client_id"))
    if months := chosen.get("unanswered_months"):
        answered = Survey.objects.filter(
            owner_id=viewer.tenant_id, answered_at__gte=clock.now() - timedelta(days=30 * months)
        )
        rows = rows.exclude(party_id__in=answered.values("client_id"))
    yield from rows


def _waiting(viewer: Viewer) -> QuerySet[Survey]:
    return Survey.objects.filter(owner_id=viewer.tenant_id, state=SurveyState.SENT, case=None)


def _schemes(viewer: Viewer) -> dict[UUID, tuple[str, ...]]:
    """Client → schemes of its newest programme."""
    rows = AuditProgramme.objects.filter(owner_id=viewer.tenant_id).order_by("cycle")
    return {client: tuple(codes) for client, codes in rows.values_list("client_id", "schemes")}
