"""The rules of ICT competence that are in force for a body on a day."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from mingjian.kit.access import Viewer
from mingjian.programme.rules.ict import IctRules

PACK = Path(__file__).parents[1] / "rule_data" / "packs" / "ict.json"


def ict_rules(viewer: Viewer, on: date | None = None) -> IctRules:
    return _shipped()


@cache
def _shipped() -> IctRules:
    return IctRules.of(json.loads(PACK.read_text())["parameters"])
