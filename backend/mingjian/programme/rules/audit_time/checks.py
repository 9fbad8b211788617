"""What cannot be calculated: impossible people, unknown factors, percentages without a reason."""

from mingjian.programme.rules.audit_time.inputs import Faults, Inputs, SchemeInputs, SiteInputs
from mingjian.programme.rules.audit_time.rulebook import Rulebook
from mingjian.programme.rules.audit_time.tables import TABLES, columns_of
from mingjian.programme.rules.headcount import faults as headcount_faults


def faults(inputs: Inputs, rulebook: Rulebook) -> dict[str, tuple[str, str]]:
    """By field, a sentence in Chinese and in English."""
    found = Faults()
    if not inputs.schemes:
        found.add("schemes", "请至少选择一个领域。", "Choose one scheme at least.")
    for scheme in inputs.schemes:
        _scheme(scheme, rulebook, found)
    for site in inputs.sites:
        _site(site, found)
    if not any(site.headcount.people for site in inputs.visited):
        found.add(
            "sites",
            "所选场所还没有人数。请先在场所中填写人数。",
            "The sites have no people yet. Enter their headcount first.",
        )
    for name in ("integration_pct", "ability_pct", "remote_share_pct", "off_site_pct"):
        if not 0 <= getattr(inputs, name) <= 100:
            found.add(name, "应在 0–100 % 之间。", "Give a percentage from 0 to 100.")
    return found.by_field


def _scheme(scheme: SchemeInputs, rulebook: Rulebook, found: Faults) -> None:
    if scheme.scheme not in TABLES:
        found.add("schemes", f"没有“{scheme.scheme}”的审核时间表。", f"No table: {scheme.scheme}.")
        return
    columns = columns_of(rulebook, scheme.scheme)
    if (scheme.complexity or "all") not in columns:
        found.add(
            f"complexity.{scheme.scheme}",
            "请选择复杂程度。",
            "Choose the complexity.",
        )
    limits = _limits(rulebook)
    for factor in scheme.factors:
        where = f"factors.{scheme.scheme}.{factor.code}"
        if factor.code not in limits:
            found.add(where, "规则包中没有此因素。", "The rule pack does not have this factor.")
            continue
        low, high = limits[factor.code]
        if not low <= factor.pct <= high:
            found.add(
                where, f"应在 {low:g} % 至 {high:g} % 之间。", f"From {low:g} % to {high:g} %."
            )
        if factor.pct and not factor.reason.strip():
            found.add(where, "请写明理由。", "Give the reason.")


def _site(site: SiteInputs, found: Faults) -> None:
    for zh, en in list(headcount_faults(site.headcount).values())[:1]:
        found.add(f"sites.{site.id}", f"{site.name}：{zh}", f"{site.name}: {en}")
    for pct, reason in (
        (site.repetitive_reduction_pct, site.repetitive_reason),
        (site.central_reduction_pct, site.central_reason),
    ):
        if not 0 <= pct <= 100:
            found.add(f"sites.{site.id}", "应在 0–100 % 之间。", "A percentage from 0 to 100.")
        if pct and not reason.strip():
            found.add(f"sites.{site.id}", "请写明减少的理由。", "Give the reason to reduce.")


def _limits(rulebook: Rulebook) -> dict[str, tuple[float, float]]:
    """Factor → the percentages it may take."""
    up, _ = rulebook.value("iaf-md5", "factors_up")
    down, _ = rulebook.value("iaf-md5", "factors_down")
    added = {each["code"]: (0.0, float(each["most_pct"])) for each in up}
    saved = {each["code"]: (-float(each["most_pct"]), 0.0) for each in down}
    return added | saved
