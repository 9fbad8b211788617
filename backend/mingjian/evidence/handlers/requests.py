"""Reactions around evidence requests: the client is told, what was uploaded becomes an answer."""

from mingjian.evidence.events import EvidenceAsked, EvidenceSealed
from mingjian.evidence.jobs.requests import answer_request, tell_client
from mingjian.kit.jobs import enqueue


def tell_when_asked(event: EvidenceAsked) -> None:
    """The first job tells of everything that was asked; the next ones find nothing to tell."""
    key = str(event.request_id)
    enqueue(tell_client, owner_id=event.owner_id, case_id=event.case_id, key=key)


def answer_when_sealed(event: EvidenceSealed) -> None:
    key = str(event.item_id)
    enqueue(answer_request, owner_id=event.owner_id, item_id=event.item_id, key=key)
