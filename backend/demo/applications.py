"""Who wants to be certified: one just arrived, one asked for more, one whose contract is out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mingjian.identity.rules import credit_code_check_character
from mingjian.kit.access import Viewer
from mingjian.programme.errors.feasibility import NoChineseFontError
from mingjian.programme.models import Application
from mingjian.programme.queries.applications import applicant_of
from mingjian.programme.queries.contracts import current_contract
from mingjian.programme.rules.applications import Check
from mingjian.programme.services.application_review import (
    accept_application,
    answer_question,
    ask_applicant,
    begin_review,
    save_review,
)
from mingjian.programme.services.application_times import save_application_time
from mingjian.programme.services.applications import (
    save_form,
    start_application,
    submit_application,
)
from mingjian.programme.services.contracts import (
    make_contract,
    save_quote,
    send_quote,
    sign_contract,
)

if TYPE_CHECKING:
    from demo.story import Story

REVIEWER, MANAGER = "sunli", "zhaominhua"


def _form(name: str, code: str, contact: str, email: str, **values: Any) -> dict[str, Any]:
    return {
        "name": name,
        "credit_code": code + credit_code_check_character(code),
        "address": "广东省中山市火炬开发区科技东路 9 号",
        "contact_name": contact,
        "contact_phone": "0760 8800 1020",
        "contact_email": email,
        "language": "zh-hans",
        "audit_languages": ["zh"],
        "wants_remote": True,
    } | values


def _site(name: str, processes: str, **people: Any) -> dict[str, Any]:
    return {
        "name": name,
        "address": "广东省中山市火炬开发区",
        "zone": "Asia/Shanghai",
        "kind": "physical",
        "processes": processes,
        "is_central": name == "总部",
        "headcount": people,
    }


LANHAI = _form(
    "中山蓝海光学有限公司",
    "91442000MA53KX7T2",
    "曾雨桐",
    "zengyutong@lanhai.example",
    schemes=["QMS", "EMS"],
    scope="光学镜片的设计和制造",
    special_security="镀膜车间：工艺参数不得拍摄",
    sites=[
        _site("总部", "设计、镀膜、检验", full_time=64, shifts=[44, 20]),
        _site("小榄工厂", "冷加工", full_time=31, contractors=5),
    ],
)
YUEXIN = _form(
    "江门粤信电子有限公司",
    "91440700MA4WB19K6",
    "彭立",
    "pengli@yuexin.example",
    schemes=["QMS"],
    scope="电源适配器的制造",
    sites=[_site("总部", "贴片、组装、老化测试", full_time=120, repetitive=70)],
)
HEFENG = _form(
    "珠海禾丰软件有限公司",
    "91440400MA4X2P8Q1",
    "邓晓岚",
    "dengxiaolan@hefeng.example",
    schemes=["ISMS"],
    scope="企业管理软件的开发和运行维护",
    sites=[_site("总部", "开发、测试、运行维护", full_time=46)],
)


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    applied: dict[str, UUID] = {}
    yield 26, partial(_apply, story, applied, "hefeng", HEFENG)
    yield 25, partial(_review, story, applied, "hefeng")
    yield 24, partial(_accept, story, applied, "hefeng")
    yield 22, partial(_quote, story, applied, "hefeng")
    yield 18, partial(_sign, story, applied, "hefeng")
    yield 9, partial(_apply, story, applied, "yuexin", YUEXIN)
    yield 8, partial(_review, story, applied, "yuexin")
    yield 7, partial(_ask, story, applied, "yuexin")
    yield 6, partial(_answer, applied, "yuexin")
    yield 4, partial(_ask_again, story, applied, "yuexin")
    yield 2, partial(_apply, story, applied, "lanhai", LANHAI)


def _apply(story: Story, applied: dict[str, UUID], key: str, form: dict[str, Any]) -> None:
    body_id = story.viewer.tenant_id
    email = form["contact_email"]
    applied[key], _ = start_application(body_id=body_id, email=email, language="zh-hans")
    who = _applicant(applied[key])
    row = save_form(viewer=who, application_id=applied[key], version=1, form=form)
    submit_application(viewer=who, application_id=row.id, version=row.version)


def _applicant(application_id: UUID) -> Viewer:
    return applicant_of(Application.objects.get(id=application_id))


def _review(story: Story, applied: dict[str, UUID], key: str) -> None:
    begin_review(viewer=story.acting(REVIEWER), application_id=applied[key])


def _ask(story: Story, applied: dict[str, UUID], key: str) -> None:
    reviewer = story.acting(REVIEWER)
    checks = {Check.SCOPE: "范围清楚，代码 19.09", Check.APPROVED: "批准范围包括 19"}
    values = {
        "checks": {check.value: {"verdict": "yes", "note": note} for check, note in checks.items()},
        "scope_codes": ["19.09"],
    }
    save_review(viewer=reviewer, application_id=applied[key], version=1, values=values)
    ask_applicant(
        viewer=reviewer,
        application_id=applied[key],
        text="老化测试是否有夜班？请说明各班次人数，并在“场所与人数”中更正。",
    )


def _answer(applied: dict[str, UUID], key: str) -> None:
    answer = "有夜班，老化测试夜班 12 人。"
    answer_question(viewer=_applicant(applied[key]), application_id=applied[key], text=answer)


def _ask_again(story: Story, applied: dict[str, UUID], key: str) -> None:
    ask_applicant(
        viewer=story.acting(REVIEWER),
        application_id=applied[key],
        text="请在“各班次人数”中填写 108, 12，并说明夜班是否只做老化测试。",
    )


def _accept(story: Story, applied: dict[str, UUID], key: str) -> None:
    reviewer = story.acting(REVIEWER)
    notes = {check.value: {"verdict": "yes", "note": "见评审记录"} for check in Check}
    values = {
        "checks": notes,
        "scope_codes": ["33.02"],
    }
    save_review(viewer=reviewer, application_id=applied[key], version=1, values=values)
    chosen = {"schemes": [{"scheme": "ISMS"}]}
    save_application_time(viewer=reviewer, application_id=applied[key], number=0, values=chosen)
    accept_application(viewer=reviewer, application_id=applied[key])


def _quote(story: Story, applied: dict[str, UUID], key: str) -> None:
    manager = story.acting(MANAGER)
    lines = [
        {"kind": "audit", "text": "初次认证审核", "quantity": "7", "rate": "3200"},
        {"kind": "certificate", "text": "证书费", "quantity": "1", "rate": "1000"},
    ]
    values = {"currency": "CNY", "tax_percent": 6, "note": "差旅费按实际发生结算。"}
    save_quote(
        viewer=manager, application_id=applied[key], version=0, values={**values, "lines": lines}
    )
    send_quote(viewer=manager, application_id=applied[key])
    with suppress(NoChineseFontError):  # then this machine shows the demo without contract
        make_contract(viewer=manager, application_id=applied[key])


def _sign(story: Story, applied: dict[str, UUID], key: str) -> None:
    """The client has signed; the body's signature is the programme manager's next thing to do."""
    if current_contract(Application.objects.get(id=applied[key])) is None:
        return
    signature = {"name": "邓晓岚", "method": "drawn", "strokes": STROKES}
    sign_contract(viewer=_applicant(applied[key]), application_id=applied[key], signature=signature)


STROKES = (
    "M60 120L75 70L95 62L100 90L84 128L62 140M130 66L128 132M112 92L160 84L176 100"
    "M190 60L184 110L204 128L232 96M226 70L236 132M262 84L330 74M292 58L286 140L270 128"
    "M352 66L344 128L372 118L404 64L398 132L436 96L470 108L520 92"
)
