"""Which tool a remote audit should use: safe enough first, then the client's own, then the best.

The client's own or habitual tool comes first (S22), for people audit well with what they know.
But what falls below the security floor is used by nobody, whoever likes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from mingjian.kit.words import Words

ASPECTS = ("convenience", "ease", "cost", "security")
ASPECT_WORDS = {
    "convenience": Words("获取便利性", "Convenience"),
    "ease": Words("易用性", "Ease of use"),
    "cost": Words("经济性", "Cost"),
    "security": Words("安全性", "Security"),
}


@dataclass(frozen=True, slots=True)
class ToolRules:
    """Parameters of the rule pack ``ict``."""

    weights: Mapping[str, int]
    floor: int
    review_months: int
    stamp: str

    @staticmethod
    def of(parameters: Mapping[str, Any], stamp: str) -> "ToolRules":
        return ToolRules(
            weights=parameters["tool_weights"],
            floor=parameters["security_floor"],
            review_months=parameters["assessment_months"],
            stamp=stamp,
        )

    def total(self, scores: Mapping[str, int]) -> Decimal:
        """The weighted mean of the four scores, to two places."""
        weighed = sum(self.weights[aspect] * scores[aspect] for aspect in ASPECTS)
        mean = Decimal(weighed) / sum(self.weights[aspect] for aspect in ASPECTS)
        return mean.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A tool as the advice sees it; without an assessment it has no scores."""

    id: UUID
    name: str
    is_clients: bool
    security: int | None
    total: Decimal | None
    review_by: date | None
    has_incident: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said about one candidate."""

    candidate: Candidate
    is_usable: bool
    is_first: bool
    is_overdue: bool
    words: Words


def advise(candidates: Iterable[Candidate], floor: int, on: date) -> list[Advice]:
    """The candidates in the order in which they should be taken, each with its reason."""
    ranked = sorted(candidates, key=lambda each: _rank(each, floor))
    return [
        Advice(
            each,
            is_usable=is_usable(each, floor),
            is_first=place == 0 and is_usable(each, floor),
            is_overdue=is_overdue(each, on),
            words=_words(each, floor, is_first=place == 0),
        )
        for place, each in enumerate(ranked)
    ]


def is_usable(candidate: Candidate, floor: int) -> bool:
    """Assessed, and at or above the security floor."""
    return candidate.security is not None and candidate.security >= floor


def is_overdue(candidate: Candidate, on: date) -> bool:
    """Assessed too long ago, or before something went wrong."""
    late = candidate.review_by is not None and candidate.review_by < on
    return late or (candidate.security is not None and candidate.has_incident)


def _rank(each: Candidate, floor: int) -> tuple[bool, bool, Decimal, str]:
    return (not is_usable(each, floor), not each.is_clients, -(each.total or Decimal(0)), each.name)


def _words(each: Candidate, floor: int, *, is_first: bool) -> Words:
    if each.security is None:
        return Words("尚未评价，不能选用。", "Not assessed yet: not to be used.")
    if each.security < floor:
        return Words(
            f"安全性 {each.security} 分，低于下限 {floor} 分，不得使用。",
            f"Security {each.security} is below the floor of {floor}: not to be used.",
        )
    if each.is_clients and is_first:
        return Words(
            f"客户自有或惯用工具，安全性 {each.security} 分，不低于下限 {floor} 分：优先选用。",
            f"The client's own or habitual tool, security {each.security}, floor {floor}: "
            "take it first.",
        )
    if is_first:
        return Words(
            f"没有可用的客户自有工具；本工具综合得分最高（{each.total}）。",
            f"No usable tool of the client; this one has the best score ({each.total}).",
        )
    return Words(f"可用，综合得分 {each.total}。", f"May be used; overall score {each.total}.")
