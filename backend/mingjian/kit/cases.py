"""What an audit case still lacks: every stage contributes what it knows, guards and screens ask.

A fact belongs to one step of the case's bar. Where it names a ``gate``, the case cannot reach
that state before the fact is met; a fact without a gate is advice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports
from mingjian.kit.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFact:
    """One thing that must, or should, be so before a case goes on."""

    key: str
    """Stable, e.g. ``plan.time``."""
    step: str
    """A step of the bar: survey, feasibility, plan, test, conduct, report or decision."""
    is_met: bool
    words: Words
    """Met: what is so, in a few words. Not met: one sentence saying what is missing."""
    gate: str = ""
    """The state of the case that needs it; empty: it warns and stops nothing."""
    role: str = ""
    """The role that can mend it."""
    href: str = ""
    """The page of the web client where it is mended."""
    verb: Words | None = None
    """What to do there: "Add to the plan"."""


class CaseFacts(Protocol):
    """A stage's knowledge of one case."""

    def facts(self, viewer: Viewer, case_id: UUID) -> Iterable[CaseFact]: ...


case_facts: Ports[CaseFacts] = Ports("case_facts")


def facts_of_case(viewer: Viewer, case_id: UUID) -> list[CaseFact]:
    """Everything that is known of the case, in the order in which the stages were plugged in."""
    return [fact for source in case_facts() for fact in source.facts(viewer, case_id)]
