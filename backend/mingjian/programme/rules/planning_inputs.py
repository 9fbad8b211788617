"""Planning inputs (S17): six questions about a client that say how far an audit can be remote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mingjian.kit.words import Words

GRADES = ("low", "medium", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningInput:
    """One question, and what each of its three grades means for this question."""

    code: str
    title: Words
    means: Mapping[str, Words]


def _input(code: str, title: Words, *means: Words) -> PlanningInput:
    return PlanningInput(code=code, title=title, means=dict(zip(GRADES, means, strict=True)))


INPUTS: dict[str, PlanningInput] = {
    each.code: each
    for each in (
        _input(
            "need",
            Words("远程审核的需要", "Need for remote"),
            Words("可有可无，多为方便", "Convenience only"),
            Words("部分场所或时段需要", "Some sites or hours need it"),
            Words("不远程则难以按期完成", "Without it the audit can hardly be held in time"),
        ),
        _input(
            "organisation",
            Words("客户的组织能力", "The client's organising ability"),
            Words("没有专人，配合不及时", "Nobody in charge, slow to help"),
            Words("有协调员，需要提醒", "A coordinator who needs reminding"),
            Words("协调员得力，各场所有人", "An able coordinator and people at every site"),
        ),
        _input(
            "informatisation",
            Words("信息化程度", "Level of informatisation"),
            Words("以纸质记录为主", "Mostly paper records"),
            Words("主要过程有系统", "Systems for the main processes"),
            Words("记录基本在系统中，可在线查看", "Nearly all in systems, to be read on line"),
        ),
        _input(
            "history",
            Words("以往审核情况", "History of audits"),
            Words("首次审核，或问题多", "First audit, or many problems"),
            Words("有少量未关闭的问题", "A few points still open"),
            Words("历次良好，有远程经验", "Good so far, with remote experience"),
        ),
        _input(
            "complexity",
            Words("场所和过程的复杂程度", "Complexity of sites and processes"),
            Words("单一场所，过程简单", "One site, simple processes"),
            Words("多场所或有特殊过程", "Several sites or special processes"),
            Words("多场所、多班次、高风险过程", "Many sites and shifts, hazardous processes"),
        ),
        _input(
            "outside",
            Words("外部影响（疫情、天气等）", "Outside influences (epidemic, weather, …)"),
            Words("没有影响", "None"),
            Words("可能影响行程或人员", "May touch travel or people"),
            Words("已限制到场", "Coming to the site is restricted"),
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was chosen for one input, and why."""

    grade: str
    reason: str = ""


def answers(stored: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers kept in a programme's ``inputs``; whatever else is kept there is left out."""
    return {
        code: Answer(grade=stored[code]["grade"], reason=stored[code].get("reason", ""))
        for code in INPUTS
        if isinstance(stored.get(code), Mapping) and stored[code].get("grade") in GRADES
    }


def stored(given: Mapping[str, Answer]) -> dict[str, dict[str, str]]:
    """What a programme's ``inputs`` keep of the answers."""
    return {
        code: {"grade": given[code].grade, "reason": given[code].reason}
        for code in INPUTS
        if code in given
    }


def faults(given: Mapping[str, Answer]) -> dict[str, Words]:
    """By input: an answer without its reason, or with a grade that does not exist."""
    wrong: dict[str, Words] = {}
    for code, answer in given.items():
        if code not in INPUTS or answer.grade not in GRADES:
            wrong[code] = Words("请选择一个等级。", "Choose one of the grades.")
        elif not answer.reason.strip():
            wrong[code] = Words("请写明理由。", "Say why.")
    return wrong


def suggests(
    when: Iterable[Mapping[str, Any]], given: Mapping[str, Answer]
) -> tuple[tuple[str, str], ...]:
    """Which of the conditions of a library entry the answers meet: (input, grade) each."""
    return tuple(
        (each["input"], given[each["input"]].grade)
        for each in when
        if each["input"] in given and given[each["input"]].grade in each["grades"]
    )
