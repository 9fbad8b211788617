"""Audit plans and their versions, as a viewer may see them: drafts are the body's alone."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase, AuditPlan, PlanItem, PlanState
from mingjian.programme.rules.clauses import required, standards
from mingjian.programme.rules.methods import METHODS
from mingjian.programme.rules.scenes import SCENES

IN_FORCE = (PlanState.ISSUED, PlanState.ACCEPTED)
SORTABLE = {"title": "title", "starts_at": "starts_at", "kind": "kind"}


def plans(viewer: Viewer, case: AuditCase) -> QuerySet[AuditPlan]:
    """The versions of a case's plan, the newest first."""
    rows = AuditPlan.objects.filter(case=case).select_related("case").order_by("-number")
    if viewer.tenant_kind != TenantKind.BODY:
        rows = rows.exclude(state=PlanState.DRAFT)
    return rows


def plan_of(viewer: Viewer, case: AuditCase, number: int | None = None) -> AuditPlan | None:
    """The version that is worked on: the draft, else the newest; or the one with that number."""
    rows = plans(viewer, case)
    if number is None:
        return rows.first()
    found = rows.filter(number=number).first()
    if found is None:
        raise NotFound
    return found


def plan_in_force(case: AuditCase) -> AuditPlan | None:
    """What was issued last and not objected to."""
    return AuditPlan.objects.filter(case=case, state__in=IN_FORCE).order_by("-number").first()


def draft_plan_of(case: AuditCase) -> AuditPlan | None:
    return AuditPlan.objects.filter(case=case, state=PlanState.DRAFT).first()


def item_of(viewer: Viewer, item_id: UUID) -> PlanItem | None:
    """An item of any case of the viewer's owners; its case decides who reaches it."""
    rows = PlanItem.objects.filter(owner_id__in=viewer.owners, id=item_id)
    return rows.select_related("plan", "plan__case").first()


def items_of(plan: AuditPlan) -> QuerySet[PlanItem]:
    """A plan's items in order of time."""
    rows = PlanItem.objects.filter(plan=plan).select_related("site")
    return rows.order_by("starts_at", "line")


def last_plan(case: AuditCase) -> AuditPlan | None:
    """The newest plan of an earlier audit of the same client."""
    earlier = AuditPlan.objects.filter(
        owner_id=case.owner_id, case__client_id=case.client_id
    ).exclude(case=case)
    if case.starts_on:
        earlier = earlier.filter(case__starts_on__lt=case.starts_on)
    return earlier.select_related("case").order_by("-case__starts_on", "-number").first()


def plain_line(item: PlanItem) -> dict[str, Any]:
    """An item in plain values, for comparing versions and for copies."""
    names = (
        "kind",
        "title",
        "local_start",
        "local_end",
        "zone",
        "scene",
        "clauses",
        "members",
        "auditee",
        "method",
        "is_remote",
        "ict_tool",
    )
    site = item.site.name if item.site else ""
    return {**{name: getattr(item, name) for name in names}, "line": item.line, "site": site}


def item_view(item: PlanItem) -> dict[str, Any]:
    """An item as the API shows it."""
    own = ("id", "site_id", "starts_at", "ends_at", "version")
    return {**plain_line(item), **{name: getattr(item, name) for name in own}}


def version_view(plan: AuditPlan) -> dict[str, Any]:
    """A version as a line of the list of versions."""
    names = (
        "id",
        "number",
        "state",
        "issued_at",
        "answered_at",
        "answer",
        "change_reason",
        "version",
    )
    return {name: getattr(plan, name) for name in names}


def choices_view(case: AuditCase) -> dict[str, Any]:
    """What a form offers: clauses of the case's standards, scenes, methods."""
    wanted = {(each.scheme, each.code) for s in case.schemes for each in required(s, case.kind)}
    return {
        "clauses": [
            {
                "scheme": each.scheme,
                "code": each.code,
                "title": str(each.title),
                "is_required": (each.scheme, each.code) in wanted,
            }
            for scheme in case.schemes
            for each in standards()[scheme].clauses
        ],
        "scenes": _named(SCENES.items()),
        "methods": _named(METHODS.items()),
        "clause_note": str(standards()[case.schemes[0]].note) if case.schemes else "",
    }


def _named(entries: Iterable[tuple[str, tuple[str, str]]]) -> list[dict[str, str]]:
    return [{"code": code, "name": in_language(names)} for code, names in entries]
