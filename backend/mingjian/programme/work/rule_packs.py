"""What waits for whom among the rule packs: drafts that a second person has to release."""

from collections.abc import Iterator

from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import PackState
from mingjian.programme.queries.rule_packs import rule_pack_rows
from mingjian.programme.rules.packs import Pack

APPROVE = Rule("rule_packs", "A")


class WaitingPacks:
    """Drafts of somebody else, for whoever may release them."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, APPROVE):
            return
        for row in rule_pack_rows(viewer):
            if row.state == PackState.DRAFT and row.author_id != viewer.person_id:
                yield WorkItem(
                    key=f"rule_pack:{row.id}",
                    title=Words("规则包草稿等待复核和发布", "A rule pack draft waits for release"),
                    verb=Words("查看差异", "See the differences"),
                    href=f"/rule-packs/{row.id}",
                    due=row.effective_from,
                    subject=f"{Pack.of(row.content).title} · {row.edition}",
                )
