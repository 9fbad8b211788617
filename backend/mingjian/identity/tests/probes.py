"""An API for tests only: one operation per right of the matrix, about an object of given facts."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI, Status

from mingjian.identity.matrix import matrix
from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.errors import MingjianError
from mingjian.kit.problems import answer
from mingjian.kit.schema import Input

api = NinjaAPI(title="Probes", urls_namespace="probes", docs_url=None, openapi_url=None)


class FactsInput(Input):
    object_id: UUID | None = None
    audit_id: UUID | None = None
    party_id: UUID | None = None
    people: frozenset[UUID] = frozenset()
    team: frozenset[UUID] = frozenset()
    assigned: frozenset[UUID] = frozenset()
    asked: frozenset[UUID] = frozenset()
    requested_by: frozenset[UUID] = frozenset()
    state: str = ""
    aspect: str = ""
    is_live: bool = False
    is_in_sample: bool = False


@api.exception_handler(MingjianError)
def render_error(request: HttpRequest, error: MingjianError) -> HttpResponse:
    return answer(error)


def _probe(object_: str, right: str) -> None:
    @api.post(f"/{object_}/{right}", response={204: None}, operation_id=f"{object_}_{right}")
    @requires(object_, right)
    def probe(request: AuthorisedRequest, facts: FactsInput) -> Any:
        demand(request, Facts(**facts.model_dump()))
        return Status(204, None)


for _object, _row in matrix().items():
    for _right in {grant.right for grants in _row.values() for grant in grants}:
        _probe(_object, _right)

urlpatterns = [path("probe/", api.urls)]
