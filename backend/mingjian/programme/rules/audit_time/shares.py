"""Which part of the initial audit's time an audit of the cycle takes."""

from collections.abc import Iterator
from fractions import Fraction

from mingjian.kit.words import Words
from mingjian.programme.rules.audit_time.inputs import Inputs
from mingjian.programme.rules.audit_time.result import Line, short
from mingjian.programme.rules.audit_time.rounding import halves, rounded
from mingjian.programme.rules.audit_time.rulebook import Rulebook

INITIAL = "initial"
"""Both stages together, as an application is reviewed and quoted."""
STAGES = ("stage_1", "stage_2")


def scaled(
    inputs: Inputs, rulebook: Rulebook, initial: Fraction, floor: Fraction
) -> Iterator[Line]:
    """The lines from the initial audit's days to those of this audit, rounded to half days."""
    if inputs.kind == INITIAL:
        yield from halves(rulebook, initial, least=floor, key="rounding")
        return
    if inputs.kind in STAGES:
        yield from _staged(inputs.kind, rulebook, initial, floor)
        return
    name, label = (
        ("recertification_share", Words("再认证", "Recertification"))
        if inputs.kind == "recertification"
        else ("surveillance_share", Words("监督审核", "Surveillance"))
    )
    share, cited = rulebook.least(name)
    days = initial * share
    yield Line(
        key="share",
        basis=Words(
            f"{label.zh}为初次认证的 {share.numerator}/{share.denominator}",
            f"{label.en}: {share.numerator}/{share.denominator} of the initial audit",
        ),
        cited=cited,
        delta=days - initial,
        total=days,
    )
    yield from halves(rulebook, days, least=days, key="rounding")


def _staged(kind: str, rulebook: Rulebook, initial: Fraction, floor: Fraction) -> Iterator[Line]:
    """Both stages in half days, which together are the whole initial audit."""
    step, _ = rulebook.number("iaf-md5", "rounding_step")
    yield from halves(rulebook, initial, least=floor, key="rounding")
    whole = rounded(initial, step, floor)
    pct, cited = rulebook.number("iso-17021-1", "stage_1_share_pct")
    first = rounded(whole * pct / 100, step, step)
    days = first if kind == "stage_1" else whole - first
    yield Line(
        key="stage",
        basis=Words(
            f"两个阶段：{short(first)} + {short(whole - first)}",
            f"Two stages: {short(first)} + {short(whole - first)}",
        ),
        cited=cited,
        delta=days - whole,
        total=days,
    )
