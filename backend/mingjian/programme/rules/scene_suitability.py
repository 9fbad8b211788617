"""Which scene may be audited remotely for which scheme, by the body's own rules (S06)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from mingjian.kit.words import Words
from mingjian.programme.rules.packs import Pack

CODE = "ict-suitability"
"""The rule pack that holds the red list and the thresholds."""

FACTORS: dict[str, Words] = {
    "complexity": Words("过程复杂", "Complex process"),
    "automation": Words("自动化程度低", "Little automation"),
    "informatisation": Words("信息化程度低", "Few IT records"),
    "confidentiality": Words("保密要求高", "Highly confidential"),
    "environment": Words(
        "环境不利（噪声、光线、网络）", "Poor surroundings (noise, light, network)"
    ),
}
"""Each scored 0 (no hindrance), 1 or 2 (a strong one)."""
WORST_SCORE = 2


class Suitability(TextChoices):
    """From best to worst."""

    REMOTE_OK = "remote_ok", "可远程"
    LIMITED = "limited", "有限"
    FORBIDDEN = "forbidden", "须现场"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the rules say of one scene for one scheme, and where they say it."""

    verdict: str
    why: Words
    clause: str
    stamp: str

    def stored(self) -> dict[str, str]:
        """As the case keeps it; the stamp says under which rules it was found."""
        return {
            "verdict": self.verdict,
            "zh": self.why.zh,
            "en": self.why.en,
            "clause": self.clause,
            "stamp": self.stamp,
        }


def default_verdict(pack: Pack, scheme: str, scene: str, factors: Mapping[str, int]) -> Verdict:
    """Red list first, then visits, then limits; quality is judged by its five factors."""
    lists = (
        ("red_list", Suitability.FORBIDDEN),
        ("visit_needed", Suitability.FORBIDDEN),
        ("with_limits", Suitability.LIMITED),
    )
    for name, verdict in lists:
        if scene in pack.parameters[name].get(scheme, ()):
            return _verdict(pack, name, verdict, WHY[name])
    if scheme in pack.parameters["by_factors"]:
        return by_factors(pack, factors)
    why = Words("不在限制场景之列", "On none of the lists of restricted scenes")
    return _verdict(pack, "red_list", Suitability.REMOTE_OK, why)


WHY = {
    "red_list": Words("限制场景，须到现场", "On the red list: to be visited"),
    "visit_needed": Words("物理安全须到现场查看", "Physical security is looked at on site"),
    "with_limits": Words("画面不能代替现场感受", "A picture does not show all of this place"),
}


def by_factors(pack: Pack, factors: Mapping[str, int]) -> Verdict:
    """The sum of the five scores; one strong hindrance alone is a limit already."""
    scores = {name: int(factors.get(name, 0)) for name in FACTORS}
    total, values = sum(scores.values()), pack.parameters
    verdict = Suitability.REMOTE_OK
    if total >= values["limited_from"] or max(scores.values()) >= values["limited_alone"]:
        verdict = Suitability.LIMITED
    if total >= values["forbidden_from"]:
        verdict = Suitability.FORBIDDEN
    named = [FACTORS[name] for name, score in scores.items() if score]
    if not named:
        return _verdict(
            pack, "by_factors", verdict, Words("没有不利因素", "Nothing speaks against it")
        )
    why = Words(
        f"{'、'.join(each.zh for each in named)}（{total} 分）",
        f"{'; '.join(each.en for each in named)} ({total} points)",
    )
    return _verdict(pack, "by_factors", verdict, why)


def are_factors(factors: Mapping[str, Any]) -> bool:
    """Known names, each scored 0, 1 or 2."""
    return set(factors) <= set(FACTORS) and all(
        isinstance(score, int) and 0 <= score <= WORST_SCORE for score in factors.values()
    )


def worst(verdicts: Iterable[str]) -> str:
    """The strictest of several verdicts; remote where there is none."""
    order = list(Suitability.values)
    return max(verdicts, key=order.index, default=Suitability.REMOTE_OK.value)


def _verdict(pack: Pack, parameter: str, verdict: Suitability, why: Words) -> Verdict:
    cited = pack.cite(parameter)
    return Verdict(verdict=verdict.value, why=why, clause=cited.clause, stamp=pack.stamp)
