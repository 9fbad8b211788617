"""Requests about which the client's coordinator is to be written to."""

from datetime import datetime

from django.db.models import QuerySet

from mingjian.evidence.models import EvidenceRequest
from mingjian.evidence.rules.requests import OWED, REMIND_BEFORE, remind_from
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.rules.case_states import CLOSED, CaseState


def untold(viewer: Viewer) -> QuerySet[EvidenceRequest]:
    """Asked, and nobody wrote to the client yet."""
    return _owed(viewer).filter(told_at=None)


def due_soon(viewer: Viewer) -> list[EvidenceRequest]:
    """Nearly due, told of before, and not reminded of since they were asked or given more time."""
    now = clock.now()
    near = _owed(viewer).filter(reminded_at=None, warned_at=None, due_at__gt=now)
    rows = near.exclude(told_at=None).filter(due_at__lte=now + REMIND_BEFORE)
    return [row for row in rows if _is_time(row, now)]


def overdue(viewer: Viewer) -> QuerySet[EvidenceRequest]:
    return _owed(viewer).filter(warned_at=None, due_at__lte=clock.now())


def _owed(viewer: Viewer) -> QuerySet[EvidenceRequest]:
    rows = EvidenceRequest.objects.filter(owner_id=viewer.tenant_id, state__in=OWED)
    rows = rows.exclude(case__state__in=CLOSED | {CaseState.POSTPONED})
    return rows.select_related("case__client", "plan_item", "site").order_by("case_id", "number")


def _is_time(row: EvidenceRequest, now: datetime) -> bool:
    return remind_from(row.asked_at, row.due_at) <= now
