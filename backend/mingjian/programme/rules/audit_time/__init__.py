"""How long an audit takes: pure functions of inputs and rule packs, explained line by line."""

from mingjian.programme.rules.audit_time.calculation import audit_time
from mingjian.programme.rules.audit_time.inputs import Factor, Inputs, SchemeInputs, SiteInputs
from mingjian.programme.rules.audit_time.result import Line, Result
from mingjian.programme.rules.audit_time.rulebook import Rulebook, codes_for

__all__ = [
    "Factor",
    "Inputs",
    "Line",
    "Result",
    "Rulebook",
    "SchemeInputs",
    "SiteInputs",
    "audit_time",
    "codes_for",
]
