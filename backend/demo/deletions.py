"""The end of evidence: one audit deleted with its certificate, one that waits for the second
approval, one on which the client has yet to speak. And the confidentiality of the next audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from mingjian.evidence.models import DeletionOrder, EvidenceItem
from mingjian.evidence.services import deleting
from mingjian.evidence.services.certifying import certify, made_certificate
from mingjian.evidence.services.deletion_orders import (
    approve_order,
    order_deletion,
    release_order,
    review_order,
)
from mingjian.evidence.services.keep_list import set_keep_list
from mingjian.evidence.services.sealing import Given, seal_item
from mingjian.evidence.services.undertakings import give_undertaking
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.services.cases import cancel_case, open_case, update_case

if TYPE_CHECKING:
    from demo.story import Story

CLIENT, MANAGER, QUALITY, ADMINISTRATOR = "liming", "zhaominhua", "xuwenting", "linxiaofeng"
HUAYUAN = "huayuan.example"
DELETED, APPROVED, ASKED = "special-deleted", "special-approved", "special-asked"
NAMES = "车间平面图.txt", "供方名录.txt", "工艺参数表.txt"


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    for days, key in ((75, DELETED), (40, APPROVED), (34, ASKED)):
        yield days, partial(_begin, story, key)
        yield days - 5, partial(_end, story, key)
        yield days - 7, partial(_order, story, key)
    yield 66, partial(_keep_one, story)
    yield 65, partial(_confirm, story, DELETED)
    yield 64, partial(_approve, story, DELETED)
    yield 63, partial(_destroy, story)
    yield 48, partial(_certify, story)
    yield 31, partial(_confirm, story, APPROVED)
    yield 30, partial(_approve, story, APPROVED)
    yield 2, partial(_undertake, story)


def _begin(story: Story, key: str) -> None:
    """A special audit after a complaint, for which the client handed files over at once."""
    manager = story.acting(MANAGER)
    values = {"kind": "special", "mode": "remote", "objectives": "核实投诉所述情况。"}
    case = open_case(viewer=manager, programme_id=story.programmes[HUAYUAN], values=values)
    coordinator = {"coordinator_id": story.people[CLIENT]}
    update_case(viewer=manager, case_id=case.id, version=case.version, values=coordinator)
    story.cases[key] = case.id
    for name in NAMES:
        given = Given(
            kind="file", origin="upload", name=name, media_type="text/plain", is_trusted=True
        )
        source = BytesIO(f"{name}\n演示内容\n".encode() * 40)
        seal_item(viewer=story.acting(CLIENT), case_id=case.id, source=source, given=given)


def _end(story: Story, key: str) -> None:
    why = "投诉已撤回，不再需要特殊审核。"
    cancel_case(viewer=story.acting(MANAGER), case_id=story.cases[key], reason=why)


def _order(story: Story, key: str) -> None:
    why = "审核取消，按协议销毁客户资料。"
    order_deletion(viewer=story.acting(MANAGER), case_id=story.cases[key], reason=why)


def _keep_one(story: Story) -> None:
    case_id = story.cases[DELETED]
    first = EvidenceItem.objects.filter(case_id=case_id).order_by("number")[0]
    until = (clock.now() + timedelta(days=365)).date()
    set_keep_list(viewer=story.acting(CLIENT), case_id=case_id, item_ids=[first.id], until=until)


def _confirm(story: Story, key: str) -> None:
    review_order(viewer=story.acting(CLIENT), order_id=_of(story, key).id, is_confirmed=True)


def _approve(story: Story, key: str) -> None:
    approve_order(viewer=story.acting(QUALITY), order_id=_of(story, key).id)


def _destroy(story: Story) -> None:
    """What the worker does after the second approval."""
    order = release_order(viewer=story.acting(ADMINISTRATOR), order_id=_of(story, DELETED).id)
    acting = _worker(order)
    deleting.keep_records(viewer=acting, order_id=order.id)
    deleting.destroy_key_and_erase(viewer=acting, order_id=order.id)
    deleting.note_destroyed(viewer=acting, order_id=order.id)


def _certify(story: Story) -> None:
    """The last backup of the key has expired."""
    order = _of(story, DELETED)
    acting = _worker(order)
    order = deleting.verify_deletion(viewer=acting, order_id=order.id)
    made = made_certificate(viewer=acting, order=order)
    certify(viewer=acting, order_id=order.id, made=made)


def _undertake(story: Story) -> None:
    """The leader and the client's coordinator have; the others still owe their word."""
    for mailbox in ("chenjing", CLIENT):
        give_undertaking(viewer=story.acting(mailbox), case_id=story.cases["huayuan-2"])


def _of(story: Story, key: str) -> DeletionOrder:
    return DeletionOrder.objects.select_related("case").get(case_id=story.cases[key])


def _worker(order: DeletionOrder) -> Viewer:
    return Viewer.system("job_worker", order.owner_id, cause="demo")
