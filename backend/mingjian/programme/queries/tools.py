"""The catalogue of tools, what each scored, and what is advised for a case."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase, Tool, ToolAssessment, ToolChoice
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.tools import (
    ASPECTS,
    Advice,
    Candidate,
    ToolRules,
    advise,
    is_overdue,
    is_usable,
)

SORTABLE = {"name": "name", "kind": "kind", "deployment": "deployment", "vendor": "vendor"}


def tool_rules(viewer: Viewer, on: date | None = None) -> ToolRules:
    found = pack(viewer, "ict", on)
    return ToolRules.of(found.parameters, found.stamp)


def tools(
    viewer: Viewer, *, kind: str = "", whose: str = "", search: str = "", with_closed: bool = False
) -> QuerySet[Tool]:
    """Tools of the body; a client sees those that are its own."""
    rows = Tool.objects.filter(owned_or_about(viewer)).select_related("client")
    if kind:
        rows = rows.filter(kind=kind)
    if whose:
        rows = rows.filter(client__isnull=whose == "body")
    if not with_closed:
        rows = rows.filter(is_active=True)
    if search:
        rows = rows.filter(called(search))
    newest = ToolAssessment.objects.select_related("assessor").order_by(
        "-assessed_on", "-created_at"
    )
    return rows.prefetch_related(Prefetch("assessments", newest)).order_by("name", "id")


def tool_of(viewer: Viewer, tool_id: UUID) -> Tool:
    row = tools(viewer, with_closed=True).filter(id=tool_id).first()
    if row is None:
        raise NotFound
    return row


def newest_assessment(tool: Tool) -> ToolAssessment | None:
    """What counts today; read from the prefetched rows where there are."""
    return max(tool.assessments.all(), key=lambda row: (row.assessed_on, row.id), default=None)


def candidate(tool: Tool, client_id: UUID | None) -> Candidate:
    """A tool as the advice for a client sees it."""
    newest = newest_assessment(tool)
    return Candidate(
        id=tool.id,
        name=tool.name,
        is_clients=tool.client_id is not None and tool.client_id == client_id,
        security=newest.scores["security"]["score"] if newest else None,
        total=newest.total if newest else None,
        review_by=newest.review_by if newest else None,
        has_incident=tool.incident_at is not None,
    )


def advice_for(viewer: Viewer, case: AuditCase) -> dict[str, list[Advice]]:
    """Kind of tool → what may be used on the case, the advised one first."""
    mine = Tool.objects.filter(owner_id=case.owner_id, is_active=True)
    rows = mine.filter(client=None) | mine.filter(client_id=case.client_id)
    rules, today = tool_rules(viewer), clock.today(own_tenant(viewer).zone)
    found: dict[str, list[Candidate]] = {}
    for tool in rows.prefetch_related(_newest()):
        found.setdefault(tool.kind, []).append(candidate(tool, case.client_id))
    return {kind: advise(each, rules.floor, today) for kind, each in found.items()}


def choices_of(case: AuditCase) -> list[ToolChoice]:
    """What the case uses, by purpose."""
    rows = ToolChoice.objects.filter(case=case).select_related("tool", "assessment")
    return list(rows.order_by("kind"))


def overdue_tools(viewer: Viewer) -> list[Tool]:
    """Tools in use whose assessment is missing, too old, or older than an incident."""
    today = clock.today(own_tenant(viewer).zone)
    return [
        tool
        for tool in tools(viewer)
        if newest_assessment(tool) is None or is_overdue(candidate(tool, None), today)
    ]


def tool_view(viewer: Viewer, row: Tool) -> dict[str, Any]:
    """A tool as the API shows it, with every assessment, the newest first."""
    names = (
        "id",
        "name",
        "vendor",
        "kind",
        "client_id",
        "deployment",
        "note",
        "is_active",
        "incident_at",
        "incident",
        "version",
    )
    rules, today = tool_rules(viewer), clock.today(own_tenant(viewer).zone)
    seen, newest = candidate(row, None), newest_assessment(row)
    return {
        **{name: getattr(row, name) for name in names},
        "client": (row.client.short_name or row.client.name) if row.client else "",
        "is_usable": is_usable(seen, rules.floor),
        "is_overdue": newest is not None and is_overdue(seen, today),
        "newest": assessment_view(newest) if newest else None,
        "assessments": [assessment_view(each) for each in row.assessments.all()],
    }


def assessment_view(row: ToolAssessment) -> dict[str, Any]:
    return {
        "id": row.id,
        "scores": [
            {"aspect": aspect, "weight": row.weights[aspect], **row.scores[aspect]}
            for aspect in ASPECTS
        ],
        "total": row.total,
        "cause": row.cause,
        "conclusion": row.conclusion,
        "assessor": row.assessor.name if row.assessor else "",
        "assessed_on": row.assessed_on,
        "review_by": row.review_by,
    }


def case_tools_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """What a case uses, and what is advised for each purpose."""
    today = clock.today(own_tenant(viewer).zone)
    return {
        "chosen": [
            {
                "kind": each.kind,
                "tool_id": each.tool_id,
                "name": each.tool.name,
                "total": each.assessment.total,
                "security": each.assessment.scores["security"]["score"],
                "reason": each.reason,
                "advice": each.advice,
                "chosen_at": each.chosen_at,
                "changed_by": each.changed_by,
                "is_overdue": is_overdue(candidate(each.tool, None), today),
            }
            for each in choices_of(case)
        ],
        "advice": [
            {"kind": kind, "options": [_option(each) for each in found]}
            for kind, found in sorted(advice_for(viewer, case).items())
        ],
        "floor": tool_rules(viewer).floor,
    }


def _option(advice: Advice) -> dict[str, Any]:
    each = advice.candidate
    return {
        "tool_id": each.id,
        "name": each.name,
        "is_clients": each.is_clients,
        "security": each.security,
        "total": each.total,
        "is_usable": advice.is_usable,
        "is_first": advice.is_first,
        "is_overdue": advice.is_overdue,
        "words": str(advice.words),
    }


def _newest() -> Prefetch[str]:
    return Prefetch("assessments", ToolAssessment.objects.order_by("-assessed_on", "-created_at"))
