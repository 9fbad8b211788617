"""Letters about evidence requests, and answers by what was uploaded for them."""

from datetime import timedelta
from uuid import UUID

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.request_reminders import due_soon, overdue
from mingjian.evidence.services.request_letters import (
    remind_of_requests,
    tell_of_requests,
    warn_of_requests,
)
from mingjian.evidence.services.requests import hand_over_sealed
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope

EVERY = timedelta(minutes=5)


@job("evidence.tell_of_requests", zh="告知证据请求", en="Tell of evidence requests")
def tell_client(*, owner_id: UUID, case_id: UUID) -> None:
    with completing():
        tell_of_requests(viewer=viewer(), case_id=case_id)


@job("evidence.answer_request", zh="登记证据请求的答复", en="Note the answer to a request")
def answer_request(*, owner_id: UUID, item_id: UUID) -> None:
    """The item says for which request it was uploaded."""
    with completing():
        item = EvidenceItem.objects.get(owner_id=owner_id, id=item_id)
        asked = texts_of(item).get("circumstances", {}).get("request")
        if asked:
            hand_over_sealed(viewer=viewer(), item=item, request_id=UUID(str(asked)))


@periodic(
    "evidence.arrange_request_reminders",
    every=EVERY,
    zh="安排证据请求催办",
    en="Arrange reminders of evidence requests",
)
def arrange_request_reminders() -> None:
    """One job for each body that owes its clients a letter, at most one per interval."""
    minute = clock.now().replace(second=0, microsecond=0)
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            enqueue(remind_clients, owner_id=owner_id, key=f"{owner_id}:{minute:%Y%m%d%H%M}")


@job("evidence.remind_of_requests", zh="催办证据请求", en="Remind of evidence requests")
def remind_clients(*, owner_id: UUID) -> None:
    with completing():
        for case_id in {row.case_id for row in due_soon(viewer())}:
            remind_of_requests(viewer=viewer(), case_id=case_id)
        for case_id in set(overdue(viewer()).values_list("case_id", flat=True)):
            warn_of_requests(viewer=viewer(), case_id=case_id)
