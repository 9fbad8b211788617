"""Drafts of audit plans: begun, filled, changed line by line."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.errors import ZoneError
from mingjian.identity.rules import is_zone
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.ids import uuid7
from mingjian.programme.errors.plans import (
    DraftExistsError,
    ItemClausesError,
    ItemMembersError,
    ItemMethodError,
    ItemSceneError,
    ItemSiteError,
    ItemToolError,
    NoDatesError,
    NoPastPlanError,
    NothingToOverrideError,
    PlanIssuedError,
)
from mingjian.programme.models import AuditCase, AuditPlan, PlanItem, PlanState, Site, TeamMember
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.plan_checks import open_findings, verdict_of
from mingjian.programme.queries.plan_tools import may_be_named
from mingjian.programme.queries.plans import (
    draft_plan_of,
    item_of,
    item_view,
    items_of,
    last_plan,
    version_view,
)
from mingjian.programme.rules.clauses import clause
from mingjian.programme.rules.methods import METHODS
from mingjian.programme.rules.plan_times import local_day, shifted, span
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.services.cases import locked_case

COPIED = (
    "line",
    "kind",
    "title",
    "site_id",
    "scene",
    "local_start",
    "local_end",
    "zone",
    "starts_at",
    "ends_at",
    "clauses",
    "members",
    "auditee",
    "method",
    "is_remote",
    "ict_tool",
)


def draft_plan(*, viewer: Viewer, case_id: UUID, source: str, reason: str = "") -> AuditPlan:
    """A new version to work on: ``empty``, from the ``current`` version or the ``last`` audit's."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if existing := draft_plan_of(case):
            raise DraftExistsError(number=existing.number)
        newest = AuditPlan.objects.filter(case=case).order_by("-number").first()
        plan = AuditPlan(
            owner_id=case.owner_id,
            case=case,
            number=newest.number + 1 if newest else 1,
            change_reason=reason,
            changed_by=name_of(viewer),
        )
        items = _copies(plan, newest if source == "current" else None, source)
        plan.save(force_insert=True)
        for item in items:
            item.save(force_insert=True)
            record(viewer, "plan_item.added", item)
        record(viewer, "plan.drafted", plan, reason=reason)
    return plan


def add_item(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> PlanItem:
    """One more line in the draft; a ``line`` given brings a removed one back."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        plan = locked_draft(case)
        line = values.get("line") or uuid7()
        if PlanItem.objects.filter(plan=plan, line=line).exists():
            line = uuid7()
        item = PlanItem(owner_id=plan.owner_id, plan=plan, changed_by=name_of(viewer))
        for name, value in _checked(case, item, {**values, "line": line}).items():
            setattr(item, name, value)
        item.save(force_insert=True)
        record(viewer, "plan_item.added", item)
    return item


def update_item(
    *, viewer: Viewer, item_id: UUID, version: int, values: Mapping[str, Any]
) -> PlanItem:
    """Move, resize or change a line of the draft."""
    with transaction.atomic():
        item = _locked_item(viewer, item_id)
        new = _checked(item.plan.case, item, values)
        before = change(item, viewer=viewer, version=version, values=new, view=item_view)
        record(viewer, "plan_item.changed", item, before=before)
    return item


def remove_item(*, viewer: Viewer, item_id: UUID, version: int) -> None:
    """Take a line out of the draft; issued versions keep theirs."""
    with transaction.atomic():
        item = _locked_item(viewer, item_id)
        before = change(item, viewer=viewer, version=version, values={}, view=item_view)
        PlanItem.objects.filter(id=item.id).delete()
        record(viewer, "plan_item.removed", item, before=before, removed=True)


def override_finding(*, viewer: Viewer, case_id: UUID, key: str, reason: str) -> AuditPlan:
    """Issue in spite of one finding, for a reason that stays with the plan."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        plan = locked_draft(case)
        found = {each.key: each for each in open_findings(verdict_of(viewer, plan, case), plan)}
        if key not in found or not found[key].may_override:
            raise NothingToOverrideError
        words = {"zh": found[key].words.zh, "en": found[key].words.en}
        entry = {"reason": reason, "by": name_of(viewer), "words": words}
        values = {"overrides": {**plan.overrides, key: entry}}
        before = change(plan, viewer=viewer, version=plan.version, values=values, view=version_view)
        record(viewer, "plan.overridden", plan, before=before, reason=reason)
    return plan


def locked_draft(case: AuditCase) -> AuditPlan:
    """The case's draft; what was issued is not edited."""
    plan = draft_plan_of(case)
    if plan is None:
        newest = AuditPlan.objects.filter(case=case).order_by("-number").first()
        if newest is None:
            raise NotFound
        raise PlanIssuedError(number=newest.number)
    return AuditPlan.objects.select_for_update(of=("self",)).get(id=plan.id)


def _locked_item(viewer: Viewer, item_id: UUID) -> PlanItem:
    found = item_of(viewer, item_id)
    if found is None:
        raise NotFound
    locked_case(viewer, found.plan.case_id)
    if found.plan.state != PlanState.DRAFT:
        raise PlanIssuedError(number=found.plan.number)
    rows = PlanItem.objects.select_for_update(of=("self",)).select_related("plan__case", "site")
    return rows.get(id=item_id)


def _copies(plan: AuditPlan, newest: AuditPlan | None, source: str) -> list[PlanItem]:
    if newest:
        return [_copy(plan, item) for item in items_of(newest)]
    if source != "last":
        return []
    past = last_plan(plan.case)
    if past is None:
        raise NoPastPlanError
    return _moved_copies(plan, past)


def _moved_copies(plan: AuditPlan, past: AuditPlan) -> list[PlanItem]:
    """The last audit's lines on the new dates, for people who are in both teams."""
    if plan.case.starts_on is None:
        raise NoDatesError
    items = list(items_of(past))
    if not items:
        raise NoPastPlanError
    first = past.case.starts_on or local_day(items[0].local_start)
    days = (plan.case.starts_on - first).days
    places = _same_people(past.case, plan.case)
    copies = [_copy(plan, item) for item in items]
    for copy in copies:
        copy.line = uuid7()
        copy.local_start = shifted(copy.local_start, days)
        copy.local_end = shifted(copy.local_end, days)
        copy.starts_at, copy.ends_at = span(copy.local_start, copy.local_end, copy.zone)
        copy.members = [places[each] for each in copy.members if each in places]
        copy.clauses = [each for each in copy.clauses if each["scheme"] in plan.case.schemes]
    return copies


def _same_people(past: AuditCase, now: AuditCase) -> dict[str, str]:
    """Member of the past team → the same person's place in this one."""
    current = {member.person_id: str(member.id) for member in team_of(now)}
    rows = TeamMember.objects.filter(case=past).values_list("id", "person_id")
    return {str(old): current[person] for old, person in rows if person in current}


def _copy(plan: AuditPlan, item: PlanItem) -> PlanItem:
    values = {name: getattr(item, name) for name in COPIED}
    return PlanItem(owner_id=plan.owner_id, plan=plan, changed_by=plan.changed_by, **values)


def _checked(case: AuditCase, item: PlanItem, values: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of a line, with its instants computed from the wall time."""
    checked = dict(values)
    zone = checked.get("zone", item.zone)
    if not is_zone(zone):
        raise ZoneError(zone=zone)
    if {"local_start", "local_end", "zone"} & checked.keys():
        local = [checked.get(name, getattr(item, name)) for name in ("local_start", "local_end")]
        checked["starts_at"], checked["ends_at"] = span(local[0], local[1], zone)
    if checked.get("site_id") and not _is_site(case, checked["site_id"]):
        raise ItemSiteError
    if "members" in checked:
        checked["members"] = _checked_members(case, checked["members"])
    _check_clauses(case, checked.get("clauses", ()))
    if checked.get("scene") and checked["scene"] not in SCENES:
        raise ItemSceneError(scene=checked["scene"])
    if checked.get("method") and checked["method"] not in METHODS:
        raise ItemMethodError(method=checked["method"])
    tool = checked.get("ict_tool")
    if tool and tool != item.ict_tool and not may_be_named(case, tool):
        raise ItemToolError
    return checked


def _is_site(case: AuditCase, site_id: UUID) -> bool:
    return Site.objects.filter(
        owner_id=case.owner_id, client_id=case.client_id, id=site_id
    ).exists()


def _checked_members(case: AuditCase, ids: Sequence[UUID | str]) -> list[str]:
    wanted = list(dict.fromkeys(str(each) for each in ids))
    if not set(wanted) <= {str(member.id) for member in team_of(case)}:
        raise ItemMembersError
    return wanted


def _check_clauses(case: AuditCase, clauses: Sequence[Mapping[str, str]]) -> None:
    for each in clauses:
        scheme, code = each["scheme"], each["clause"]
        if scheme not in case.schemes or clause(scheme, code) is None:
            raise ItemClausesError(clause=f"{scheme} {code}")
