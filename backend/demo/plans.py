"""Plans: the surveillance of 华远精密 agreed with the client, one with conflicts still a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from mingjian.programme.models import AuditCase, AuditPlan, TeamMember, Tool
from mingjian.programme.services import add_member, update_case
from mingjian.programme.services.checklists import (
    add_case_question,
    add_question,
    choose_questions,
)
from mingjian.programme.services.plan_issue import answer_plan, issue_plan
from mingjian.programme.services.plans import add_item, draft_plan
from mingjian.programme.services.talks import save_talk

if TYPE_CHECKING:
    from demo.story import Story

LEAD, OTHER, EXPERT = "chenjing", "wanglei", "zhoumin"
AGREED, CONFLICTING = "huayuan-2", "hongtai-1"
CAMERA = "手机移动镜头"
TOOLS = {
    AGREED: {"meeting": "华远视频会议", "camera": CAMERA},
    CONFLICTING: {"meeting": "明鉴会议室", "camera": CAMERA},
}
"""The first audit has chosen its tools, the overlooked one has not."""

Line = tuple[int, str, str, str, str, tuple[str, ...], dict[str, Any]]
"""Day of the audit, from, to, kind, title, who, and the rest."""


def qms(*codes: str) -> list[dict[str, str]]:
    return [{"scheme": "QMS", "clause": code} for code in codes]


def ems(*codes: str) -> list[dict[str, str]]:
    return [{"scheme": "EMS", "clause": code} for code in codes]


def remote(method: str, tool: str, scene: str, auditee: str = "") -> dict[str, Any]:
    return {
        "is_remote": True,
        "method": method,
        "ict_tool": tool,
        "scene": scene,
        "auditee": auditee,
    }


def on_site(site: str, scene: str, auditee: str) -> dict[str, Any]:
    return {"site": site, "method": "site_tour", "scene": scene, "auditee": auditee}


MEETING = {"is_remote": True, "ict_tool": "meeting", "scene": "meeting_room"}
OFFICE = remote("document_review", "meeting", "office", "体系办公室")
TALK = remote("interview", "meeting", "meeting_room", "李明")


def _work(day: int, hours: str, title: str, who: str, about: list[dict[str, str]]) -> Line:
    """Documents and records in the system office, over a shared screen."""
    start, end = hours.split("–")
    return (day, start, end, "work", title, (who,), OFFICE | {"clauses": about})


BOTH, ALL = (LEAD, OTHER), (LEAD, OTHER, EXPERT)

SURVEILLANCE: tuple[Line, ...] = (
    (-3, "15:00", "16:00", "client_talk", "与客户沟通工具和证据展示", (LEAD,), TALK),
    (0, "09:00", "09:30", "opening", "首次会议", ALL, MEETING),
    (
        0,
        "09:30",
        "11:00",
        "work",
        "机加工现场",
        (LEAD, EXPERT),
        remote("observation", "camera", "warehouse", "生产部 周伟")
        | {"clauses": qms("8.5", "8.6")},
    ),
    (
        0,
        "09:30",
        "11:00",
        "work",
        "环境因素和合规义务",
        (OTHER,),
        remote("document_review", "meeting", "office", "安环部")
        | {"clauses": ems("6.1.2", "6.1.3", "6.2")},
    ),
    (0, "11:00", "11:15", "break", "屏幕休息", BOTH, {}),
    (
        0,
        "11:15",
        "12:00",
        "work",
        "质量目标和变更",
        (LEAD,),
        OFFICE | {"clauses": qms("6.2", "6.3")},
    ),
    (
        0,
        "11:15",
        "12:00",
        "work",
        "合规性评价",
        (OTHER,),
        OFFICE | {"clauses": ems("9.1.2")},
    ),
    (
        0,
        "13:30",
        "15:00",
        "work",
        "顾客满意和投诉",
        (LEAD,),
        remote("interview", "meeting", "office", "销售部") | {"clauses": qms("9.1.2", "8.2")},
    ),
    (
        0,
        "14:00",
        "16:30",
        "work",
        "污水处理和危废（现场）",
        (OTHER,),
        on_site("三水分厂", "environmental_treatment", "安环部") | {"clauses": ems("8.1", "8.2")},
    ),
    (0, "16:45", "17:15", "team", "审核组内部会议", BOTH, {"is_remote": True}),
    (
        1,
        "09:00",
        "10:30",
        "work",
        "内审、管理评审",
        (LEAD,),
        OFFICE | {"clauses": qms("9.2", "9.3") + ems("9.2", "9.3")},
    ),
    (
        1,
        "09:00",
        "10:30",
        "work",
        "环境纠正措施和标志使用",
        (OTHER,),
        OFFICE | {"clauses": ems("10.2", "mark")},
    ),
    (1, "10:30", "10:45", "break", "屏幕休息", BOTH, {}),
    (
        1,
        "10:45",
        "12:00",
        "work",
        "纠正措施、持续改进、标志使用",
        (LEAD,),
        OFFICE | {"clauses": qms("10.2", "10.3", "mark")},
    ),
    _work(0, "15:15–16:45", "采购和外包控制", LEAD, qms("8.4")),
    _work(1, "13:30–15:00", "设计和开发", LEAD, qms("8.3")),
    _work(1, "15:15–16:45", "设备和计量器具", LEAD, qms("7.1")),
    _work(1, "10:45–12:00", "环境培训和意识", OTHER, ems("7.2", "7.3")),
    _work(1, "13:30–15:00", "环境监测", OTHER, ems("9.1")),
    _work(1, "15:15–16:45", "固体废物和化学品台账", OTHER, ems("8.1")),
    _work(2, "09:00–11:00", "检验和不合格品", LEAD, qms("8.6", "8.7")),
    _work(2, "09:00–11:00", "承包方和供方的环境影响", OTHER, ems("8.1")),
    _work(2, "11:15–12:00", "补充核查（质量）", LEAD, qms("4.4")),
    _work(2, "11:15–12:00", "补充核查（环境）", OTHER, ems("4.4")),
    (2, "13:30", "14:15", "closing", "末次会议", ALL, MEETING),
)
WITH_CONFLICTS: tuple[Line, ...] = (
    (-2, "10:00", "11:00", "client_talk", "与客户沟通工具和证据展示", (LEAD,), TALK),
    (0, "08:30", "09:00", "opening", "首次会议", (LEAD,), MEETING),
    (
        0,
        "12:45",
        "13:45",
        "work",
        "SMT 贴装",
        (LEAD,),
        remote("observation", "camera", "warehouse", "制造部") | {"clauses": qms("8.5")},
    ),
    (
        1,
        "12:00",
        "13:15",
        "work",
        "体系运行",
        (LEAD,),
        OFFICE | {"clauses": qms("6.2", "9.1.2", "9.2", "9.3", "10.2", "mark")},
    ),
    (1, "17:00", "17:30", "closing", "末次会议", (LEAD,), MEETING),
)
QUESTIONS = (
    ("内部审核是否按方案实施，审核员是否不审自己的工作？", qms("9.2") + ems("9.2"), "方案、报告"),
    ("管理评审的输入是否完整，输出是否落实？", qms("9.3") + ems("9.3"), "评审记录、措施"),
    ("上次审核的不符合是否找到原因并验证有效？", qms("10.2") + ems("10.2"), "纠正措施记录"),
    ("目标是否可测量，是否按期统计？", qms("6.2") + ems("6.2"), "目标分解、统计"),
    ("关键工序参数是否受控，首件检验是否实施？", qms("8.5"), "工艺卡、首件记录"),
    ("顾客投诉是否处理并分析趋势？", qms("9.1.2"), "投诉台账"),
    ("重要环境因素是否随变化更新？", ems("6.1.2"), "识别评价表"),
    ("合规义务是否识别齐全并定期评价？", ems("6.1.3", "9.1.2"), "清单、评价报告"),
    ("应急预案是否演练并改进？", ems("8.2"), "演练记录"),
)


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 480, partial(_library, story)
    yield 13, partial(_draft, story, AGREED, SURVEILLANCE)
    yield 12, partial(_checklist, story)
    yield 11, partial(_issue, story)
    yield 9, partial(_accept, story)
    yield 5, partial(_talk, story)
    yield 4, partial(_prepare_conflicting, story)
    yield 4, partial(_draft, story, CONFLICTING, WITH_CONFLICTS)


def _library(story: Story) -> None:
    manager = story.acting("zhaominhua")
    for text, clauses, guidance in QUESTIONS:
        add_question(
            viewer=manager, values={"text": text, "clauses": clauses, "guidance": guidance}
        )


def _draft(story: Story, name: str, lines: tuple[Line, ...]) -> None:
    """Items on the days of the audit, for the members who are in the team."""
    case = AuditCase.objects.get(id=story.cases[name])
    manager = story.acting("zhaominhua")
    draft_plan(viewer=manager, case_id=case.id, source="empty")
    for day, start, end, kind, title, who, rest in lines:
        days = (case.starts_on - story.day(0)).days + day if case.starts_on else day
        more = dict(rest)
        site = story.sites.get(more.pop("site", "总部" if name == AGREED else "松山湖总部"))
        if tool := more.get("ict_tool"):
            more["ict_tool"] = str(Tool.objects.get(name=TOOLS[name][tool]).id)
        values = {
            "kind": kind,
            "title": title,
            "local_start": f"{story.day(days)}T{start}",
            "local_end": f"{story.day(days)}T{end}",
            "members": _members(story, case, who),
            "site_id": site,
            **more,
        }
        add_item(viewer=manager, case_id=case.id, values=values)


def _members(story: Story, case: AuditCase, mailboxes: tuple[str, ...]) -> list[str]:
    people = [story.people[mailbox] for mailbox in mailboxes]
    rows = TeamMember.objects.filter(case=case, ended_at=None, person_id__in=people)
    return [str(pk) for pk in rows.values_list("id", flat=True)]


def _issue(story: Story) -> None:
    plan = AuditPlan.objects.get(case_id=story.cases[AGREED])
    issue_plan(viewer=story.acting(LEAD), case_id=story.cases[AGREED], version=plan.version)


def _accept(story: Story) -> None:
    answer_plan(
        viewer=story.acting("liming"),
        case_id=story.cases[AGREED],
        accepts=True,
        answer="同意，已通知各部门。",
    )


def _talk(story: Story) -> None:
    settled = ("tool", "test", "people", "documents", "scenes", "sampling", "capture")
    points = {code: {"is_settled": True, "note": ""} for code in settled}
    points["tool"]["note"] = "使用华远视频会议；生产现场用手机镜头"
    points["scenes"]["note"] = "机加工车间戴降噪耳机，配电间无信号，改拍照"
    save_talk(
        viewer=story.acting(LEAD),
        case_id=story.cases[AGREED],
        version=0,
        points=points,
        held_local=f"{story.day(-6)}T15:00",
        zone="Asia/Shanghai",
        attended="李明、周伟",
    )


def _checklist(story: Story) -> None:
    lead = story.acting(LEAD)
    choose_questions(viewer=lead, case_id=story.cases[AGREED])
    add_case_question(
        viewer=lead,
        case_id=story.cases[AGREED],
        values={
            "text": "上次一般不符合：2 台量具超期未检。纠正措施是否有效？",
            "clauses": qms("7.1", "10.2"),
            "origin": "last_audit",
        },
    )


def _prepare_conflicting(story: Story) -> None:
    """The overlooked surveillance gets a lead auditor, and dates on which she is busy."""
    manager, case_id = story.acting("zhaominhua"), story.cases[CONFLICTING]
    add_member(
        viewer=manager,
        case_id=case_id,
        person_id=story.people[LEAD],
        role="LA",
        values={"schemes": ["QMS"], "days": "1.5", "is_remote": True},
    )
    update_case(
        viewer=manager,
        case_id=case_id,
        version=AuditCase.objects.get(id=case_id).version,
        values={"starts_on": story.day(5), "ends_on": story.day(6)},
    )
