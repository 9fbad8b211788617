"""Requests for keys that wait for the second person's word, or to be taken."""

from collections.abc import Iterator

from mingjian.evidence.models import ExportState
from mingjian.evidence.queries.key_exports import LASTS, is_lapsed, key_exports
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem

APPROVE = Rule("key_exports", "A")


class WaitingKeyExports:
    """For whoever may approve what somebody else asked for, and for whoever may take it."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        approves = bool(authority().grants(viewer, APPROVE))
        for row in key_exports(viewer).filter(state__in=[ExportState.ASKED, ExportState.APPROVED]):
            is_mine = row.asked_by_id == viewer.person_id
            if row.state == ExportState.ASKED and approves and not is_mine:
                title = Words("密钥导出等待批准", "A key export waits for approval")
                verb, due = Words("处理", "Decide"), row.asked_at + LASTS
            elif row.state == ExportState.APPROVED and is_mine and not is_lapsed(row):
                title = Words("已批准的密钥等待取走", "An approved key waits to be taken")
                verb, due = Words("取走", "Take it"), (row.decided_at or row.asked_at) + LASTS
            else:
                continue
            yield WorkItem(
                key=f"key_export:{row.id}:{row.state}",
                title=title,
                verb=verb,
                href=f"/keys?export={row.id}",
                due=due.date(),
                subject=row.case.number,
            )
