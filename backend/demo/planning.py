"""What is to be audited: the clients' sites, their programmes, past and coming audits, teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from mingjian.programme.services import (
    add_member,
    add_site,
    approve_programme,
    create_programme,
    open_case,
    record_past_case,
    update_case,
)

if TYPE_CHECKING:
    from demo.story import Story

HUAYUAN, HONGTAI = "huayuan.example", "hongtai.example"
MANAGER = "zhaominhua"

SITES: dict[str, tuple[str, dict[str, Any]]] = {
    "总部": (
        HUAYUAN,
        {
            "address": "广东省佛山市南海区狮山科技工业园 A 区 8 号",
            "processes": "设计开发、采购、精密零件机械加工、检验、销售与管理",
            "is_central": True,
            "latitude": 23.141,
            "longitude": 112.985,
            "headcount": {"full_time": 52, "contractors": 4, "repetitive": 18, "shifts": [38, 18]},
            "special_security": "技术中心图纸室：图纸和工艺文件不得拍摄",
        },
    ),
    "三水分厂": (
        HUAYUAN,
        {
            "address": "广东省佛山市三水区乐平镇工业大道 21 号",
            "processes": "热处理、表面处理、污水处理、危险废物暂存",
            "latitude": 23.26,
            "longitude": 112.95,
            "headcount": {"full_time": 22, "repetitive": 12, "shifts": [14, 8]},
        },
    ),
    "广州销售中心": (
        HUAYUAN,
        {
            "address": "广东省广州市天河区体育西路 103 号",
            "processes": "销售、售后服务",
            "headcount": {"full_time": 8},
        },
    ),
    "松山湖总部": (
        HONGTAI,
        {
            "address": "广东省东莞市松山湖高新区总部一路 5 号",
            "processes": "电子产品设计、SMT 贴装、测试、仓储",
            "is_central": True,
            "headcount": {"full_time": 118, "repetitive": 64, "shifts": [86, 32]},
        },
    ),
}


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    for days, name in (
        (600, "总部"),
        (600, "三水分厂"),
        (240, "广州销售中心"),
        (395, "松山湖总部"),
    ):
        yield days, partial(_site, story, name)
    yield 599, partial(_programme, story, HUAYUAN, cycle=2, schemes=["QMS", "EMS"], certified=-610)
    yield 394, partial(_programme, story, HONGTAI, cycle=1, schemes=["QMS"], certified=-400)
    yield 288, partial(_past_surveillance, story)
    yield 60, partial(_huayuan_surveillance, story)
    yield 52, partial(_huayuan_team, story)
    yield 34, partial(_hongtai_surveillance, story)
    yield 20, partial(_recertification, story)


def _site(story: Story, name: str) -> None:
    domain, values = SITES[name]
    site = add_site(
        viewer=story.acting(MANAGER),
        client_id=story.tenants[domain],
        values={"name": name, **values},
    )
    story.sites[name] = site.id


def _programme(
    story: Story, domain: str, *, cycle: int, schemes: list[str], certified: int
) -> None:
    manager, issued = story.acting(MANAGER), story.day(certified)
    scopes = {
        HUAYUAN: ("精密机械零件的设计、加工和销售及相关环境管理活动", ["17.06", "18.05"]),
        HONGTAI: ("电子产品的设计和制造", ["19.14"]),
    }
    scope, codes = scopes[domain]
    draft = create_programme(
        viewer=manager,
        client_id=story.tenants[domain],
        values={
            "cycle": cycle,
            "schemes": schemes,
            "scope": scope,
            "scope_codes": codes,
            "certified_on": issued,
            "expires_on": _three_years_after(issued),
        },
    )
    approve_programme(viewer=manager, programme_id=draft.id, version=draft.version)
    story.programmes[domain] = draft.id


def _past_surveillance(story: Story) -> None:
    """The first surveillance was held on site, before this platform."""
    past = record_past_case(
        viewer=story.acting(MANAGER),
        programme_id=story.programmes[HUAYUAN],
        values={
            "kind": "surveillance",
            "sequence": 1,
            "mode": "on_site",
            "starts_on": story.day(-296),
            "ends_on": story.day(-295),
            "due_by": story.day(-245),
        },
        team=[(story.people["chenjing"], "LA"), (story.people["wanglei"], "AU")],
    )
    story.cases["huayuan-1"] = past.id


def _huayuan_surveillance(story: Story) -> None:
    manager = story.acting(MANAGER)
    case = open_case(
        viewer=manager,
        programme_id=story.programmes[HUAYUAN],
        values={
            "kind": "surveillance",
            "sequence": 2,
            "mode": "remote",
            "due_from": story.day(-20),
            "due_by": story.day(70),
            "objectives": "确认管理体系持续符合准则并有效运行，评价上次不符合的纠正措施。",
            "criteria": "GB/T 19001-2016、GB/T 24001-2016、适用法律法规和企业管理体系文件",
        },
    )
    update_case(
        viewer=manager,
        case_id=case.id,
        version=case.version,
        values={
            "starts_on": story.day(5),
            "ends_on": story.day(7),
            "coordinator_id": story.people["liming"],
        },
    )
    story.cases["huayuan-2"] = case.id


def _huayuan_team(story: Story) -> None:
    team: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (
            "chenjing",
            "LA",
            {"schemes": ["QMS", "EMS"], "codes": ["17.06", "18.05"], "days": "2.5"},
        ),
        ("wanglei", "AU", {"schemes": ["EMS"], "codes": ["17.06", "18.05"], "days": "2.0"}),
        ("zhoumin", "TE", {"codes": ["17.06"], "days": "1.0"}),
        ("luolin", "OBS", {}),
    )
    for mailbox, role, values in team:
        add_member(
            viewer=story.acting(MANAGER),
            case_id=story.cases["huayuan-2"],
            person_id=story.people[mailbox],
            role=role,
            values={
                "is_remote": True,
                # Kept only if there is a warning to pass over.
                "override_reason": "远程工具能力将在审前测试前确认",
                **values,
            },
        )


def _hongtai_surveillance(story: Story) -> None:
    """Its last day has passed: somebody has to act today."""
    case = open_case(
        viewer=story.acting(MANAGER),
        programme_id=story.programmes[HONGTAI],
        values={
            "kind": "surveillance",
            "sequence": 1,
            "mode": "hybrid",
            "due_from": story.day(-125),
            "due_by": story.day(-35),
            "criteria": "GB/T 19001-2016、适用法律法规和企业管理体系文件",
        },
    )
    story.cases["hongtai-1"] = case.id


def _recertification(story: Story) -> None:
    case = open_case(
        viewer=story.acting(MANAGER),
        programme_id=story.programmes[HUAYUAN],
        values={
            "kind": "recertification",
            "mode": "on_site",
            "due_from": story.day(305),
            "due_by": story.day(425),
        },
    )
    story.cases["huayuan-recertification"] = case.id


def _three_years_after(day: date) -> date:
    """The last day of a certificate; issued on 29 February it ends on the 28th."""
    try:
        return day.replace(year=day.year + 3)
    except ValueError:
        return day.replace(year=day.year + 3, day=28)
