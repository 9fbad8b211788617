"""Effective number of personnel: everybody in the scope, part-timers by their hours."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from mingjian.programme.rules.audit_time.inputs import SiteInputs
from mingjian.programme.rules.audit_time.rulebook import Rulebook, exact


def effective(sites: Iterable[SiteInputs], rulebook: Rulebook) -> int:
    """People of these sites together, rounded up; repetitive roles reduced where justified."""
    return max(1, ceil(sum((_at(site, rulebook) for site in sites), Fraction(0))))


def _at(site: SiteInputs, rulebook: Rulebook) -> Fraction:
    day, _ = rulebook.number("iaf-md5", "full_day_hours")
    most, _ = rulebook.number("iaf-md5", "max_repetitive_reduction_pct")
    count = site.headcount
    part_time = count.part_time * exact(count.part_time_hours) / day
    everybody = count.full_time + count.contractors + part_time
    reduction = min(exact(site.repetitive_reduction_pct), most) / 100
    return max(everybody - count.repetitive * reduction, Fraction(0))
