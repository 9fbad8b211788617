"""Checks of what: clauses, competence, scenes, means, and the talk before a remote audit."""

from collections.abc import Iterator

from mingjian.kit.words import Words
from mingjian.programme.rules.clauses import uncovered
from mingjian.programme.rules.plan_checks.draft import AUDITORS, Draft, Finding, Item
from mingjian.programme.rules.plan_checks.times import ADD
from mingjian.programme.rules.scenes import SCENES

REMOTE_MODES = frozenset({"remote", "hybrid"})
ASSESSED = Words("可行性评审认定须到现场。", "The feasibility review asks for eyes on site.")
CHOOSE = Words("选择人员", "Choose people")


def clause_coverage(draft: Draft) -> Iterator[Finding]:
    """Every clause that this kind of audit covers at least is somewhere in the plan."""
    for scheme in draft.schemes:
        planned = {code for item in draft.items for of, code in item.clauses if of == scheme}
        for clause in uncovered(scheme, draft.kind, planned):
            yield Finding(
                check="coverage",
                about=f"{clause.scheme}:{clause.code}",
                rule="ISO/IEC 17021-1:2015 9.6.2.2"
                if draft.kind == "surveillance"
                else "ISO/IEC 17021-1:2015 9.2.3",
                words=Words(
                    f"{clause.label} {clause.title.zh}没有安排。",
                    f"{clause.label} “{clause.title.en}” is not planned.",
                ),
                fix="add",
                fix_words=ADD,
                add_kind="work",
                add_clauses=((clause.scheme, clause.code),),
                may_override=True,
            )


def members_of_the_team(draft: Draft) -> Iterator[Finding]:
    """Whoever carries out an item is in the team; work has somebody."""
    team = {member.id for member in draft.team}
    for item in draft.items:
        if set(item.members) - team:
            yield _about(
                item,
                "strangers",
                "ISO/IEC 17021-1:2015 9.2.2.1",
                Words(
                    f"{item.when}“{item.title}”安排了已不在审核组的人员。",
                    f"“{item.title}”, {item.when}, names somebody who left the team.",
                ),
                CHOOSE,
            )
        elif not item.members and item.kind in {"work", "opening", "closing"}:
            yield _about(
                item,
                "nobody",
                "ISO/IEC 17021-1:2015 9.2.3.2",
                Words(
                    f"{item.when}“{item.title}”没有指定审核员。",
                    f"“{item.title}”, {item.when}, has no auditor.",
                ),
                CHOOSE,
            )


def competence(draft: Draft) -> Iterator[Finding]:
    """An auditor of the scheme is there for every clause of it."""
    for item in draft.items:
        present = [each for each in draft.team if each.id in item.members and each.role in AUDITORS]
        held = {scheme for each in present for scheme in each.schemes}
        lacking = sorted({scheme for scheme, _ in item.clauses} - held)
        if present and lacking and item.kind == "work":
            yield Finding(
                check="competence",
                about=str(item.id),
                rule="ISO/IEC 17021-1:2015 7.2.7",
                words=Words(
                    f"{item.when}“{item.title}”涉及 {'、'.join(lacking)}，"
                    "在场审核员没有该领域资格。",
                    f"“{item.title}”, {item.when}: no auditor present is qualified for "
                    f"{', '.join(lacking)}.",
                ),
                items=(item.id,),
                fix_words=Words("换审核员", "Choose another auditor"),
                may_override=True,
            )


def mode_of_the_audit(draft: Draft) -> Iterator[Finding]:
    """An audit reported as on site has no remote items."""
    if draft.mode in REMOTE_MODES:
        return
    for item in draft.items:
        if item.is_remote and item.kind == "work":
            yield _about(
                item,
                "mode",
                "IAF MD 4:2023 4.2",
                Words(
                    f"{item.when}“{item.title}”是远程的，而本次审核为现场审核。",
                    f"“{item.title}”, {item.when}, is remote, but the audit is on site.",
                ),
                Words("改为现场", "Make it on site"),
            )


def forbidden_scenes(draft: Draft) -> Iterator[Finding]:
    """What must be seen on site is not audited over a camera; two people may say otherwise, in
    the feasibility review and not here."""
    for item in draft.items:
        reason = _why_on_site(draft, item)
        if item.is_remote and reason:
            zh, en = SCENES.get(item.scene, (item.scene, item.scene))
            yield _about(
                item,
                "forbidden_scene",
                "IAF MD 4:2023 4.2",
                Words(
                    f"{item.when}“{item.title}”：{zh}不能远程审核。{reason.zh}",
                    f"“{item.title}”, {item.when}: {en.lower()} is not to be audited remotely. "
                    f"{reason.en}",
                ),
                Words("改为现场", "Make it on site"),
            )


def _why_on_site(draft: Draft, item: Item) -> Words | None:
    """What was found at the item's own site counts; elsewhere the rules' list does."""
    found = draft.assessed.get((item.site, item.scene), {}) if item.site else {}
    for scheme in sorted({scheme for scheme, _ in item.clauses} or set(draft.schemes)):
        if scheme in found:
            if found[scheme] == "forbidden":
                return ASSESSED
        elif reason := draft.forbidden.get((scheme, item.scene)):
            return reason
    return None


def remote_means(draft: Draft) -> Iterator[Finding]:
    """A remote item says how it is audited and by which tool."""
    for item in draft.items:
        if item.is_remote and item.kind == "work" and not (item.method and item.tool):
            yield _about(
                item,
                "means",
                "IAF MD 4:2023 4.2.2",
                Words(
                    f"{item.when}“{item.title}”是远程的，须写明审核方法和 ICT 工具。",
                    f"“{item.title}”, {item.when}, is remote: name the method and the ICT tool.",
                ),
                Words("补充", "Complete it"),
            )


def client_talk(draft: Draft) -> Iterator[Finding]:
    """Before a remote audit the leader talks with the client about tools and evidence (S20)."""
    if draft.mode not in REMOTE_MODES:
        return
    opened = min((each.starts_at for each in draft.items if each.kind == "opening"), default=None)
    talks = [item for item in draft.items if item.kind == "client_talk"]
    if any(opened is None or talk.ends_at <= opened for talk in talks):
        return
    yield Finding(
        check="client_talk",
        rule="IAF MD 4:2023 4.2.1",
        words=Words(
            "首次会议前没有安排组长与客户沟通（工具、怎样展示证据）。",
            "No talk with the client on tools and evidence is planned before the opening meeting.",
        ),
        items=tuple(talk.id for talk in talks),
        fix="edit" if talks else "add",
        fix_words=ADD,
        add_kind="client_talk",
    )


def _about(item: Item, check: str, rule: str, words: Words, fix_words: Words) -> Finding:
    return Finding(
        check=check,
        about=str(item.id),
        rule=rule,
        words=words,
        items=(item.id,),
        fix_words=fix_words,
    )
