"""Holders of the offline copies that wait for the second person's word."""

from collections.abc import Iterator
from datetime import timedelta

from mingjian.evidence.models import HolderState
from mingjian.evidence.queries.key_holders import key_holders
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem

APPROVE = Rule("key_exports", "A")
SOON = timedelta(days=7)


class WaitingKeyHolders:
    """For whoever may approve whom somebody else named."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, APPROVE):
            return
        waiting = key_holders(viewer).filter(state=HolderState.ASKED)
        for row in waiting.exclude(asked_by_id=viewer.person_id):
            yield WorkItem(
                key=f"key_holder:{row.id}",
                title=Words("离线恢复副本的保管人待批准", "A holder of offline copies to approve"),
                verb=Words("处理", "Decide"),
                href="/keys",
                due=(row.asked_at + SOON).date(),
                subject=row.name,
            )
