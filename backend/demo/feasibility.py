"""The coming audit's scenes, the decision, the signed agreement; another audit still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import RemoteAgreement, SceneAssessment, SuitabilityOverride
from mingjian.programme.services import (
    answer_override,
    decide_feasibility,
    draft_agreement,
    issue_agreement,
    judge_conditions,
    list_scene,
    propose_override,
    sign_agreement,
    update_agreement,
    update_contingency,
)

if TYPE_CHECKING:
    from demo.story import Story

MANAGER, LEAD, COORDINATOR = "zhaominhua", "chenjing", "liming"
CASE, OPEN_CASE = "huayuan-2", "hongtai-1"
STROKES = {
    MANAGER: "M60 60L120 58M90 40L88 130M60 130L130 126M180 50L170 130M180 50L240 48L232 130"
    "M180 90L236 88M290 40L280 130M290 40L350 60L300 100L356 132",
    COORDINATOR: "M70 70L150 66M110 40L106 100M70 110L160 104M100 104L120 140L90 150M230 50L226 140"
    "M230 50L300 48L296 140M230 94L296 92M230 138L296 136",
}
"""As a finger draws them."""

SCENES: tuple[tuple[str, str, str, str, dict[str, int]], ...] = (
    ("总部", "office", "管理部门办公室", "屏幕共享和文件传输", {}),
    (
        "总部",
        "production",
        "机加工车间",
        "固定摄像头 2 路 + 手机随走；工序和设备由审核员点名",
        {"complexity": 1, "environment": 1},
    ),
    ("总部", "warehouse", "成品仓库", "手机随走，抽样由审核员指定货位", {"environment": 1}),
    ("总部", "laboratory", "检测室", "手机近拍仪器读数和校准标签", {"environment": 1}),
    ("三水分厂", "environmental_treatment", "污水站", "", {}),
    ("三水分厂", "hazardous_waste", "危废间", "", {}),
    ("广州销售中心", "office", "", "屏幕共享", {}),
)
"""Site, scene, what the client calls it, how it is shown, scores."""

JUDGED = {
    "objectives": "须现场的两处由补充现场审核覆盖，不影响审核目的",
    "accepted": "客户在调查中表示愿意",
    "technology": "使用明鉴会议室，审前测试",
    "information": "文件提前收集，记录可屏幕共享",
    "limits": "审核方案已写明远程范围和两处例外",
    "ability": "客户有固定摄像头，车间备有 5G 路由",
    "understanding": "组长已与协调员沟通展示方式",
    "change": "应急预案和备用日期已约定",
}


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 42, partial(_scenes, story)
    yield 41, partial(_override, story)
    yield 40, partial(_confirm, story)
    yield 39, partial(_prepare, story)
    yield 38, partial(_decide, story)
    yield 36, partial(_issue, story)
    yield 35, partial(_sign, story, COORDINATOR, "李明")
    yield 30, partial(_open_case, story)


def _scenes(story: Story) -> None:
    for site, scene, name, presentation, factors in SCENES:
        list_scene(
            viewer=story.acting(MANAGER),
            case_id=story.cases[CASE],
            site_id=story.sites[site],
            scene=scene,
            values={"name": name, "presentation": presentation, "factors": factors},
        )


def _override(story: Story) -> None:
    """The lead auditor was in the workshop last year."""
    lead = story.acting(LEAD)
    propose_override(
        viewer=lead,
        scene_id=_workshop(story),
        scheme="EMS",
        verdict="limited",
        reason="去年已到场；车间新装两路固定摄像头，环境因素变化由审核员点名查看，噪声处用降噪耳机",
    )


def _confirm(story: Story) -> None:
    waiting = SuitabilityOverride.objects.get(assessment_id=_workshop(story))
    answer_override(
        viewer=story.acting(MANAGER),
        override_id=waiting.id,
        version=waiting.version,
        is_confirmed=True,
        answer="同意，条件是审前测试通过",
    )


def _prepare(story: Story) -> None:
    lead, case_id = story.acting(LEAD), story.cases[CASE]
    judge_conditions(
        viewer=lead,
        case_id=case_id,
        version=0,
        conditions={code: {"holds": True, "note": note} for code, note in JUDGED.items()},
    )
    update_contingency(
        viewer=story.acting(MANAGER), case_id=case_id, version=0, values=_contingency(story)
    )


def _contingency(story: Story) -> dict[str, Any]:
    return {
        "body_contacts": [
            {"name": "陈静", "role": "审核组长", "phone": "138 0013 0001"},
            {"name": "赵敏华", "role": "审核方案管理", "phone": "020-5550 0112"},
        ],
        "client_contacts": [
            {"name": "李明", "role": "审核协调员", "phone": "139 2222 0001"},
            {"name": "赵建国", "role": "副手 · 车间主任", "phone": "139 2222 0002"},
        ],
        "ladder": [
            {"failing": "video", "instead": "phone_photos", "after_minutes": 5},
            {"failing": "voice", "instead": "text", "after_minutes": 10},
            {"failing": "text", "instead": "email", "after_minutes": 30},
        ],
        "decides": "审核组长陈静，与协调员李明商定后决定",
        "reserve_dates": [story.day(12).isoformat(), story.day(13).isoformat()],
    }


def _decide(story: Story) -> None:
    decide_feasibility(
        viewer=story.acting(MANAGER),
        case_id=story.cases[CASE],
        mode="remote",
        reason="污水站和危废间另行安排补充现场审核，其余场景全部远程",
    )


def _issue(story: Story) -> None:
    manager = story.acting(MANAGER)
    draft = draft_agreement(viewer=manager, case_id=story.cases[CASE])
    draft = update_agreement(
        viewer=manager,
        agreement_id=draft.id,
        version=draft.version,
        values={
            "media": ["attendance", "still", "transcript"],
            "interviewees": "总经理、质量部、环安部、生产部、检测室各部门负责人和在岗人员",
        },
    )
    issue_agreement(viewer=manager, agreement_id=draft.id, version=draft.version)
    _sign(story, MANAGER, "赵敏华")


def _sign(story: Story, mailbox: str, name: str) -> None:
    person = story.acting(mailbox)
    row = RemoteAgreement.objects.get(case_id=story.cases[CASE])
    with tenant_scope(person.owners):
        sign_agreement(
            viewer=person,
            agreement_id=row.id,
            name=name,
            method="drawn",
            strokes=STROKES[mailbox],
        )


def _open_case(story: Story) -> None:
    """Begun for the other client: one scene listed, two conditions judged, nothing decided."""
    manager, case_id = story.acting(MANAGER), story.cases[OPEN_CASE]
    for scene, factors in (("office", {}), ("production", {"complexity": 2, "automation": 1})):
        list_scene(
            viewer=manager,
            case_id=case_id,
            site_id=story.sites["松山湖总部"],
            scene=scene,
            values={"factors": factors},
        )
    judge_conditions(
        viewer=manager,
        case_id=case_id,
        version=0,
        conditions={
            "objectives": {"holds": True, "note": ""},
            "limits": {"holds": True, "note": "只含松山湖总部"},
        },
    )


def _workshop(story: Story) -> UUID:
    rows = SceneAssessment.objects.filter(case_id=story.cases[CASE])
    return rows.get(name="机加工车间").id
