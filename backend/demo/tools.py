"""How the body audits remotely: its tools, who masters them, what was trained, its guides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from mingjian.kit.access import Viewer
from mingjian.programme.models import IctConfirmation, Tool
from mingjian.programme.queries.cycle import pending_lines
from mingjian.programme.services.guides import adopt_guides
from mingjian.programme.services.ict import check_ict, confirm_ict, declare_ict
from mingjian.programme.services.tools import (
    add_tool,
    assess_tool,
    choose_tool,
    report_incident,
)
from mingjian.programme.services.training import add_course, add_participant
from mingjian.programme.services.windows import watch_windows

if TYPE_CHECKING:
    from demo.story import Story

MANAGER, HUAYUAN, HONGTAI, BODY = (
    "zhaominhua",
    "huayuan.example",
    "hongtai.example",
    "zhongjian.example",
)
ITEMS = {
    "hardware": ["headset", "camera", "second_screen", "network"],
    "software": ["meeting", "screen_share", "transfer", "capture", "ladder", "confidentiality"],
}

TOOLS: dict[str, tuple[str, dict[str, Any]]] = {
    "明鉴会议室": (
        "",
        {
            "vendor": "本平台",
            "kind": "meeting",
            "deployment": "self_hosted",
            "note": "本平台自带的审核会议室：等候室、角色、经同意的截图、应急阶梯。",
        },
    ),
    "明鉴加密传输": (
        "",
        {"vendor": "本平台", "kind": "transfer", "deployment": "self_hosted"},
    ),
    "云视会议": (
        "",
        {"vendor": "云视科技", "kind": "meeting", "deployment": "public_cloud"},
    ),
    "华远视频会议": (
        HUAYUAN,
        {
            "vendor": "华视通信",
            "kind": "meeting",
            "deployment": "private_cloud",
            "note": "华远精密内部使用的会议系统，部署在企业机房。",
        },
    ),
    "手机移动镜头": (
        "",
        {
            "vendor": "本平台",
            "kind": "camera",
            "deployment": "device",
            "note": "受审核方手机经审核链接接入会议室，走动展示现场；画面不留在手机上。",
        },
    ),
    "宏泰工作群": (
        HONGTAI,
        {"vendor": "畅聊", "kind": "chat", "deployment": "public_cloud"},
    ),
}

SCORES: dict[str, tuple[tuple[int, str], ...]] = {
    "明鉴会议室": (
        (4, "浏览器打开链接即可，手机同样可用；内网客户须放行一个端口"),
        (4, "两名新审核员 15 分钟内完成开会、共享、截图"),
        (5, "已包含在平台内，无另外许可"),
        (5, "自建服务器，端到端可审计的日志，入会须经等候室"),
    ),
    "明鉴加密传输": (
        (4, "浏览器上传，断点续传"),
        (4, "客户试传 2 GB 文件，一次成功"),
        (5, "已包含在平台内"),
        (5, "每次审核独立密钥，散列值双方可核对"),
    ),
    "云视会议": (
        (5, "多数客户已安装"),
        (5, "熟悉程度高"),
        (3, "超过 40 分钟须购买企业版"),
        (3, "服务器在公有云；录制权限可关闭，日志保存 30 天"),
    ),
    "华远视频会议": (
        (4, "客户全员使用，审核员凭邀请码入会"),
        (4, "试会 20 分钟，共享和切换画面顺畅"),
        (4, "客户已有许可"),
        (4, "企业机房部署，入会白名单，2026 年渗透测试报告"),
    ),
    "手机移动镜头": (
        (5, "扫码即用，不装软件"),
        (4, "陪同人员试走一圈，翻转镜头和手电筒均会用"),
        (5, "使用客户现有手机"),
        (4, "画面加密进入会议室，手机不存；涉密区域仍须先约定"),
    ),
    "宏泰工作群": (
        (5, "客户日常使用"),
        (4, "无需学习"),
        (5, "免费"),
        (2, "消息和文件留在公有云，无法删除；群成员可转发"),
    ),
}


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 580, partial(_guides, story)
    for days, name in (
        (575, "明鉴会议室"),
        (575, "明鉴加密传输"),
        (430, "云视会议"),
        (300, "手机移动镜头"),
        (300, "华远视频会议"),
        (60, "宏泰工作群"),
    ):
        yield days, partial(_tool, story, name)
    yield 210, partial(_assess, story, "明鉴会议室")
    yield 210, partial(_assess, story, "明鉴加密传输")
    yield 345, partial(_course, story, "internal")
    yield 205, partial(_course, story, "external")
    for days, person, checker in (
        (340, "chenjing", MANAGER),
        (200, "wanglei", "chenjing"),
        (150, "zhoumin", "wanglei"),
    ):
        for area in ITEMS:
            yield days, partial(_confirmed, story, person, area, checker)
    yield 8, partial(_declare, story, "hezixuan", "hardware")
    yield 45, partial(_choose, story)
    yield 33, partial(_watch, story)
    yield 12, partial(_incident, story)


def _guides(story: Story) -> None:
    adopt_guides(viewer=story.acting(MANAGER))


def _tool(story: Story, name: str) -> None:
    domain, values = TOOLS[name]
    add_tool(
        viewer=story.acting(MANAGER),
        values={"name": name, **values},
        client_id=story.tenants[domain] if domain else None,
    )
    _assess(story, name)


def _assess(story: Story, name: str) -> None:
    aspects = ("convenience", "ease", "cost", "security")
    scores = {
        aspect: {"score": score, "evidence": evidence}
        for aspect, (score, evidence) in zip(aspects, SCORES[name], strict=True)
    }
    assess_tool(viewer=story.acting(MANAGER), tool_id=_named(name), scores=scores)


def _incident(story: Story) -> None:
    report_incident(
        viewer=story.acting(MANAGER),
        tool_id=_named("云视会议"),
        reason="会议链接被转发，一名无关人员进入会议，发现后移出；未涉及客户资料。",
    )


def _named(name: str) -> Any:
    return Tool.objects.get(name=name).id


def _choose(story: Story) -> None:
    for name in ("华远视频会议", "手机移动镜头", "明鉴加密传输"):
        choose_tool(
            viewer=story.acting(MANAGER), case_id=story.cases["huayuan-2"], tool_id=_named(name)
        )


def _declare(story: Story, mailbox: str, area: str) -> IctConfirmation:
    return declare_ict(
        viewer=story.acting(mailbox),
        person_id=story.people[mailbox],
        area=area,
        items=ITEMS[area],
        note="自备降噪耳机、外接摄像头和 27 英寸副屏" if area == "hardware" else "",
    )


def _confirmed(story: Story, mailbox: str, area: str, checker: str) -> None:
    row = _declare(story, mailbox, area)
    row = check_ict(
        viewer=story.acting(checker),
        confirmation_id=row.id,
        version=row.version,
        items=ITEMS[area],
        note="一小时试会：逐项演示，并模拟断线切换到电话加照片",
    )
    confirm_ict(viewer=story.acting(MANAGER), confirmation_id=row.id, version=row.version)


COURSES: dict[str, tuple[dict[str, Any], int, tuple[tuple[str, str, str], ...]]] = {
    "internal": (
        {
            "title": "远程审核工具实操",
            "kind": "internal",
            "provider": "中鉴认证培训部",
            "hours": Decimal(8),
            "content": "会议室、截图与同意、加密传输、应急阶梯演练",
        },
        -345,
        (("chenjing", "passed", ""), ("wanglei", "passed", ""), ("zhoumin", "attended", "")),
    ),
    "external": (
        {
            "title": "ISO/IEC TS 17012 远程审核方法",
            "kind": "external",
            "provider": "认证人员培训中心",
            "hours": Decimal(16),
        },
        -205,
        (("wanglei", "passed", "RA-26-0417"), ("zhaominhua", "passed", "RA-26-0418")),
    ),
}


def _course(story: Story, which: str) -> None:
    manager = story.acting(MANAGER)
    values, day, people = COURSES[which]
    course = add_course(viewer=manager, values={**values, "held_on": story.day(day)})
    for mailbox, result, number in people:
        add_participant(
            viewer=manager,
            course_id=course.id,
            person_id=story.people[mailbox],
            values={"result": result, "certificate_number": number, "confirms": "远程审核"},
        )


def _watch(story: Story) -> None:
    """What the night after Hongtai's last day brought to light."""
    system = Viewer.system("programme.watch_tenant", story.tenants[BODY])
    watch_windows(viewer=system, pending=pending_lines(system))
