"""Refusals, counted by client and ground: no evasion under the cover of confidentiality (S12)."""

from typing import Any

from django.db.models import Count

from mingjian.evidence.models import RequestRefusal
from mingjian.evidence.queries.requests import visible
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase


def refusals_of_client(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """How often this client refused, on which ground and how it was ruled, here and elsewhere."""
    asked = visible(viewer).filter(case__client_id=case.client_id).order_by()
    rows = RequestRefusal.objects.filter(request__in=asked.values("id"))
    sums = rows.values("ground", "ruling").annotate(count=Count("id")).order_by()
    counted = [dict(each) for each in sums]
    here = rows.filter(request__case=case).values("ground").annotate(count=Count("id")).order_by()
    of_this_audit = {each["ground"]: each["count"] for each in here}
    return {
        "client": case.client.name,
        "requests": asked.count(),
        "requests_here": asked.filter(case=case).count(),
        "grounds": [_line(ground, counted, of_this_audit) for ground in _grounds(counted)],
    }


def _grounds(counted: list[dict[str, Any]]) -> list[str]:
    return sorted({each["ground"] for each in counted})


def _line(ground: str, counted: list[dict[str, Any]], here: dict[str, int]) -> dict[str, Any]:
    mine = [each for each in counted if each["ground"] == ground]
    return {
        "ground": ground,
        "count": sum(each["count"] for each in mine),
        "count_here": here.get(ground, 0),
        "rulings": {each["ruling"] or "none": each["count"] for each in mine},
    }
