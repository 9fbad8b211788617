"""What waits for whom in planning: what each case lacks, for the role that can mend it."""

from collections.abc import Iterator

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.cases import facts_of_case
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.access import TeamRoles
from mingjian.programme.models import AuditCase, PackState
from mingjian.programme.queries.cases import AUDIT_ROLES, cases, steps_view
from mingjian.programme.queries.rule_packs import rule_pack_rows
from mingjian.programme.rules.case_states import CaseState
from mingjian.programme.rules.packs import Pack

MOST = 50
READ = Rule("programme", "R")
APPROVE_PACKS = Rule("rule_packs", "A")


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


class WaitingPacks:
    """Drafts of rule packs that a second person has to release, for whoever may."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, APPROVE_PACKS):
            return
        for row in rule_pack_rows(viewer):
            if row.state == PackState.DRAFT and row.author_id != viewer.person_id:
                yield WorkItem(
                    key=f"rule_pack:{row.id}",
                    title=Words("规则包草稿等待复核和发布", "A rule pack draft waits for release"),
                    verb=Words("查看差异", "See the differences"),
                    href=f"/rule-packs/{row.id}",
                    due=row.effective_from,
                    subject=f"{Pack.of(row.content).title} · {row.edition}",
                )


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
