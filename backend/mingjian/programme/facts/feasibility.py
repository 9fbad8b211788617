"""Feasibility of a case that is not held on site: decided, agreed, prepared for failure."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AgreementState, AuditCase, AuditMode, RemoteAgreement
from mingjian.programme.models.suitability import OverrideState
from mingjian.programme.queries.agreements import sides
from mingjian.programme.queries.feasibility import contingency_of, contingency_view, decisions_of
from mingjian.programme.queries.signatures import signatures_on
from mingjian.programme.queries.suitability import assessments
from mingjian.programme.rules.case_states import CaseState, Step


def feasibility(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """An audit on site needs none of this."""
    if case.mode == AuditMode.ON_SITE:
        return
    yield from _suitability(viewer, case)
    yield _decision(viewer, case)
    yield _contingency(viewer, case)
    yield _agreement(case)


def _href(case: AuditCase) -> str:
    return f"/audits/{case.id}/feasibility"


def _suitability(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    rows = assessments(viewer, case)
    yield CaseFact(
        key="suitability.assessed",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=bool(rows),
        words=Words(f"已评估 {len(rows)} 个场景", f"Scenes assessed: {len(rows)}")
        if rows
        else Words("还没有列出要审核的场景。", "The scenes to be audited are not listed yet."),
        role="PM",
        href=_href(case),
        verb=Words("列出场景", "List the scenes"),
    )
    for row in rows:
        for override in row.overrides.all():
            if override.state == OverrideState.PROPOSED:
                yield CaseFact(
                    key=f"suitability.override.{override.id}",
                    step=Step.FEASIBILITY,
                    gate=CaseState.PLAN_ISSUED,
                    is_met=False,
                    words=Words(
                        f"“{row.site.name}”的适用性改判待确认。",
                        f"An override of suitability at {row.site.name} waits for an answer.",
                    ),
                    role="LA" if override.proposed_as == "PM" else "PM",
                    href=_href(case),
                    verb=Words("确认或不同意", "Answer it"),
                )


def _decision(viewer: Viewer, case: AuditCase) -> CaseFact:
    latest = next(iter(decisions_of(viewer, case)), None)
    is_met = latest is not None and latest.mode == case.mode
    words = Words("还没有决定可行性。", "Feasibility is not decided yet.")
    if latest and is_met:
        words = Words(
            f"{latest.decided_by.name} 已决定：{latest.get_mode_display()}",
            f"{latest.decided_by.name} has decided: {latest.mode.replace('_', ' ')}",
        )
    elif latest:
        words = Words(
            "审核方式与可行性决定不同，请重新决定。",
            "The mode is not the one that was decided. Decide again.",
        )
    return CaseFact(
        key="feasibility.decided",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=is_met,
        words=words,
        role="PM",
        href=_href(case),
        verb=Words("作出决定", "Decide"),
    )


def _contingency(viewer: Viewer, case: AuditCase) -> CaseFact:
    missing = contingency_view(contingency_of(viewer, case))["missing"]
    zh, en = "、".join(each.zh for each in missing), ", ".join(each.en for each in missing)
    return CaseFact(
        key="contingency.ready",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=not missing,
        words=Words(f"应急预案还缺：{zh}。", f"The contingency plan lacks {en}.")
        if missing
        else Words("应急预案已备好", "The contingency plan is ready"),
        role="PM",
        href=_href(case),
        verb=Words("填写应急预案", "Complete the plan"),
    )


def _agreement(case: AuditCase) -> CaseFact:
    rows = list(RemoteAgreement.objects.filter(case=case).order_by("-number"))
    in_force = next((row for row in rows if row.state == AgreementState.IN_FORCE), None)
    open_row = next((row for row in rows if row.state == AgreementState.ISSUED), None)
    words, role = Words("远程审核协议还没有发出。", "No remote agreement is issued yet."), "PM"
    if in_force:
        words = Words(
            f"远程审核协议第 {in_force.number} 版已生效",
            f"Remote agreement, version {in_force.number}, is in force",
        )
    elif open_row:
        is_clients_turn = "client" not in sides(signatures_on(open_row))
        role = "CC" if is_clients_turn else "PM"
        words = Words("远程审核协议待双方签署。", "The remote agreement waits to be signed.")
    return CaseFact(
        key="agreement.signed",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ACCEPTED,
        is_met=in_force is not None,
        words=words,
        role=role,
        href=_href(case),
        verb=Words("签署协议", "Sign it") if open_row else Words("准备协议", "Prepare it"),
    )
