"""What the clients answered: a campaign last year, the coming audit's survey, one running now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Survey, SurveyCampaign, SurveyState
from mingjian.programme.services.survey_campaigns import (
    ask_client,
    close_campaign,
    create_campaign,
    start_campaign,
)
from mingjian.programme.services.surveys import ask, close_survey, save_draft, submit_survey

if TYPE_CHECKING:
    from demo.story import Story

MANAGER, HUAYUAN, HONGTAI = "zhaominhua", "huayuan.example", "hongtai.example"
LAST_YEAR, THIS_YEAR = "远程审核条件摸底", "监督审核远程可行性调查"


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 220, partial(_campaign, story, LAST_YEAR, due=-200)
    yield 214, partial(_answer_campaign, story, LAST_YEAR, HUAYUAN, "liming", "李明")
    yield 198, partial(_close, story, LAST_YEAR)
    yield 46, partial(_ask, story)
    yield 43, partial(_answer, story)
    yield 9, partial(_campaign, story, THIS_YEAR, due=5)
    yield 6, partial(_answer_campaign, story, THIS_YEAR, HUAYUAN, "liming", "李明")
    yield 2, partial(_begin, story, THIS_YEAR, "wuqian")


def _campaign(story: Story, title: str, *, due: int) -> None:
    manager = story.acting(MANAGER)
    draft = create_campaign(
        viewer=manager,
        values={"title": title, "due_on": story.day(due), "message": "请由审核协调员如实填写。"},
    )
    started = start_campaign(viewer=manager, campaign_id=draft.id, version=draft.version)
    process = Viewer.system("jobs", manager.tenant_id)
    for client_id in started.recipients:
        ask_client(viewer=process, campaign_id=draft.id, client_id=UUID(client_id))


def _close(story: Story, title: str) -> None:
    manager, row = story.acting(MANAGER), SurveyCampaign.objects.get(title=title)
    why = "统计完毕"
    close_campaign(viewer=manager, campaign_id=row.id, version=row.version, reason=why)
    for each in row.surveys.filter(state=SurveyState.SENT):
        close_survey(viewer=manager, survey_id=each.id, version=each.version, reason=why)


def _answer_campaign(story: Story, title: str, domain: str, mailbox: str, name: str) -> None:
    survey = Survey.objects.get(campaign__title=title, client_id=story.tenants[domain])
    answers = _answers(story) if title == THIS_YEAR else _answers_last_year(story)
    _hand_in(story, survey, mailbox, name, answers)


def _ask(story: Story) -> None:
    ask(
        viewer=story.acting(MANAGER),
        case_id=story.cases["huayuan-2"],
        values={"due_on": story.day(-36), "message": "本次监督审核拟远程进行，请协助填写。"},
        send=True,
    )


def _answer(story: Story) -> None:
    survey = Survey.objects.get(case_id=story.cases["huayuan-2"])
    _hand_in(story, survey, "liming", "李明", _answers(story))


def _begin(story: Story, title: str, mailbox: str) -> None:
    """Begun, not handed in: the form goes on where its writer stopped."""
    survey = Survey.objects.get(campaign__title=title, client_id=story.tenants[HONGTAI])
    site = str(story.sites["松山湖总部"])
    answers = {
        "sites": {site: _site(D1="2|", D7="1|", network=("wired", 100, 500))},
        "meeting_tool": {"name": "飞书会议", "is_own": True},
    }
    viewer = story.acting(mailbox)
    with tenant_scope(viewer.owners):
        save_draft(viewer=viewer, survey_id=survey.id, version=survey.version, answers=answers)


def _hand_in(
    story: Story, survey: Survey, mailbox: str, name: str, answers: dict[str, Any]
) -> None:
    viewer = story.acting(mailbox)
    with tenant_scope(viewer.owners):
        saved = save_draft(
            viewer=viewer, survey_id=survey.id, version=survey.version, answers=answers
        )
        submit_survey(viewer=viewer, survey_id=survey.id, version=saved.version, name=name)


def _answers(story: Story) -> dict[str, Any]:
    head, plant, sales = (str(story.sites[name]) for name in ("总部", "三水分厂", "广州销售中心"))
    return {
        "sites": {
            head: _site(
                D1="4|联想 ThinkPad",
                D2="3|",
                D3="1|腾讯会议，李明、林倩会用",
                D5="2|海康威视，可手持移动",
                D6="3|捷波朗 Engage",
                D7="1|车间 5G 专网全覆盖",
                D8="4|充电宝 20000 mAh",
                network=("wired", 50, 300),
            ),
            plant: _site(
                D1="1|",
                D2="2|",
                D3="1|腾讯会议",
                D6="2|捷波朗 Engage",
                D7="1|",
                D8="2|",
                network=("wifi", 20, 100),
            ),
            sales: _site(
                D1="2|", D2="1|", D3="1|腾讯会议", D7="1|", D8="1|", network=("wired", 30, 200)
            ),
        },
        "people": {
            "P1": {"has": True, "name": "李明", "phone": "139 2222 0001"},
            "P2": {"has": True, "name": "林倩", "phone": "139 2222 0005"},
            "P3": {"has": True, "name": "李明", "phone": "139 2222 0001"},
        },
        "secure_areas": {
            "has": True,
            "areas": [
                {
                    "site": head,
                    "scene": "office",
                    "what": "技术中心图纸室：图纸和工艺文件不得拍摄",
                    "alternative": "屏幕共享脱敏后的文件目录，原件到现场查看",
                }
            ],
        },
        "noise": [
            _noise(head, "production", "loud", 82, "降噪耳机 2 副，讲解在车间办公室进行"),
            _noise(head, "office", "quiet", 45, ""),
            _noise(plant, "production", "very_loud", 88, "降噪耳机 2 副"),
            _noise(plant, "environmental_treatment", "loud", 76, ""),
        ],
        "meeting_tool": {"name": "腾讯会议", "is_own": True},
        "willingness": {
            "answer": "partly",
            "ground": "表面处理车间和危险废物暂存间请到现场查看",
        },
    }


def _answers_last_year(story: Story) -> dict[str, Any]:
    """Fewer devices, no measurements, and nobody who handles incidents."""
    answers = _answers(story)
    head, plant = str(story.sites["总部"]), str(story.sites["三水分厂"])
    for code in ("D5", "D6"):
        del answers["sites"][head]["devices"][code]
    answers["sites"][plant]["network"]["up_mbps"] = 5
    answers["people"]["P3"] = {"has": False, "name": "", "phone": ""}
    answers["noise"] = answers["noise"][:2]
    answers["willingness"] = {"answer": "yes", "ground": ""}
    return answers


def _site(*, network: tuple[str, int, int], **devices: str) -> dict[str, Any]:
    """``D1="4|联想"``: four, with a remark."""
    kind, up, down = network
    parted = {code: text.split("|", 1) for code, text in devices.items()}
    return {
        "devices": {
            code: {"count": int(count), "remark": remark}
            for code, (count, remark) in parted.items()
        },
        "has_none": False,
        "network": {"kind": kind, "up_mbps": up, "down_mbps": down, "remark": ""},
    }


def _noise(site: str, scene: str, level: str, dba: int, plan: str) -> dict[str, Any]:
    return {"site": site, "scene": scene, "level": level, "dba": dba, "plan": plan}
