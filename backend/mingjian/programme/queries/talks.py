"""The talk with the client before a remote audit, as the API shows it."""

from typing import Any

from django.utils.translation import get_language

from mingjian.programme.models import AuditCase, ClientTalk
from mingjian.programme.rules.client_talk import POINTS


def talk_of(case: AuditCase) -> ClientTalk | None:
    return ClientTalk.objects.filter(case=case).first()


def talk_view(case: AuditCase) -> dict[str, Any]:
    """Every point with what was settled; version 0 before anything was written down."""
    talk, english = talk_of(case), get_language() == "en"
    points = talk.points if talk else {}
    return {
        "points": [
            {
                "code": code,
                "text": names[english],
                "is_settled": points.get(code, {}).get("is_settled", False),
                "note": points.get(code, {}).get("note", ""),
            }
            for code, names in POINTS.items()
        ],
        "held_at": talk.held_at if talk else None,
        "attended": talk.attended if talk else "",
        "changed_by": talk.changed_by if talk else "",
        "version": talk.version if talk else 0,
    }
