"""The rules of ICT competence that are in force for a body on a day."""

from datetime import date

from mingjian.kit.access import Viewer
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.rules.ict import IctRules


def ict_rules(viewer: Viewer, on: date | None = None) -> IctRules:
    found = pack(viewer, "ict", on)
    return IctRules.of(found.parameters, found.cite("competence_items").clause)
