"""The rules of due windows that are in force for a body on a day."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from mingjian.kit.access import Viewer
from mingjian.programme.rules.cycle import CycleRules

PACK = Path(__file__).parents[1] / "rule_data" / "packs" / "cycle.json"


def cycle_rules(viewer: Viewer, jurisdiction: str, on: date | None = None) -> CycleRules:
    return _shipped(jurisdiction)


@cache
def _shipped(jurisdiction: str) -> CycleRules:
    return CycleRules.of(json.loads(PACK.read_text())["parameters"], jurisdiction)
