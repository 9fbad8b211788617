"""One platform for the body, its client and the authority: each sees its own, nothing else."""

import re
import sqlite3

import pytest
from launch.tests.installed import Installed

from tests.journeys.conftest import OpenDesk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADMINISTRATOR = "linxiaofeng@zhongjian.example"
COORDINATOR = "liming@huayuan.example"
OTHER_CLIENT = "wuqian@hongtai.example"
REGULATOR = "hening@scjg.example"


@pytest.mark.parametrize(
    ("who", "own", "foreign"),
    [
        (COORDINATOR, "李明", ["林晓峰", "吴倩", "何宁"]),
        (OTHER_CLIENT, "吴倩", ["林晓峰", "李明", "何宁"]),
    ],
)
def test_a_clients_coordinator_sees_nobody_of_the_body_or_of_another_client(
    product: Installed, open_desk: OpenDesk, who: str, own: str, foreign: list[str]
) -> None:
    desk = open_desk(product)
    desk.sign_in(who)
    desk.visit("/people")
    desk.page.get_by_role("cell", name=own).first.wait_for()
    shown = desk.page.get_by_role("main").inner_text()
    assert [name for name in foreign if name in shown] == []


def test_a_regulator_finds_no_way_to_people_jobs_and_settings(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(REGULATOR)
    navigation = desk.page.get_by_role("navigation", name="主导航").inner_text()
    assert "日志" in navigation
    assert not {"人员", "后台任务", "机构设置"} & set(navigation.split())
    for path in "/people", "/jobs", "/settings":
        desk.visit(path)
        desk.page.get_by_role("heading", name="您当前的身份不能查看此页").wait_for()


def test_english_is_complete_for_a_reader_who_has_chosen_it(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product, language="en-US")
    desk.sign_in(ADMINISTRATOR)
    desk.visit("/journal")
    desk.page.get_by_role("button", name="Verify the journal").wait_for()
    navigation = desk.page.get_by_role("navigation").first.inner_text()
    assert navigation.isascii()


def test_whoever_changes_a_row_behind_our_back_is_named_by_the_verify_button(
    product: Installed, open_desk: OpenDesk
) -> None:
    desk = open_desk(product)
    desk.sign_in(ADMINISTRATOR)
    desk.visit("/journal")
    verify = desk.page.get_by_role("button", name="验证日志", exact=True)
    verify.click()
    desk.page.get_by_text("验证通过").wait_for()

    was = _rename(product, "唐宁", "唐无名")
    verify.click()
    named = desk.page.get_by_role("alert")
    named.wait_for()
    assert re.search(r"人员：该对象绕过日志被改动：与第 \d+ 条记录的摘要不符", named.inner_text())
    _rename(product, "唐无名", was)
    verify.click()
    desk.page.get_by_text("验证通过").wait_for()


def _rename(product: Installed, old: str, new: str) -> str:
    """What an attacker with the database file in hands does."""
    with sqlite3.connect(product.data / "db.sqlite3", timeout=20) as database:
        changed = database.execute(
            "UPDATE identity_person SET name = ? WHERE name = ?", (new, old)
        ).rowcount
    assert changed == 1
    return old
