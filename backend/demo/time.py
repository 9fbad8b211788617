"""The surveillance's audit time, explained; and a new edition of the body's rules in draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING

from mingjian.programme.queries.rule_packs import digest_of, pack
from mingjian.programme.services import draft_rule_pack, save_audit_time, update_rule_pack

if TYPE_CHECKING:
    from demo.story import Story

CHOICES = {
    "schemes": [{"scheme": "QMS"}, {"scheme": "EMS", "complexity": "medium"}],
    "integration_pct": 100,
}
"""86 people: 7.0 + 8.0, integrated −20 % = 12.0, a third = 4.0, remote +10 % = 4.4 → 4.5."""


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 54, partial(_audit_time, story)
    yield 4, partial(_next_edition, story)


def _audit_time(story: Story) -> None:
    save_audit_time(
        viewer=story.acting("zhaominhua"),
        case_id=story.cases["huayuan-2"],
        number=0,
        values=CHOICES,
    )


def _next_edition(story: Story) -> None:
    """A draft that waits for the programme manager: remote audits shall take 15 % more."""
    admin = story.acting("linxiaofeng")
    draft = draft_rule_pack(
        viewer=admin,
        based_on=digest_of(pack(admin, "body").stamp),
        edition="2027（试行）",
        effective_from=story.day(3),
    )
    content = deepcopy(draft.content)
    uplift = next(group for group in content["groups"] if group["name"] == "remote")
    uplift["values"]["remote_uplift_pct"] = 15
    update_rule_pack(viewer=admin, pack_id=draft.id, version=draft.version, content=content)
