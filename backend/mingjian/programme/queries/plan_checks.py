"""Everything that the checks of a plan need, read once, and what they say."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditPlan, PlanItem, PlanState, TeamMember
from mingjian.programme.queries.audit_times import latest_time
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.plan_tools import plan_tools
from mingjian.programme.queries.plans import items_of
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.suitability import verdicts
from mingjian.programme.rules.case_states import CLOSED, CaseState
from mingjian.programme.rules.plan_checks import Draft, Limits, Verdict, check
from mingjian.programme.rules.plan_checks.draft import Engaged, Finding, Item, Member
from mingjian.programme.rules.plan_times import local_day
from mingjian.programme.rules.scene_suitability import CODE as SUITABILITY

PACK = "body-plan"
NOT_HELD = CLOSED | {CaseState.POSTPONED, CaseState.ENDED_EARLY}
COUNTED = (PlanState.DRAFT, PlanState.ISSUED, PlanState.ACCEPTED)
RED_LIST = Words("规则规定须到现场查看。", "The rules ask for eyes on site.")


def verdict_of(viewer: Viewer, plan: AuditPlan, case: AuditCase) -> Verdict:
    """What all checks say about a plan."""
    return check(draft_of(viewer, plan, case))


def open_findings(verdict: Verdict, plan: AuditPlan) -> list[Finding]:
    """Blocking findings that no reason has lifted."""
    return [each for each in verdict.blocking if each.key not in plan.overrides]


def draft_of(viewer: Viewer, plan: AuditPlan, case: AuditCase) -> Draft:
    """The plan with its case, team, other bookings and the body's limits."""
    items = list(items_of(plan))
    team = team_of(case)
    rules = pack(viewer, PACK)
    return Draft(
        kind=case.kind,
        mode=case.mode,
        schemes=tuple(case.schemes),
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        items=tuple(as_item(each) for each in items),
        team=tuple(_member(each) for each in team),
        engaged=tuple(_elsewhere(case, team, items)),
        assessed=verdicts(viewer, case),
        forbidden=forbidden_scenes(pack(viewer, SUITABILITY).parameters),
        tools=tuple(plan_tools(viewer, case, items))
        if any(each.is_remote and each.ict_tool for each in items)
        else (),
        required_days=required_days(case),
        limits=Limits.of(rules.parameters, source=f"{rules.title.zh} {rules.edition}"),
    )


def required_days(case: AuditCase) -> Decimal | None:
    """Auditor-days that the audit must have at least; None before they were calculated."""
    latest = latest_time(case)
    return latest.required_days if latest else None


def forbidden_scenes(suitability: Mapping[str, Any]) -> dict[tuple[str, str], Words]:
    """(scheme, scene) → why not remotely, where nobody has assessed the scene on its site."""
    lists = [suitability["red_list"], suitability["visit_needed"]]
    return {
        (scheme, scene): RED_LIST
        for by_scheme in lists
        for scheme, scenes in by_scheme.items()
        for scene in scenes
    }


def as_item(row: PlanItem) -> Item:
    """A row as the checks see it."""
    return Item(
        id=row.id,
        kind=row.kind,
        title=row.title,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        day=local_day(row.local_start),
        zone=row.zone,
        members=tuple(UUID(each) for each in row.members),
        clauses=tuple((each["scheme"], each["clause"]) for each in row.clauses),
        site=row.site_id,
        scene=row.scene,
        is_remote=row.is_remote,
        method=row.method,
        tool=row.ict_tool,
    )


def _member(row: TeamMember) -> Member:
    return Member(
        id=row.id,
        name=row.person.name,
        role=row.role,
        schemes=tuple(row.schemes),
        days=Decimal(row.days),
    )


def _elsewhere(case: AuditCase, team: list[TeamMember], items: list[PlanItem]) -> Iterable[Engaged]:
    """Items of other audits, in the span of this plan, that name the same people."""
    if not items:
        return
    by_person = {member.person_id: member.id for member in team}
    others = TeamMember.objects.filter(
        owner_id=case.owner_id, person_id__in=by_person, ended_at=None
    ).exclude(case=case)
    there = {
        str(other.id): by_person[other.person_id]
        for other in others.exclude(case__state__in=NOT_HELD)
    }
    rows = PlanItem.objects.filter(
        owner_id=case.owner_id,
        plan__state__in=COUNTED,
        starts_at__lt=max(item.ends_at for item in items),
        ends_at__gt=min(item.starts_at for item in items),
    ).exclude(plan__case=case)
    for row in rows.select_related("plan__case__client"):
        for member in row.members:
            if member in there:
                client = row.plan.case.client
                where = client.short_name or client.name
                yield Engaged(there[member], row.starts_at, row.ends_at, where)
