"""The rules of teams that are in force for a body on a day."""

import json
from functools import cache
from pathlib import Path

from mingjian.programme.rules.team_rules import TeamRules

PACK = Path(__file__).parents[1] / "rule_data" / "packs" / "team.json"


def team_rules() -> TeamRules:
    """The shipped edition."""
    return _shipped()


@cache
def _shipped() -> TeamRules:
    return TeamRules.of(json.loads(PACK.read_text())["parameters"])
