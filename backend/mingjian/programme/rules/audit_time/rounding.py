"""Half days: to the nearest, but never below what the rules leave."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from mingjian.kit.words import Words
from mingjian.programme.rules.audit_time.result import Line, short
from mingjian.programme.rules.audit_time.rulebook import Rulebook


def rounded(days: Fraction, step: Fraction, least: Fraction) -> Fraction:
    """The multiple of ``step`` nearest to ``days`` that is not less than ``least``."""
    nearest = floor(days / step + Fraction(1, 2)) * step
    return nearest if nearest >= least else ceil(least / step) * step


def halves(rulebook: Rulebook, days: Fraction, *, least: Fraction, key: str) -> Iterator[Line]:
    """The line of the rounding, where it changes anything."""
    step, cited = rulebook.number("iaf-md5", "rounding_step")
    new = rounded(days, step, least)
    if new != days:
        yield Line(
            key=key,
            basis=Words(
                f"取整到 {short(step)} 人日：{short(days)} → {short(new)}",
                f"Rounded to {short(step)} days: {short(days)} → {short(new)}",
            ),
            cited=cited,
            delta=new - days,
            total=new,
            note=Words("不低于规则允许的最小值", "Never below what the rules leave"),
        )
