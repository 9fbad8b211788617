"""Inputs of audit-time calculations for tests, and the rulebook of the shipped packs."""

from datetime import date
from typing import Any

from mingjian.programme.rules.audit_time import (
    Factor,
    Inputs,
    Rulebook,
    SchemeInputs,
    SiteInputs,
    codes_for,
)
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.rules.packs.shipped import shipped_packs

DAY = date(2026, 11, 23)


def rulebook(jurisdiction: str = "CN", schemes: tuple[str, ...] = ("QMS",)) -> Rulebook:
    codes = codes_for(jurisdiction, schemes)
    held = {pack.code: pack for pack in shipped_packs() if pack.covers(DAY)}
    return Rulebook({code: held[code] for code in codes})


def site(people: int, name: str = "总部", **values: Any) -> SiteInputs:
    headcount = Headcount(full_time=people)
    return SiteInputs(**{"id": name, "name": name, "headcount": headcount, **values})


def scheme(code: str, complexity: str = "", **factors: float) -> SchemeInputs:
    given = tuple(Factor(code=name, pct=pct, reason="有据") for name, pct in factors.items())
    return SchemeInputs(scheme=code, complexity=complexity, factors=given)


def inputs(people: int = 86, *schemes: SchemeInputs, **values: Any) -> Inputs:
    """An initial audit's second stage of one site, QMS only, unless said otherwise."""
    given: dict[str, Any] = {"kind": "surveillance", "sites": (site(people),)}
    return Inputs(**given | {"schemes": schemes or (scheme("QMS"),)} | values)


def demo(**values: Any) -> Inputs:
    """The demo's surveillance: 86 people, QMS and EMS of medium complexity, fully remote."""
    both = (scheme("QMS"), scheme("EMS", "medium"))
    return inputs(86, *both, **{"mode": "remote", "integration_pct": 100, **values})


def choices_of(given: Inputs) -> dict[str, Any]:
    """The part of the inputs that a person chooses, as the API takes it."""
    values = given.stored()
    for own in ("kind", "mode", "jurisdiction"):
        del values[own]
    for each in values["sites"]:
        for own in ("name", "headcount", "is_central"):
            del each[own]
    return values
