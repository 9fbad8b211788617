"""What evidence knows of a case: one module per theme, joined into one source."""

from collections.abc import Callable, Iterator
from uuid import UUID

from mingjian.evidence.facts.confidentiality import confidentiality
from mingjian.evidence.facts.keeping import keeping
from mingjian.evidence.facts.requests import requests
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of

THEMES: tuple[Callable[[Viewer, AuditCase], Iterator[CaseFact]], ...] = (
    confidentiality,
    requests,
    keeping,
)
"""In the order in which the page of a case lists them."""


class EvidenceFacts:
    """Implements ``kit.cases.CaseFacts``."""

    def facts(self, viewer: Viewer, case_id: UUID) -> Iterator[CaseFact]:
        case = case_of(viewer, case_id)
        for theme in THEMES:
            yield from theme(viewer, case)
