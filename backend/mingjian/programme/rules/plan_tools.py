"""How a tool that a plan's item may name stands on the audit: chosen, to be had, or refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mingjian.kit.words import Words
from mingjian.programme.rules.methods import TOOLS
from mingjian.programme.rules.tools import Advice

Standing = Literal["chosen", "open", "refused", "former"]
STANDINGS: tuple[Standing, ...] = ("chosen", "open", "refused", "former")
"""In the order in which a form offers them; ``former`` only where an item names it already."""
FORMER = Words("不在现用的工具目录中。", "Not in the catalogue of tools in use.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTool:
    """One tool, as a plan's form and its checks see it."""

    code: str
    """What the item holds: an id of the catalogue, or an older plan's code of ``TOOLS``."""
    name: Words
    standing: Standing
    words: Words
    """What the assessment says about it."""
    kind: str = ""
    is_overdue: bool = False


def of_the_catalogue(kind: str, advice: Advice, *, is_chosen: bool) -> PlanTool:
    """What falls below the security floor is refused, even if it was chosen once."""
    each = advice.candidate
    standing: Standing = "chosen" if is_chosen else "open"
    return PlanTool(
        code=str(each.id),
        name=Words(each.name, each.name),
        standing=standing if advice.is_usable else "refused",
        words=advice.words,
        kind=kind,
        is_overdue=advice.is_overdue,
    )


def former(code: str, name: str | None) -> PlanTool:
    """What an item named before there was a catalogue, or a tool that is out of use."""
    words = Words(name, name) if name else Words(*TOOLS.get(code, (code, code)))
    return PlanTool(code=code, name=words, standing="former", words=FORMER)


def in_order(tools: Iterable[PlanTool]) -> list[PlanTool]:
    """Chosen ones first; the advice's order stays within each standing."""
    return sorted(tools, key=lambda each: STANDINGS.index(each.standing))
