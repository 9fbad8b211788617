"""What waits for whom in planning: what each case lacks, for the role that can mend it."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from mingjian.identity.models import TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.cases import facts_of_case
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.access import TeamRoles
from mingjian.programme.models import AuditCase
from mingjian.programme.models.ict import IctState
from mingjian.programme.queries.cases import AUDIT_ROLES, cases, steps_view
from mingjian.programme.queries.cycle import Line, pending_lines, rules_of
from mingjian.programme.queries.ict_competence import confirmations, is_confirmed
from mingjian.programme.queries.ict_rules import ict_rules
from mingjian.programme.queries.tools import newest_assessment, overdue_tools
from mingjian.programme.rules.case_states import CaseState
from mingjian.programme.rules.cycle_words import audit_words
from mingjian.programme.rules.ict import AREA_WORDS

MOST = 20
"""Of each sort, the most urgent: every case asks all themes what it lacks."""
READ, PLAN = Rule("programme", "R"), Rule("programme", "C")


class MissingFacts:
    """The first thing that each open case lacks in its current step, for whoever can mend it."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind == TenantKind.AUTHORITY or not authority().grants(viewer, READ):
            return
        open_cases = cases(viewer, state="open").exclude(state=CaseState.POSTPONED)
        roles = {held.audit_id: held.role for held in TeamRoles().roles(viewer)}
        for row in open_cases[:MOST]:
            role = roles.get(row.id, "") if viewer.role in AUDIT_ROLES else viewer.role
            yield from _missing(viewer, row, role)


def _missing(viewer: Viewer, row: AuditCase, role: str) -> Iterator[WorkItem]:
    facts = facts_of_case(viewer, row.id)
    current = next(
        (each["step"] for each in steps_view(row, facts) if each["state"] == "current"), ""
    )
    for fact in facts:
        if fact.step == current and fact.gate and not fact.is_met and fact.role == role:
            yield WorkItem(
                key=f"case:{row.id}:{fact.key}",
                title=fact.words,
                verb=fact.verb or Words("处理", "Open"),
                href=fact.href or f"/audits/{row.id}",
                due=row.starts_on or row.due_by,
                subject=f"{row.client.short_name or row.client.name} · {row.number}",
            )


class DueWindows:
    """Audits of the cycle that come due within the alert days without a day, or are overdue."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind != TenantKind.BODY or not authority().grants(viewer, PLAN):
            return
        for programme, line in pending_lines(viewer)[:MOST]:
            window = line.window
            yield WorkItem(
                key=f"window:{programme.id}:{window.kind}:{window.sequence}",
                title=_window_words(line, must_suspend=rules_of(viewer, programme).must_suspend),
                verb=Words("安排", "Arrange"),
                href=f"/programmes/{programme.id}",
                due=window.due_by,
                subject=programme.client.short_name or programme.client.name,
            )


def _window_words(line: Line, *, must_suspend: bool) -> Words:
    audit = audit_words(line.window.kind, line.window.sequence)
    if line.days_left >= 0:
        return Words(
            f"{audit.zh}还有 {line.days_left} 天到期，尚未安排日期",
            f"{audit.en}: due in {line.days_left} days, no dates yet",
        )
    late = -line.days_left
    if must_suspend:
        return Words(
            f"{audit.zh}超期 {late} 天：证书必须暂停并上报",
            f"{audit.en}: {late} days overdue; suspend the certificate and report it",
        )
    return Words(f"{audit.zh}超期 {late} 天", f"{audit.en}: {late} days overdue")


class ToolsToAssess:
    """Tools in use that were never assessed, or whose assessment has run out."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind != TenantKind.BODY or not authority().grants(viewer, PLAN):
            return
        for tool in overdue_tools(viewer)[:MOST]:
            newest = newest_assessment(tool)
            yield WorkItem(
                key=f"tool:{tool.id}",
                title=Words("工具需要评价", "Tool to be assessed"),
                verb=Words("评价", "Assess"),
                href=f"/tools?tool={tool.id}",
                due=newest.review_by if newest else None,
                subject=tool.name,
            )


class IctConfirmations:
    """Competence that runs out soon, for oneself; rounds that wait, for programme managers."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind != TenantKind.BODY:
            return
        if authority().grants(viewer, Rule("competence", "A")):
            yield from _waiting_rounds(viewer)
        if viewer.person_id and viewer.role in AUDIT_ROLES:
            yield from _own_competence(viewer, viewer.person_id)


def _waiting_rounds(viewer: Viewer) -> Iterator[WorkItem]:
    for row in confirmations(viewer, state="due")[:MOST]:
        declared = row.state == IctState.DECLARED
        area = AREA_WORDS[row.area]
        yield WorkItem(
            key=f"ict:{row.id}",
            title=Words(
                f"信息通信技术能力（{area.zh}）等待{'实操验证' if declared else '确认'}",
                f"ICT competence ({area.en}) waits for {'a check' if declared else 'confirmation'}",
            ),
            verb=Words("安排验证", "Arrange the check") if declared else Words("确认", "Confirm"),
            href="/training?tab=ict",
            subject=row.person.name,
        )


def _own_competence(viewer: Viewer, person_id: UUID) -> Iterator[WorkItem]:
    today = clock.today(own_tenant(viewer).zone)
    held, ahead = is_confirmed(person_id, today), max(ict_rules(viewer).alert_days)
    open_areas = {row.area for row in confirmations(viewer, person_id=person_id, state="due")}
    for area, until in (("hardware", held.hardware_until), ("software", held.software_until)):
        if area in open_areas or (until and until > today + timedelta(days=ahead)):
            continue
        words = AREA_WORDS[area]
        yield WorkItem(
            key=f"ict-own:{person_id}:{area}",
            title=Words(
                f"请自评信息通信技术能力（{words.zh}）", f"Declare your ICT competence ({words.en})"
            ),
            verb=Words("自评", "Declare"),
            href="/training?tab=ict",
            due=until,
        )
