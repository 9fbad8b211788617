"""From people to auditor-days, step by step (IAF MD 5, MD 1, MD 11, and the body's own uplift)."""

from collections.abc import Iterator
from fractions import Fraction

from mingjian.kit.words import Words
from mingjian.programme.rules.audit_time.inputs import Inputs
from mingjian.programme.rules.audit_time.parts import Part, part_lines, parts_of
from mingjian.programme.rules.audit_time.result import Line, Result, short
from mingjian.programme.rules.audit_time.rounding import halves
from mingjian.programme.rules.audit_time.rulebook import Rulebook, exact
from mingjian.programme.rules.audit_time.shares import STAGES, scaled

HUNDRED = Fraction(100)


def audit_time(inputs: Inputs, rulebook: Rulebook) -> Result:
    """The auditor-days of one audit; ``inputs`` have passed ``checks.faults``."""
    parts = parts_of(inputs, rulebook)
    by_part = [list(part_lines(part, rulebook)) for part in parts]
    lines = [line for part in by_part for line in part]
    lines += _summed([part[-1] for part in by_part])
    lines += _integrated(inputs, rulebook, lines[-1].total)
    floor = _floor(parts, inputs, rulebook)
    lines += scaled(inputs, rulebook, lines[-1].total, floor)
    lines += _least(inputs.kind, rulebook, lines[-1].total)
    on_site = lines[-1].total
    lines += _uplifted(inputs, rulebook, on_site)
    days = lines[-1].total
    share, _ = rulebook.least("onsite_min_pct")
    return Result(
        days=days,
        on_site_days=on_site,
        auditing_days=days * share / HUNDRED,
        personnel=_people(parts),
        lines=tuple(lines),
        warnings=tuple(_warnings(inputs, rulebook)),
        stamps=rulebook.stamps,
    )


def _people(parts: list[Part]) -> int:
    """Each place once, however many schemes are audited there."""
    return sum({part.place: part.people for part in parts}.values())


def _summed(last: list[Line]) -> Iterator[Line]:
    """The sum of the parts, where there are several."""
    if len(last) > 1:
        terms = " + ".join(short(line.total) for line in last)
        yield Line(
            key="sum",
            basis=Words(f"合计 {terms}", f"Sum {terms}"),
            cited=last[0].cited,
            delta=Fraction(0),
            total=sum((line.total for line in last), Fraction(0)),
        )


def _integrated(inputs: Inputs, rulebook: Rulebook, total: Fraction) -> Iterator[Line]:
    """IAF MD 11: applied once, after MD 5 and MD 1, to audits of several schemes."""
    if len(inputs.schemes) < 2:
        return
    limit, cited = rulebook.number("iaf-md11", "max_integration_reduction_pct")
    level = min(exact(inputs.integration_pct), exact(inputs.ability_pct))
    pct = limit * level / HUNDRED
    delta = -total * pct / HUNDRED
    yield Line(
        key="integration",
        basis=Words(
            f"一体化审核减少 {float(pct):g} %（上限 {float(limit):g} %）",
            f"Integrated audit: {float(pct):g} % less (limit {float(limit):g} %)",
        ),
        cited=cited,
        delta=delta,
        total=total + delta,
        note=Words(
            f"一体化程度 {inputs.integration_pct:g} %，"
            f"审核组能力 {inputs.ability_pct:g} %，取较低者",
            f"Integration {inputs.integration_pct:g} %, ability of the team "
            f"{inputs.ability_pct:g} %: the lower counts",
        ),
    )


def _floor(parts: list[Part], inputs: Inputs, rulebook: Rulebook) -> Fraction:
    """The least that all permitted reductions together leave of an initial audit."""
    single, _ = rulebook.most("max_reduction_pct")
    sampled, _ = rulebook.number("iaf-md1", "max_site_reduction_pct")
    most = sampled if inputs.is_sampled else single
    total = sum((part.base for part in parts), Fraction(0)) * (1 - most / HUNDRED)
    if len(inputs.schemes) > 1:
        limit, _ = rulebook.number("iaf-md11", "max_integration_reduction_pct")
        total *= 1 - limit / HUNDRED
    return total


def _least(kind: str, rulebook: Rulebook, total: Fraction) -> Iterator[Line]:
    """No audit is shorter; the two stages of an initial audit count as one."""
    least, cited = rulebook.number("body", "least_days")
    if total < least and kind not in STAGES:
        yield Line(
            key="least",
            basis=Words(f"一次审核不少于 {short(least)} 人日", f"At least {short(least)} days"),
            cited=cited,
            delta=least - total,
            total=least,
        )


def _uplifted(inputs: Inputs, rulebook: Rulebook, on_site: Fraction) -> Iterator[Line]:
    """Remote takes more than on site: never less than the on-site days plus the uplift."""
    if inputs.mode == "on_site":
        return
    uplift, cited = rulebook.number("body", "remote_uplift_pct")
    share = exact(inputs.remote_share_pct)
    delta = on_site * share / HUNDRED * uplift / HUNDRED
    yield Line(
        key="uplift",
        basis=Words(
            f"远程部分（{inputs.remote_share_pct:g} %）增加 {float(uplift):g} %",
            f"Remote part ({inputs.remote_share_pct:g} %): {float(uplift):g} % more",
        ),
        cited=cited,
        delta=delta,
        total=on_site + delta,
    )
    yield from halves(rulebook, on_site + delta, least=on_site + delta, key="rounding:remote")


def _warnings(inputs: Inputs, rulebook: Rulebook) -> Iterator[Words]:
    share, cited = rulebook.least("onsite_min_pct")
    if exact(inputs.off_site_pct) > HUNDRED - share:
        yield Words(
            f"策划和编写报告占 {inputs.off_site_pct:g} %，审核活动须不少于 {float(share):g} %"
            f"（{cited.edition} {cited.clause}）。",
            f"Planning and writing take {inputs.off_site_pct:g} %; at least {float(share):g} % "
            f"is spent auditing ({cited.edition} {cited.clause}).",
        )
    if inputs.kind in {"special", "short_notice", "supplementary", "transfer"}:
        yield Words(
            "规则未规定此类审核的时间；此处按监督审核的比例给出起点，请按审核目的调整。",
            "No rule fixes the time of this kind of audit; the share of a surveillance is a "
            "starting point. Adjust it to the purpose.",
        )
