"""Audit time of random applications under two editions of the rules, every difference explained.

There is no peer to run: what is measured is that a result replays to the same lines, that an
edition's effect is traced to the values it changed, and what a calculation costs.
"""

import copy
import random
import sys
import time
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "backend"))

from figures import figure
from mingjian.programme.rules.audit_time import (
    Factor,
    Inputs,
    Result,
    Rulebook,
    SchemeInputs,
    SiteInputs,
    audit_time,
    codes_for,
)
from mingjian.programme.rules.audit_time.comparison import compared, unexplained
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.differences import changed_parameters
from mingjian.programme.rules.packs.faults import faults
from mingjian.programme.rules.packs.shipped import shipped_packs

APPLICATIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
COMPLEXITIES = {"EMS": ["high", "medium", "low", "limited"], "OHSMS": ["high", "medium", "low"]}
KINDS = ("stage_1", "stage_2", "surveillance", "recertification")
DOWN = ("mature", "known", "automated", "not_designing", "prepared")
UP = ("regulated", "complex", "language")
SEED = 20_261_123


def main() -> None:
    chance = random.Random(SEED)  # repeatable, no secret
    applications = [application(chance) for _ in range(APPLICATIONS)]
    old, new = shipped(), next_edition()
    changed = {
        name for code in old.packs for name in changed_parameters(old.packs[code], new.packs[code])
    }
    before, seconds = timed(applications, old)
    after, _ = timed(applications, new)
    again, _ = timed(applications, old)
    pairs = list(zip(before, after, strict=True))
    changes = [compared(one, other, changed) for one, other in pairs]
    figure("applications", len(applications), "n")
    figure("changed_values", len(changed), "n")
    figure("results_that_differ", sum(one.days != other.days for one, other in pairs), "n")
    figure("lines_that_differ", sum(map(len, changes)), "n")
    figure("unexplained_lines", sum(len(unexplained(each)) for each in changes), "n", "<=", 0)
    same = sum(one.stored() == other.stored() for one, other in zip(before, again, strict=True))
    figure("replayed_alike", same / len(before) * 100, "%", ">=", 100)
    figure("calculation_p95", quantiles(seconds, n=20)[-1] * 1000, "ms", "<=", 5)


def timed(applications: list[Inputs], book: Rulebook) -> tuple[list[Result], list[float]]:
    results, seconds = [], []
    for each in applications:
        start = time.process_time()
        results.append(audit_time(each, book))
        seconds.append(time.process_time() - start)
    return results, seconds


def shipped() -> Rulebook:
    """The newest shipped edition of every document."""
    newest = {pack.code: pack for pack in shipped_packs()}
    return Rulebook({code: newest[code] for code in codes_for("CN", ["QMS"])})


def next_edition() -> Rulebook:
    """An invented next edition: a table's band, two limits and the body's uplift change."""
    packs = dict(shipped().packs)
    for code, name, value in (
        ("iaf-md5", "max_reduction_pct", 25),
        ("iaf-md11", "max_integration_reduction_pct", 15),
        ("body", "remote_uplift_pct", 20),
    ):
        packs[code] = with_value(packs[code], name, value)
    table = copy.deepcopy(dict(packs["iaf-md5"].parameters["qms_table"]))
    table["rows"][6][2] += 0.5
    packs["iaf-md5"] = with_value(packs["iaf-md5"], "qms_table", table)
    return Rulebook(packs)


def with_value(pack: Pack, name: str, value: object) -> Pack:
    content = copy.deepcopy(dict(pack.content))
    group = next(each for each in content["groups"] if name in each["values"])
    group["values"][name] = value
    if faults(content):
        raise ValueError(f"the invented edition of {pack.code} is not a sound pack")
    return Pack.of(content)


def application(chance: random.Random) -> Inputs:
    """One to four schemes, one to six sites, some factors, any kind and mode."""
    chosen = chance.sample(("QMS", "EMS", "OHSMS", "ISMS"), chance.randint(1, 4))
    sites = tuple(site(chance, number) for number in range(chance.randint(1, 6)))
    return Inputs(
        kind=chance.choice(KINDS),
        mode=chance.choice(("on_site", "remote", "hybrid")),
        schemes=tuple(scheme(chance, code) for code in chosen),
        sites=sites,
        is_sampled=len(sites) > 2 and chance.random() < 0.4,
        integration_pct=chance.choice((0, 40, 80, 100)),
        ability_pct=chance.choice((50, 100)),
        remote_share_pct=chance.choice((30, 50, 100)),
    )


def scheme(chance: random.Random, code: str) -> SchemeInputs:
    codes = chance.sample(DOWN, chance.randint(0, 4)) + chance.sample(UP, chance.randint(0, 1))
    factors = tuple(
        Factor(code=each, pct=10 if each in UP else -10, reason="application") for each in codes
    )
    complexity = chance.choice(COMPLEXITIES.get(code, [""]))
    return SchemeInputs(scheme=code, complexity=complexity, factors=factors)


def site(chance: random.Random, number: int) -> SiteInputs:
    people = int(chance.paretovariate(0.7) * 10)
    return SiteInputs(
        id=f"{number}",
        name=f"site {number}",
        headcount=Headcount(full_time=min(people, 12_000), part_time=chance.randint(0, 9)),
        is_central=number == 0,
        visited=number == 0 or chance.random() < 0.6,
        central_reduction_pct=0 if number == 0 else chance.choice((0, 10, 20)),
        central_reason="handled centrally",
    )


if __name__ == "__main__":
    main()
