"""May this audit be remote? The machine proposes by the rules and says why (S09).

Every ground names its source, so that a person can follow it there and disagree.
"""

from mingjian.programme.rules.feasibility.known import (
    CONDITIONS_CODE,
    Answers,
    Condition,
    Ground,
    Known,
    Proposal,
    SceneVerdict,
)
from mingjian.programme.rules.feasibility.proposal import propose

__all__ = [
    "CONDITIONS_CODE",
    "Answers",
    "Condition",
    "Ground",
    "Known",
    "Proposal",
    "SceneVerdict",
    "propose",
]
