"""Objections to members of a team, and what the client was told of it."""

from typing import Any

from django.db.models import QuerySet

from mingjian.programme.models import AuditCase, Objection, ObjectionState, TeamNotice


def objections(case: AuditCase) -> QuerySet[Objection]:
    rows = Objection.objects.filter(member__case=case).select_related("member", "member__person")
    return rows.order_by("-raised_at", "id")


def open_objections(case: AuditCase) -> QuerySet[Objection]:
    """Those to running members that wait for an answer."""
    return objections(case).filter(state=ObjectionState.OPEN, member__ended_at=None)


def objection_view(row: Objection) -> dict[str, Any]:
    names = "id", "member_id", "ground", "raised_by", "raised_at", "state", "answer"
    return {
        **{name: getattr(row, name) for name in (*names, "answered_by", "answered_at", "version")},
        "member": row.member.person.name,
    }


def last_notice(case: AuditCase) -> TeamNotice | None:
    """The latest list of names that the client was sent."""
    return TeamNotice.objects.filter(case=case).order_by("-sent_at", "-id").first()


def is_told(case: AuditCase, notice: TeamNotice | None) -> bool:
    """Whether the client knows the team as it is now."""
    now = {(str(m.id), m.role) for m in case.team.filter(ended_at=None)}
    return notice is not None and {(n["member"], n["role"]) for n in notice.names} == now


def objections_view(case: AuditCase) -> dict[str, Any]:
    """What the client was told and said, as the API shows it."""
    notice = last_notice(case)
    return {
        "notice": notice
        and {
            "sent_at": notice.sent_at,
            "told": notice.told,
            "is_current": is_told(case, notice),
        },
        "objections": [objection_view(row) for row in objections(case)],
    }
