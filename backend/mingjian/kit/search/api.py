"""``/api/search``: one box for everything the viewer may read."""

from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from mingjian.kit.access import AuthorisedRequest, signed_in
from mingjian.kit.schema import Schema
from mingjian.kit.search import search_sources

HITS_PER_KIND = 6
SearchText = Annotated[str, Field(min_length=1, max_length=100)]

router = Router(tags=["search"])


class HitOut(Schema):
    key: str
    title: str
    subtitle: str
    href: str


class HitsOut(Schema):
    kind: str
    title: str
    hits: list[HitOut]


@router.get("", response=list[HitsOut])
@signed_in
def search(request: AuthorisedRequest, q: Query[SearchText]) -> Any:
    """Hits by kind, in the order the stages come; kinds without a hit are left out."""
    groups = [
        {
            "kind": source.kind,
            "title": str(source.title),
            "hits": list(source.search(request.viewer, q.strip(), HITS_PER_KIND)),
        }
        for source in search_sources()
    ]
    return [group for group in groups if group["hits"]]
