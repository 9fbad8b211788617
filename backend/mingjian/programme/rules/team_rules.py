"""What competence, impartiality and rotation ask for, as the rule pack ``team`` says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRules:
    """The parameters of the pack ``team``, typed."""

    role_covers: Mapping[str, frozenset[str]]
    """Qualified as → the team roles that this lets somebody fill."""
    separator: str
    """What parts a technical code from its parent: ``17`` covers ``17.06``."""
    alert_days: tuple[int, ...]
    cooling_off_years: Mapping[str, int]
    """Kind of interest → years after its end in which it still excludes."""
    watched: frozenset[str]
    """Kinds of interest that are shown but exclude nobody by themselves."""
    lead_rotation: int
    """After so many audits of a client in a row led by one person, another is due."""
    clauses: Mapping[str, str]
    """Where each demand is written."""

    @staticmethod
    def of(parameters: Mapping[str, Any]) -> "TeamRules":
        covers = parameters["role_covers"]
        return TeamRules(
            role_covers={role: frozenset(filled) for role, filled in covers.items()},
            separator=parameters["separator"],
            alert_days=tuple(parameters["alert_days"]),
            cooling_off_years=dict(parameters["cooling_off_years"]),
            watched=frozenset(parameters["watched"]),
            lead_rotation=parameters["lead_rotation"],
            clauses=dict(parameters["clauses"]),
        )
