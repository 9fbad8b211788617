"""Who audited a client before: visits are preferred, leading it too often is not."""

from collections import defaultdict
from uuid import UUID

from mingjian.programme.models import TeamMember, TeamRole
from mingjian.programme.rules.case_states import BEFORE_OPENING, CaseState

NOT_HELD = BEFORE_OPENING | {CaseState.POSTPONED, CaseState.CANCELLED}
VISITING = ("LA", "AU", "TE", "TR")


def visits(owner_id: UUID, client_id: UUID, without: UUID | None = None) -> dict[UUID, int]:
    """Person → how many audits of the client they were on, the case ``without`` left out."""
    rows = TeamMember.objects.filter(
        owner_id=owner_id, case__client_id=client_id, ended_at=None, role__in=VISITING
    ).exclude(case__state__in=NOT_HELD)
    if without:
        rows = rows.exclude(case_id=without)
    found: dict[UUID, int] = defaultdict(int)
    for person_id in rows.values_list("person_id", flat=True):
        found[person_id] += 1
    return found


def leaders(owner_id: UUID, client_id: UUID) -> list[str]:
    """Ids of those who led the client's audits, the latest first."""
    rows = TeamMember.objects.filter(
        owner_id=owner_id, case__client_id=client_id, ended_at=None, role=TeamRole.LEAD_AUDITOR
    ).exclude(case__state__in=NOT_HELD)
    ordered = rows.order_by("-case__ends_on", "-case__created_at")
    return [str(person_id) for person_id in ordered.values_list("person_id", flat=True)]
