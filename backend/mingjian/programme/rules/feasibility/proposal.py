"""Rules, survey, scenes, conditions and risk weighed into one proposal."""

from collections.abc import Iterator

from mingjian.kit.words import Words
from mingjian.programme.rules.feasibility.known import (
    BLOCKS,
    FEASIBLE,
    LIMITS,
    NOT,
    NOTES,
    OPEN,
    PARTIAL,
    SUPPORTS,
    UNDECIDED,
    Ground,
    Known,
    Proposal,
)
from mingjian.programme.rules.feasibility.survey import of_survey
from mingjian.programme.rules.scene_suitability import Suitability


def propose(known: Known) -> Proposal:
    """One block: not feasible. Something open: no proposal yet. One limit: partly remote."""
    grounds = (
        *_rules(known),
        *of_survey(known.answers),
        *_scenes(known),
        *_conditions(known),
        *_risk(known.residual_risk),
    )
    effects = {ground.effect for ground in grounds}
    result = FEASIBLE
    if BLOCKS in effects:
        result = NOT
    elif OPEN in effects:
        result = UNDECIDED
    elif LIMITS in effects:
        result = PARTIAL
    order = (BLOCKS, OPEN, LIMITS, NOTES, SUPPORTS)
    return Proposal(
        result=result, grounds=tuple(sorted(grounds, key=lambda each: order.index(each.effect)))
    )


def _rules(known: Known) -> Iterator[Ground]:
    if known.forbidding_rule:
        clause, sentence = known.forbidding_rule
        source = Words(f"规则包 {clause}", f"Rule pack {clause}")
        yield Ground(effect=LIMITS, source=source, words=sentence, about="limits")


def _scenes(known: Known) -> Iterator[Ground]:
    if not known.scenes:
        source = Words("适用性", "Suitability")
        words = Words("还没有列出要审核的场景。", "The scenes to be audited are not listed yet.")
        yield Ground(effect=OPEN, source=source, words=words)
    elif all(each.verdict == Suitability.FORBIDDEN for each in known.scenes):
        words = Words("所有场景都须到现场。", "Every scene is to be visited.")
        yield Ground(effect=BLOCKS, source=Words("适用性", "Suitability"), words=words)
    for each in known.scenes:
        source = Words(f"适用性 {each.place.zh}", f"Suitability: {each.place.en}")
        effect, words = EFFECT_OF_VERDICT[each.verdict]
        if each.is_overridden:
            words = Words(f"{words.zh}（经两人改判）", f"{words.en} (overridden by two people)")
        yield Ground(effect=effect, source=source, words=words, about="limits")


EFFECT_OF_VERDICT: dict[str, tuple[str, Words]] = {
    Suitability.FORBIDDEN: (LIMITS, Words("须到现场", "To be visited")),
    Suitability.LIMITED: (NOTES, Words("可远程，但有限制", "Remote with limits")),
    Suitability.REMOTE_OK: (SUPPORTS, Words("可远程", "May be remote")),
}


def _conditions(known: Known) -> Iterator[Ground]:
    source = Words(f"TS 17012 {known.conditions_clause}", f"TS 17012 {known.conditions_clause}")
    for each in known.conditions:
        if each.holds is False:
            words = Words(f"不满足：{each.words.zh}", f"Does not hold: {each.words.en}")
            yield Ground(effect=BLOCKS, source=source, words=words)
    unanswered = sum(1 for each in known.conditions if each.holds is None)
    if unanswered:
        words = Words(
            f"还有 {unanswered} 个条件没有判断。", f"Conditions not judged yet: {unanswered}."
        )
        yield Ground(effect=OPEN, source=source, words=words)
    elif all(each.holds for each in known.conditions):
        words = Words("八个条件全部满足。", "All eight conditions hold.")
        yield Ground(effect=SUPPORTS, source=source, words=words)


def _risk(level: str) -> Iterator[Ground]:
    source = Words("风险矩阵", "Risk matrix")
    if level == "high":
        words = Words("残余风险高。", "A residual risk is high.")
        yield Ground(effect=LIMITS, source=source, words=words, about="objectives")
    elif level:
        words = Words("残余风险可以接受。", "The residual risks are acceptable.")
        yield Ground(effect=SUPPORTS, source=source, words=words, about="objectives")
