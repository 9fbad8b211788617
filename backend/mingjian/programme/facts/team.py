"""The audit team: led, competent, covering the scope, impartial, free, and known to the client."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, TeamMember, TeamRole
from mingjian.programme.queries.assignments import days_of, known_of, need_of, reason_view
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.impartiality import declared_for
from mingjian.programme.queries.objections import is_told, last_notice, open_objections
from mingjian.programme.queries.team_rules import team_rules
from mingjian.programme.rules.case_states import CaseState, Step
from mingjian.programme.rules.competence import NEEDS_QUALIFICATION, Coverage, Holder, covers
from mingjian.programme.rules.suitability import Known, Need, Reason, reasons
from mingjian.programme.rules.team_rules import TeamRules


@dataclass(frozen=True, slots=True)
class Judged:
    """A member with what is known of them and what follows from it."""

    member: TeamMember
    known: Known
    need: Need
    reasons: list[Reason]

    @property
    def name(self) -> str:
        return self.member.person.name

    def fails(self, *keys: str) -> bool:
        return any(each.key in keys and not each.is_good for each in self.reasons)


def team(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    members = team_of(case)
    rules = team_rules(case.owner_id)
    judged = judge_team(case, members, rules)
    yield _lead(case, members)
    yield _competent(case, judged)
    yield _codes(case, coverage(case, judged, rules))
    yield _impartial(case, judged)
    yield _declared(case, members)
    yield _available(case, judged)
    yield _objections(case)
    yield _told(case)


def judge_team(case: AuditCase, members: Sequence[TeamMember], rules: TeamRules) -> list[Judged]:
    """Each member as the rules see them today, in the place they have."""
    known = known_of(case, [member.person for member in members], rules)
    found = []
    for member in members:
        what = known[member.person_id]
        need = need_of(
            case,
            role=member.role,
            schemes=member.schemes,
            codes=member.codes,
            held=what.held,
            rules=rules,
            is_final=True,
        )
        found.append(Judged(member, what, need, reasons(need, what, rules)))
    return found


def coverage(case: AuditCase, judged: Sequence[Judged], rules: TeamRules) -> list[Coverage]:
    """Who covers which code of the programme in which scheme of the case."""
    holders = [
        Holder(
            each.name,
            each.member.role,
            tuple(each.member.schemes),
            tuple(each.member.codes),
            each.known.held,
        )
        for each in judged
    ]
    return covers(
        holders,
        case.schemes,
        case.programme.scope_codes,
        days=days_of(case),
        rules=rules,
    )


def standing(case: AuditCase) -> dict[str, Any]:
    """The team as its page shows it: coverage, and the reasons for and against each member."""
    rules = team_rules(case.owner_id)
    judged = judge_team(case, team_of(case), rules)
    return {
        "coverage": coverage(case, judged, rules),
        "members": [
            {
                "member_id": each.member.id,
                "reasons": [reason_view(reason) for reason in each.reasons],
            }
            for each in judged
        ],
    }


def _fact(
    case: AuditCase,
    key: str,
    *,
    missing: Sequence[str],
    met: Words,
    lacking: Words,
    gate: str,
    verb: Words,
) -> CaseFact:
    return CaseFact(
        key=f"team.{key}",
        step=Step.PLAN,
        gate=gate,
        is_met=not missing,
        words=lacking if missing else met,
        role="PM",
        href=f"/audits/{case.id}/team",
        verb=verb,
    )


def _lead(case: AuditCase, members: Sequence[TeamMember]) -> CaseFact:
    lead = next((each for each in members if each.role == TeamRole.LEAD_AUDITOR), None)
    met = Words(f"组长 {lead.person.name}", f"Lead auditor {lead.person.name}") if lead else None
    lacking = Words("还没有指定审核组长。", "No lead auditor is appointed yet.")
    verb = Words("组成审核组", "Appoint the team")
    missing = [] if lead else ["LA"]
    return _fact(
        case,
        "lead",
        missing=missing,
        met=met or lacking,
        lacking=lacking,
        gate=CaseState.TEAM_SET,
        verb=verb,
    )


def _competent(case: AuditCase, judged: Sequence[Judged]) -> CaseFact:
    wrong = [each.name for each in judged if each.fails("active", "competent")]
    names = "、".join(wrong)
    return _fact(
        case,
        "competent",
        missing=wrong,
        met=Words("成员资格在审核期间有效", "Everybody is qualified on the audit's days"),
        lacking=Words(
            f"{names} 的资格在审核期间无效。",
            f"Not qualified on the audit's days: {names}.",
        ),
        gate=CaseState.TEAM_SET,
        verb=Words("更换或更新资格", "Replace or renew"),
    )


def _codes(case: AuditCase, found: Sequence[Coverage]) -> CaseFact:
    bare = [f"{each.scheme} {each.code}" for each in found if not each.by]
    what = "、".join(bare)
    return _fact(
        case,
        "codes",
        missing=bare,
        met=Words("专业范围已全部覆盖", "Every technical code is covered"),
        lacking=Words(f"专业 {what} 无人覆盖。", f"Nobody covers: {what}."),
        gate=CaseState.TEAM_SET,
        verb=Words("补充审核组", "Complete the team"),
    )


def _impartial(case: AuditCase, judged: Sequence[Judged]) -> CaseFact:
    """Says who, never why: the client reads along."""
    wrong = [each.name for each in judged if _is_partial(each)]
    names = "、".join(wrong)
    return _fact(
        case,
        "impartial",
        missing=wrong,
        met=Words("审核组无利益冲突", "No conflict of interest in the team"),
        lacking=Words(f"{names} 的公正性存疑，须更换。", f"In doubt: replace {names}."),
        gate=CaseState.TEAM_SET,
        verb=Words("更换成员", "Replace"),
    )


def _is_partial(each: Judged) -> bool:
    return any(r.key in {"impartial", "separate"} and r.blocks for r in each.reasons)


def _declared(case: AuditCase, members: Sequence[TeamMember]) -> CaseFact:
    auditing = [each for each in members if each.role in NEEDS_QUALIFICATION]
    signed = declared_for(case.id) if auditing else set()
    missing = [each.person.name for each in auditing if each.person_id not in signed]
    names = "、".join(missing)
    return _fact(
        case,
        "declared",
        missing=missing,
        met=Words("公正性声明已签署", "Impartiality declared"),
        lacking=Words(
            f"{names} 尚未就本次审核签署公正性声明。",
            f"No declaration of impartiality for this audit yet: {names}.",
        ),
        gate=CaseState.PLAN_ISSUED,
        verb=Words("查看审核组", "See the team"),
    )


def _available(case: AuditCase, judged: Sequence[Judged]) -> CaseFact:
    """Advice: whoever assigned somebody who is booked has given a reason."""
    wrong = [each.name for each in judged if each.fails("available")]
    names = "、".join(wrong)
    return _fact(
        case,
        "available",
        missing=wrong,
        met=Words("成员在审核期间有空", "Everybody is available"),
        lacking=Words(
            f"{names} 在审核期间缺勤或另有安排。",
            f"Absent or booked elsewhere during the audit: {names}.",
        ),
        gate="",
        verb=Words("查看日程", "See the schedule"),
    )


def _objections(case: AuditCase) -> CaseFact:
    names = [each.member.person.name for each in open_objections(case)]
    listed = "、".join(names)
    return _fact(
        case,
        "objections",
        missing=names,
        met=Words("没有待答复的异议", "No objection waits for an answer"),
        lacking=Words(
            f"客户对{listed}的异议尚未答复。",
            f"The client's objection to {listed} has no answer yet.",
        ),
        gate=CaseState.PLAN_ISSUED,
        verb=Words("答复", "Answer"),
    )


def _told(case: AuditCase) -> CaseFact:
    """Advice: the names go out by themselves when the team is set or changes."""
    is_known = case.state == CaseState.PLANNED or is_told(case, last_notice(case))
    return _fact(
        case,
        "told",
        missing=[] if is_known else ["names"],
        met=Words("客户已收到审核组名单", "The client knows the team")
        if case.state != CaseState.PLANNED
        else Words("审核组确定后通知客户", "The client is told once the team is set"),
        lacking=Words("客户还未收到最新的审核组名单。", "The client does not know this team."),
        gate="",
        verb=Words("查看审核组", "See the team"),
    )
