"""Reactions around samples: a list that was asked for is taken, read, and drawn from."""

from mingjian.evidence.events import DrawBegun, EvidenceExamined, EvidenceProvided, ListGiven
from mingjian.evidence.jobs.sampling import draw_sample, read_list, take_examined_list, take_list
from mingjian.evidence.models import EvidenceRequest, SampleList
from mingjian.evidence.queries.samples import POPULATION
from mingjian.kit.jobs import enqueue


def take_when_provided(event: EvidenceProvided) -> None:
    """Handed over again after it was returned, it is another delivery."""
    row = EvidenceRequest.objects.get(id=event.request_id)
    if row.source == POPULATION:
        key = f"{row.id}:{row.version}"
        enqueue(take_list, owner_id=event.owner_id, request_id=row.id, key=key)


def take_when_examined(event: EvidenceExamined) -> None:
    if SampleList.objects.filter(source_id=event.item_id).exists():
        item = event.item_id
        enqueue(take_examined_list, owner_id=event.owner_id, item_id=item, key=str(item))


def read_when_given(event: ListGiven) -> None:
    given = event.list_id
    enqueue(read_list, owner_id=event.owner_id, list_id=given, key=str(given))


def draw_when_begun(event: DrawBegun) -> None:
    begun = event.draw_id
    enqueue(draw_sample, owner_id=event.owner_id, draw_id=begun, key=str(begun))
