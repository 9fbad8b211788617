"""The talk with the client before a remote audit, as the API shows it."""

from typing import Any
from zoneinfo import ZoneInfo

from mingjian.identity.models import Tenant
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase, ClientTalk, Site
from mingjian.programme.rules.client_talk import POINTS
from mingjian.programme.rules.plan_times import FORM


def talk_of(case: AuditCase) -> ClientTalk | None:
    return ClientTalk.objects.filter(case=case).first()


def talk_view(case: AuditCase) -> dict[str, Any]:
    """Every point with what was settled; version 0 before anything was written down."""
    talk = talk_of(case)
    points = talk.points if talk else {}
    return {
        "points": [
            {
                "code": code,
                "text": in_language(names),
                "is_settled": points.get(code, {}).get("is_settled", False),
                "note": points.get(code, {}).get("note", ""),
            }
            for code, names in POINTS.items()
        ],
        "held_at": talk.held_at if talk else None,
        "held_local": _local(talk),
        "zone": talk.zone if talk else _usual_zone(case),
        "attended": talk.attended if talk else "",
        "changed_by": talk.changed_by if talk else "",
        "version": talk.version if talk else 0,
    }


def _local(talk: ClientTalk | None) -> str:
    """On the clock on which it was written down."""
    if talk is None or talk.held_at is None:
        return ""
    return talk.held_at.astimezone(ZoneInfo(talk.zone)).strftime(FORM)


def _usual_zone(case: AuditCase) -> str:
    """Where the client is: on its clock people agreed to talk."""
    sites = Site.objects.filter(owner_id=case.owner_id, client_id=case.client_id)
    first = sites.order_by("-is_central", "name").values_list("zone", flat=True).first()
    return first or Tenant.objects.values_list("zone", flat=True).get(id=case.owner_id)
