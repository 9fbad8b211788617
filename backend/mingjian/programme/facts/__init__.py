"""What planning knows of a case: one module per theme, joined into one source."""

from collections.abc import Callable, Iterator
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.programme.facts.basics import basics
from mingjian.programme.facts.cycle import cycle
from mingjian.programme.facts.feasibility import feasibility
from mingjian.programme.facts.offsite import information
from mingjian.programme.facts.plan import plan
from mingjian.programme.facts.risk import risk
from mingjian.programme.facts.surveys import surveys
from mingjian.programme.facts.team import team
from mingjian.programme.facts.time import time
from mingjian.programme.facts.tools import tools
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of

THEMES: tuple[Callable[[Viewer, AuditCase], Iterator[CaseFact]], ...] = (
    basics,
    information,
    risk,
    surveys,
    feasibility,
    team,
    plan,
    tools,
    cycle,
    time,
)
"""In the order in which the page of a case lists them."""


class PlanningFacts:
    """Implements ``kit.cases.CaseFacts``."""

    def facts(self, viewer: Viewer, case_id: UUID) -> Iterator[CaseFact]:
        case = case_of(viewer, case_id)
        for theme in THEMES:
            yield from theme(viewer, case)
