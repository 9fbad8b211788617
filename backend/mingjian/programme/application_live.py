"""What open pages hear of applications."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.models import (
    ApplicationMessage,
    ApplicationTime,
    Contract,
    ContractReview,
    Quote,
)
from mingjian.programme.queries.applications import applications
from mingjian.programme.queries.invoices import invoices


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    """The rows that hang on an application whose page the viewer may open."""
    mine = applications(viewer).order_by()
    yield from mine.filter(id__in=ids).values_list("id", flat=True)
    yield from invoices(viewer).filter(id__in=ids).values_list("id", flat=True)
    for model in (ContractReview, ApplicationTime, ApplicationMessage, Quote, Contract):
        rows = model._base_manager.filter(id__in=ids, application__in=mine)
        yield from rows.values_list("id", flat=True)


TOPICS = (
    Topic(
        "applications",
        Rule("applications", "R"),
        _visible,
        frozenset(
            {
                "programme.application",
                "programme.contractreview",
                "programme.applicationtime",
                "programme.applicationmessage",
                "programme.quote",
                "programme.contract",
                "programme.invoice",
            }
        ),
    ),
)
