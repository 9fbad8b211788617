"""``/api/work``: what waits for the viewer."""

from datetime import date
from typing import Any

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, signed_in
from mingjian.kit.schema import Schema
from mingjian.kit.work import WorkItem, work_of

router = Router(tags=["work"])


class WorkItemOut(Schema):
    key: str
    title: str
    verb: str
    href: str
    due: date | None
    subject: str


@router.get("", response=list[WorkItemOut])
@signed_in
def list_work(request: AuthorisedRequest) -> Any:
    """Sorted by due date; things without one come last."""
    return [_render(item) for item in work_of(request.viewer)]


def _render(item: WorkItem) -> dict[str, Any]:
    return {
        "key": item.key,
        "title": str(item.title),
        "verb": str(item.verb),
        "href": item.href,
        "due": item.due,
        "subject": item.subject,
    }
