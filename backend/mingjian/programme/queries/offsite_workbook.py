"""The checklist of off-site information as an Excel workbook."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse

from mingjian.kit.access import Viewer
from mingjian.kit.excel import workbook_response
from mingjian.kit.words import Words, in_language
from mingjian.programme.models import AuditCase, ItemState
from mingjian.programme.queries.offsite import information_view

HEADINGS = (
    ("项目", "Item"),
    ("说明", "Hint"),
    ("由谁提供", "From"),
    ("状态", "State"),
    ("期限", "Due"),
    ("答复", "Answer"),
    ("链接", "Link"),
    ("通过证据库移交", "Through the vault"),
    ("答复人", "Answered by"),
    ("答复时间", "Answered at"),
    ("分析", "Analysis"),
)
FROM = {"client": Words("客户", "Client"), "body": Words("认证机构", "Body")}
STATES: dict[str, Words] = {
    ItemState.OPEN: Words("待收集", "To be collected"),
    ItemState.REQUESTED: Words("已请客户提供", "Requested"),
    ItemState.ANSWERED: Words("已答复", "Answered"),
    ItemState.NOT_NEEDED: Words("不适用", "Not needed"),
}


def information_workbook(viewer: Viewer, case: AuditCase) -> HttpResponse:
    """The items with their answers, and on a second sheet what is known from elsewhere."""
    view = information_view(viewer, case)
    facts = [[fact["source"], str(fact["seen_on"]), fact["statement"]] for fact in view["facts"]]
    head = [str(Words("来源", "Source")), str(Words("日期", "Day")), str(Words("事实", "Fact"))]
    return workbook_response(
        f"审核前信息 {case.number}",
        [in_language(heading) for heading in HEADINGS],
        _rows(view),
        notes=[head, *facts] if facts else (),
    )


def _rows(view: dict[str, Any]) -> Iterator[list[Any]]:
    for item in view["items"]:
        notes = [note["text"] for note in view["notes"] if note["item_id"] == item["id"]]
        yield [
            item["title"],
            item["hint"],
            str(FROM[item["asked_of"]]),
            str(STATES[item["state"]]),
            *(item[name] for name in ("due_on", "answer", "link", "by_vault")),
            *(item[name] for name in ("answered_by", "answered_at")),
            "\n".join(notes),
        ]
