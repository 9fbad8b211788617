"""The parts that are added up: one per scheme, and per visited site where sites are sampled."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from mingjian.kit.words import Words
from mingjian.programme.rules.audit_time.inputs import Inputs, SchemeInputs, SiteInputs
from mingjian.programme.rules.audit_time.personnel import effective
from mingjian.programme.rules.audit_time.result import Line
from mingjian.programme.rules.audit_time.rulebook import Rulebook, exact
from mingjian.programme.rules.audit_time.tables import table_days
from mingjian.programme.rules.packs import Citation
from mingjian.programme.rules.schemes import SCHEMES

HUNDRED = Fraction(100)
COMPLEXITY = {
    "high": Words("高", "high"),
    "medium": Words("中", "medium"),
    "low": Words("低", "low"),
    "limited": Words("有限", "limited"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reading of a table."""

    scheme: SchemeInputs
    site: SiteInputs | None
    """The one sampled site; None where all people are counted together."""
    people: int
    base: Fraction
    cited: Citation

    @property
    def place(self) -> str:
        return self.site.id if self.site else ""

    @property
    def key(self) -> str:
        return f"{self.scheme.scheme}:{self.place}"


def parts_of(inputs: Inputs, rulebook: Rulebook) -> list[Part]:
    return [
        _part(rulebook, scheme, site, people)
        for site, people in _places(inputs, rulebook)
        for scheme in inputs.schemes
    ]


def part_lines(part: Part, rulebook: Rulebook) -> Iterator[Line]:
    """The table's days, every factor, and where a limit holds the reductions back."""
    yield _base_line(part)
    yield from _factor_lines(part, rulebook)
    if part.site is not None and not part.site.is_central:
        yield from _central_lines(part, part.site, rulebook)


def _places(inputs: Inputs, rulebook: Rulebook) -> list[tuple[SiteInputs | None, int]]:
    if inputs.is_sampled:
        return [(site, effective([site], rulebook)) for site in inputs.visited]
    return [(None, effective(inputs.sites, rulebook))]


def _part(rulebook: Rulebook, scheme: SchemeInputs, site: SiteInputs | None, people: int) -> Part:
    base, cited = table_days(rulebook, scheme.scheme, scheme.complexity, people)
    return Part(scheme=scheme, site=site, people=people, base=base, cited=cited)


def _base_line(part: Part) -> Line:
    scheme, level = SCHEMES[part.scheme.scheme], COMPLEXITY.get(part.scheme.complexity)
    zh, en = (f"（{level.zh}）", f" ({level.en})") if level else ("", "")
    return Line(
        key=f"base:{part.key}:",
        basis=Words(
            f"{_at(part).zh}{scheme.zh}{zh}，有效人数 {part.people}",
            f"{_at(part).en}{scheme.en}{en}, {part.people} effective personnel",
        ),
        cited=part.cited,
        delta=part.base,
        total=part.base,
    )


def _factor_lines(part: Part, rulebook: Rulebook) -> Iterator[Line]:
    names = _factor_names(rulebook)
    net = Fraction(0)
    for factor in part.scheme.factors:
        net += exact(factor.pct)
        name, cited = names[factor.code]
        yield Line(
            key=f"factor.{factor.code}:{part.key}:",
            basis=Words(f"{name.zh} {factor.pct:+g} %", f"{name.en} {factor.pct:+g} %"),
            cited=cited,
            delta=part.base * exact(factor.pct) / HUNDRED,
            total=part.base * (1 + net / HUNDRED),
            note=Words(factor.reason, factor.reason),
        )
    limit, cited = rulebook.most("max_reduction_pct")
    if net < -limit:
        yield _limit_line(part, "limit", net, -limit, cited)


def _net(part: Part, rulebook: Rulebook) -> Fraction:
    """All factors together in per cent, held at the limit."""
    limit, _ = rulebook.most("max_reduction_pct")
    total = sum((exact(factor.pct) for factor in part.scheme.factors), Fraction(0))
    return max(total, -limit)


def _central_lines(part: Part, site: SiteInputs, rulebook: Rulebook) -> Iterator[Line]:
    """MD 1: a sampled site saves time for what the central function handles, within limits."""
    if not site.central_reduction_pct:
        return
    net = _net(part, rulebook)
    most, cited = rulebook.number("iaf-md1", "max_central_reduction_pct")
    pct = min(exact(site.central_reduction_pct), most)
    yield Line(
        key=f"central:{part.key}:",
        basis=Words(
            f"{site.name}：由中心职能承担的过程 −{float(pct):g} %（上限 {float(most):g} %）",
            f"{site.name}: handled by the centre −{float(pct):g} % (limit {float(most):g} %)",
        ),
        cited=cited,
        delta=-part.base * pct / HUNDRED,
        total=part.base * (1 + (net - pct) / HUNDRED),
        note=Words(site.central_reason, site.central_reason),
    )
    limit, cited = rulebook.number("iaf-md1", "max_site_reduction_pct")
    if net - pct < -limit:
        yield _limit_line(part, "site_limit", net - pct, -limit, cited)


def _limit_line(part: Part, step: str, net: Fraction, limit: Fraction, cited: Citation) -> Line:
    return Line(
        key=f"{step}:{part.key}:",
        basis=Words(
            f"减少合计 {float(-net):g} %，按上限 {float(-limit):g} % 计",
            f"Reductions of {float(-net):g} % are held at the limit of {float(-limit):g} %",
        ),
        cited=cited,
        delta=part.base * (limit - net) / HUNDRED,
        total=part.base * (1 + limit / HUNDRED),
    )


def _factor_names(rulebook: Rulebook) -> dict[str, tuple[Words, Citation]]:
    names: dict[str, tuple[Words, Citation]] = {}
    for parameter in ("factors_up", "factors_down"):
        factors, cited = rulebook.value("iaf-md5", parameter)
        names |= {each["code"]: (Words(**each["name"]), cited) for each in factors}
    return names


def _at(part: Part) -> Words:
    return Words(f"{part.site.name}：", f"{part.site.name}: ") if part.site else Words("", "")
