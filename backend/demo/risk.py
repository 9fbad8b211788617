"""What was known before the second surveillance of 华远精密, and the risks that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mingjian.programme.models import AnalysisNote, AuditCase, InformationItem
from mingjian.programme.rules.planning_inputs import Answer
from mingjian.programme.services.analysis import add_fact, add_note, hint_from_note, risk_from_note
from mingjian.programme.services.offsite import (
    answer_item,
    complete_information,
    drop_item,
    lay_out_information,
    request_items,
)
from mingjian.programme.services.planning_inputs import set_planning_inputs
from mingjian.programme.services.risk_rows import add_need, add_row, update_row
from mingjian.programme.services.risks import approve_matrix, start_matrix, submit_matrix

if TYPE_CHECKING:
    from demo.story import Story

CASE, LEADER, MANAGER, COORDINATOR = "huayuan-2", "chenjing", "zhaominhua", "liming"

INPUTS = {
    "need": Answer(grade="medium", reason="三水分厂和广州销售中心往返需一天，远程可覆盖两地"),
    "organisation": Answer(grade="high", reason="李明已协调过两次远程会议，各场所有专人"),
    "informatisation": Answer(grade="medium", reason="ERP 和检验系统在线，热处理记录为纸质"),
    "history": Answer(grade="medium", reason="第一次监督有一项一般不符合，措施待验证"),
    "complexity": Answer(grade="medium", reason="三处场所、两班，含热处理和表面处理"),
    "outside": Answer(grade="low", reason="无"),
}

ANSWERS = {
    "legal-status": ("营业执照未变更；经营范围于今年 3 月增加“有色金属热处理”。", False),
    "organisation": ("组织机构图已更新，增设三水分厂环保专员。", True),
    "processes": ("新增一条表面处理线；外包过程为大型件热处理，承包方一家。", False),
    "internal-audit": ("内审和管理评审均已完成，2 项改进正在进行。", True),
    "complaints": ("顾客投诉 1 起（尺寸超差），已关闭；无环境投诉。", False),
    "legal-register": ("排污许可证有效期至明年 6 月；上半年监测达标。", True),
    "aspects": ("重要环境因素 11 项，新增酸雾排放。", False),
    "ict": ("车间 5G 覆盖，污水站地下泵房无信号；可提供只读账号。", False),
    "secret-areas": ("技术中心图纸室：可看，不得拍摄。", False),
}

NEEDS = (
    ("client", "按期完成监督审核，证书持续有效"),
    ("client", "图纸和工艺参数不外泄"),
    ("client", "尽量不影响两班生产"),
    ("body", "审核结论有充分、真实的证据支持"),
    ("body", "符合远程审核规则和本机构程序"),
    ("authority", "审核时间真实，过程可追溯"),
    ("certificate_users", "证书能够反映真实的质量和环境绩效"),
    ("employees", "影像和个人信息的采集经本人同意"),
    ("neighbours", "废水、酸雾和危险废物得到控制"),
)

ROWS: tuple[dict[str, Any], ...] = (
    {
        "need": 3,
        "factor": "process",
        "dimension": "effectiveness",
        "text": "环保设施和危废库只看画面，无法证实实际运行",
        "cause": "气味、泄漏、标识不能由画面判断；三水分厂新增表面处理线",
        "grades": (4, 4),
        "treatment": "王磊到三水分厂现场核查半天，与线上审核同步",
        "treated_by": "wanglei",
        "due": 4,
        "left": (2, 3),
    },
    {
        "need": 3,
        "factor": "technology",
        "dimension": "effectiveness",
        "text": "污水站地下泵房无信号，画面中断",
        "cause": "地下室无 5G 覆盖",
        "grades": (3, 3),
        "treatment": "审前测试，布置临时无线；中断时改为电话加照片",
        "treated_by": "liming",
        "due": 2,
        "left": (2, 2),
    },
    {
        "need": 2,
        "factor": "process",
        "dimension": "efficiency",
        "text": "热处理纸质记录逐页拍摄，占用审核时间",
        "cause": "热处理记录未电子化",
        "grades": (3, 2),
        "treatment": "分厂备扫描仪，审核员当场抽样、即时扫描",
        "treated_by": "liming",
        "due": 3,
        "left": (2, 2),
    },
    {
        "need": 1,
        "factor": "compliance",
        "dimension": "effectiveness",
        "text": "镜头经过图纸室，泄露客户图纸",
        "cause": "技术中心在参观路线上",
        "grades": (2, 4),
        "treatment": "路线绕开图纸室；需看的图纸遮盖关键尺寸后共享屏幕",
        "treated_by": "chenjing",
        "due": 3,
        "left": (1, 4),
    },
    {
        "need": 6,
        "factor": "people",
        "dimension": "effectiveness",
        "text": "夜班人员访谈安排不到位，班次未覆盖",
        "cause": "远程时段按白班安排",
        "grades": (3, 3),
        "treatment": "计划单列一段夜班访谈（20:00–21:00）",
        "treated_by": "chenjing",
        "due": 1,
        "left": (1, 3),
    },
    {
        "need": 7,
        "factor": "compliance",
        "dimension": "effectiveness",
        "text": "车间员工入镜，未事先告知",
        "cause": "移动拍摄难以避开人员",
        "grades": (2, 3),
        "treatment": "首次会议宣读采集规则，车间张贴告知",
        "treated_by": "liming",
        "due": 4,
        "left": (1, 2),
    },
    {
        "need": 5,
        "sign": "opportunity",
        "factor": "technology",
        "dimension": "efficiency",
        "text": "用只读账号在 ERP 和检验系统中直接抽样",
        "cause": "主要记录在系统中",
        "grades": (4, 3),
        "treatment": "审前开通只读账号，审核员现场检索",
        "treated_by": "zhoumin",
        "due": 3,
    },
    {
        "need": 0,
        "sign": "opportunity",
        "factor": "people",
        "dimension": "effectiveness",
        "text": "技术专家可同时参加两地的特殊过程审核",
        "cause": "远程免去路途",
        "grades": (3, 3),
    },
)
"""One more threat comes from the analysis of what was collected."""

FROM_NOTE = {
    "grades": (3, 3),
    "treatment": "抽查新线的验收、许可和首批产品检验，延长该过程的审核时间",
    "treated_by": "wanglei",
    "due": 5,
    "left": (2, 2),
}


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 50, partial(_inputs, story)
    yield 46, partial(_ask, story)
    yield 41, partial(_answer, story)
    yield 39, partial(_find_out, story)
    yield 37, partial(_weigh, story)
    yield 33, partial(_draft, story)
    yield 31, partial(_hand_in, story)
    yield 30, partial(_approve, story)


def _inputs(story: Story) -> None:
    case = AuditCase.objects.select_related("programme").get(id=story.cases[CASE])
    set_planning_inputs(
        viewer=story.acting(MANAGER),
        case_id=case.id,
        version=case.programme.version,
        given=INPUTS,
    )


def _ask(story: Story) -> None:
    case_id = story.cases[CASE]
    lay_out_information(viewer=story.acting(LEADER), case_id=case_id)
    asked = InformationItem.objects.filter(case=case_id, code__in=ANSWERS)
    request_items(
        viewer=story.acting(LEADER),
        case_id=case_id,
        item_ids=list(asked.values_list("id", flat=True)),
        due_on=story.day(-39),
    )


def _answer(story: Story) -> None:
    for code, (answer, by_vault) in ANSWERS.items():
        _answered(story, COORDINATOR, code, answer, by_vault=by_vault)


def _find_out(story: Story) -> None:
    leader, case_id = story.acting(LEADER), story.cases[CASE]
    found = (
        ("register", "国家企业信用信息公示系统", "无行政处罚，未列入经营异常名录", False),
        ("register", "全国排污许可证管理信息平台", "排污许可证有效，下次执行报告 1 月提交", False),
        ("previous_audit", "第一次监督审核", "一般不符合：三水分厂危废台账缺转移联单号", True),
    )
    for kind, source, statement, is_open in found:
        values = {"kind": kind, "source": source, "statement": statement, "is_open": is_open}
        add_fact(viewer=leader, case_id=case_id, values=values | {"seen_on": story.day(-39)})
    for code, answer in (
        ("public-registers", "已查公示系统，无处罚"),
        ("permits-register", "排污许可证有效"),
        ("previous-report", "一项一般不符合，本次现场验证"),
        ("certificate-use", "官网和样本使用正确"),
    ):
        _answered(story, LEADER, code, answer)


def _weigh(story: Story) -> None:
    leader, case_id = story.acting(LEADER), story.cases[CASE]
    for code, text in (
        ("processes", "新增表面处理线，其验收和环保许可尚未经审核"),
        ("ict", "地下泵房无信号，该处改为现场查看"),
    ):
        item = InformationItem.objects.get(case=case_id, code=code)
        add_note(viewer=leader, case_id=case_id, values={"item_id": item.id, "text": text})
    hint = AnalysisNote.objects.get(case=case_id, text__startswith="地下泵房")
    hint_from_note(viewer=leader, case_id=case_id, note_id=hint.id, version=1, hint="")
    for item in InformationItem.objects.filter(case=case_id, state="open"):
        drop_item(
            viewer=leader,
            case_id=case_id,
            item_id=item.id,
            version=item.version,
            reason="申请资料中已有，无变化",
        )
    complete_information(
        viewer=leader,
        case_id=case_id,
        version=1,
        conclusion="资料充分。主要关注新增表面处理线和危废管理；除三水分厂环保设施外可远程审核。",
    )


def _draft(story: Story) -> None:
    leader, case_id = story.acting(LEADER), story.cases[CASE]
    start_matrix(viewer=leader, case_id=case_id)
    lines = [
        add_need(viewer=leader, case_id=case_id, values={"stakeholder": whose, "text": text}).line
        for whose, text in NEEDS
    ]
    for row in ROWS:
        add_row(viewer=leader, case_id=case_id, values=_values(story, row, lines[row["need"]]))
    note = AnalysisNote.objects.get(case=case_id, text__startswith="新增表面处理线")
    found = {"sign": "threat", "factor": "process", "dimension": "effectiveness"}
    raised = risk_from_note(
        viewer=leader, case_id=case_id, note_id=note.id, version=1, values=found
    )
    update_row(
        viewer=leader,
        case_id=case_id,
        row_id=raised.id,
        version=1,
        values=_graded(story, FROM_NOTE) | {"need_line": lines[8]},
    )


def _hand_in(story: Story) -> None:
    submit_matrix(viewer=story.acting(LEADER), case_id=story.cases[CASE], version=1)


def _approve(story: Story) -> None:
    approve_matrix(viewer=story.acting(MANAGER), case_id=story.cases[CASE], version=2)


def _answered(
    story: Story, mailbox: str, code: str, answer: str, *, by_vault: bool = False
) -> None:
    item = InformationItem.objects.get(case=story.cases[CASE], code=code)
    answer_item(
        viewer=story.acting(mailbox),
        case_id=item.case_id,
        item_id=item.id,
        version=item.version,
        answer=answer,
        link="",
        by_vault=by_vault,
    )


def _values(story: Story, row: dict[str, Any], need_line: UUID) -> dict[str, Any]:
    names = ("factor", "dimension", "text", "cause")
    kept = {name: row[name] for name in names} | {"sign": row.get("sign", "threat")}
    return kept | _graded(story, row) | {"need_line": need_line}


def _graded(story: Story, row: dict[str, Any]) -> dict[str, Any]:
    likelihood, impact = row["grades"]
    left = row.get("left", (None, None))
    treated = {}
    if "treated_by" in row:
        treated = {
            "treatment": row["treatment"],
            "treated_by_id": story.people[row["treated_by"]],
            "due_on": story.day(row["due"]),
        }
    return treated | {
        "likelihood": likelihood,
        "impact": impact,
        "residual_likelihood": left[0],
        "residual_impact": left[1],
    }
