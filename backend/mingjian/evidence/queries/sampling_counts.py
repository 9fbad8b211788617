"""How often what was drawn was refused or replaced: nobody chooses the sample by refusing (S34)."""

from typing import Any

from django.db.models import QuerySet

from mingjian.evidence.models import DrawnRow, DrawState, SampleDraw
from mingjian.evidence.queries.samples import visible
from mingjian.evidence.rules.requests import OWED
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase


def counts_of_client(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """Of this audit, and of every audit of the client that the viewer may see."""
    mine = visible(viewer).filter(case__client_id=case.client_id).order_by()
    draws = SampleDraw.objects.filter(sample__in=mine.values("id"))
    return {
        "client": case.client.name,
        "here": _counted(draws.filter(sample__case=case)),
        "everywhere": _counted(draws),
    }


def _counted(draws: QuerySet[SampleDraw]) -> dict[str, int]:
    rows = DrawnRow.objects.filter(draw__in=draws.values("id"))
    late = rows.filter(request__state__in=OWED, request__due_at__lt=clock.now())
    return {
        "samples": draws.values("sample").distinct().count(),
        "drawn": rows.filter(replaces=None).count(),
        "asked": rows.exclude(request=None).count(),
        "refused": rows.filter(request__refusals__isnull=False).distinct().count(),
        "overdue": late.count(),
        "replaced": rows.exclude(replaced_at=None).count(),
        "discarded": draws.filter(state=DrawState.DISCARDED).count(),
    }
