"""The rules of due windows that are in force for a body on a day."""

from datetime import date

from mingjian.kit.access import Viewer
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.rules.cycle import CycleRules
from mingjian.programme.rules.packs import Pack

FIRST = "first_surveillance_months"


def cycle_rules(viewer: Viewer, jurisdiction: str, on: date | None = None) -> CycleRules:
    """ISO/IEC 17021-1, where the Chinese rules do not say otherwise, and the body's lead times."""
    general, own = pack(viewer, "iso-17021-1", on), pack(viewer, "cycle", on)
    if jurisdiction != "CN":
        return CycleRules.of(general.parameters, own.parameters, (_clause(general, FIRST),) * 2)
    national = pack(viewer, "cn-qms", on)
    due = {**general.parameters, **national.parameters}
    clauses = (_clause(national, FIRST), _clause(national, "forbidden_modes"))
    return CycleRules.of(due, own.parameters, clauses)


def _clause(source: Pack, name: str) -> str:
    cited = source.cite(name)
    return f"{cited.edition} {cited.clause}"
