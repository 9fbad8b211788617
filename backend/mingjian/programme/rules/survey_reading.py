"""A survey's answers in words, line by line: for the body's reading, for Excel, for comparing."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingjian.kit.words import Words
from mingjian.programme.rules.questionnaire import Questionnaire
from mingjian.programme.rules.survey_answers import (
    Device,
    Noise,
    PersonAnswer,
    SiteAnswers,
    SurveyAnswers,
)
from mingjian.programme.rules.survey_checks import Places, noise_place

YES, NO, OPEN = Words("有", "Yes"), Words("无", "No"), Words("", "")
SECURE = Words("特殊信息安全要求", "Special information security")
NOISE = Words("背景噪声", "Background noise")
TOOL = Words("会议软件", "Meeting tool")
NETWORK = Words("网络情况", "Network")
WILLINGNESS = Words("远程审核意愿", "Willingness")


@dataclass(frozen=True, slots=True)
class Line:
    """One answer. ``path`` stays the same from survey to survey."""

    path: str
    group: Words
    label: Words
    value: Words


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer that is not what it was last time; an empty side was not answered."""

    path: str
    group: Words
    label: Words
    before: Words
    after: Words


def lines(answers: SurveyAnswers, asked: Questionnaire, places: Places) -> list[Line]:
    """Every answer in the order of the form."""
    return [
        *_site_lines(answers, asked, places),
        *_people_lines(answers, asked),
        *_area_lines(answers, places),
        *_noise_lines(answers, asked, places),
        Line("meeting_tool", TOOL, TOOL, _tool(answers)),
        Line("willingness", WILLINGNESS, WILLINGNESS, _will(answers, asked)),
    ]


def differences(before: list[Line], after: list[Line]) -> list[Difference]:
    """What changed, in the order of ``after``; what is no longer said comes last."""
    old, new = {line.path: line for line in before}, {line.path: line for line in after}
    found = []
    for path in dict.fromkeys([*new, *old]):
        line = new.get(path) or old[path]
        was = old[path].value if path in old else OPEN
        now = new[path].value if path in new else OPEN
        if was != now:
            found.append(Difference(path, line.group, line.label, was, now))
    return found


def device_words(device: Device | None) -> Words:
    """``2（海康）``, or none."""
    if device is None:
        return NO
    if device.remark:
        return Words(f"{device.count}（{device.remark}）", f"{device.count} ({device.remark})")
    return Words(f"{device.count}", f"{device.count}")


def network_words(site: SiteAnswers, asked: Questionnaire) -> Words:
    """``有线网络，下行 100 / 上行 20 Mbps，车间信号弱``."""
    kind = {item.code: item.words for item in asked.networks}.get(site.network, OPEN)
    speeds = [
        (zh, en, value)
        for zh, en, value in (("下行", "down", site.down_mbps), ("上行", "up", site.up_mbps))
        if value is not None
    ]
    zh = [kind.zh, *(f"{name} {value} Mbps" for name, _, value in speeds), site.network_remark]
    en = [kind.en, *(f"{value} Mbps {name}" for _, name, value in speeds), site.network_remark]
    return Words("，".join(filter(None, zh)), ", ".join(filter(None, en)))


def person_words(person: PersonAnswer | None) -> Words:
    """``李明 139…``, none, or nothing where it is not answered."""
    if person is None or person.has is None:
        return OPEN
    if not person.has:
        return NO
    named = " ".join(filter(None, [person.name, person.phone]))
    return Words(named, named) if named else YES


def _site_lines(answers: SurveyAnswers, asked: Questionnaire, places: Places) -> Iterator[Line]:
    for site, name in places.items():
        answer, group = answers.sites.get(site), Words(name, name)
        is_answered = answer is not None and (answer.devices or answer.has_none)
        for item in asked.devices:
            device = answer.devices.get(item.code) if answer else None
            value = device_words(device) if is_answered else OPEN
            yield Line(f"sites.{site}.{item.code}", group, item.words, value)
        value = network_words(answer, asked) if answer else OPEN
        yield Line(f"sites.{site}.network", group, NETWORK, value)


def _people_lines(answers: SurveyAnswers, asked: Questionnaire) -> Iterator[Line]:
    group = Words("人员", "People")
    for item in asked.people:
        value = person_words(answers.people.get(item.code))
        yield Line(f"people.{item.code}", group, item.words, value)


def _area_lines(answers: SurveyAnswers, places: Places) -> Iterator[Line]:
    if not answers.has_secure_areas:
        value = OPEN if answers.has_secure_areas is None else NO
        yield Line("secure_areas", SECURE, SECURE, value)
        return
    for area in answers.secure_areas:
        place = noise_place(Noise(area.site, area.scene, "", None, ""), places)
        value = Words(
            f"{area.what}；替代方式：{area.alternative}",
            f"{area.what}; instead: {area.alternative}",
        )
        yield Line(f"secure_areas.{area.site}.{area.scene}.{area.what}", SECURE, place, value)


def _noise_lines(answers: SurveyAnswers, asked: Questionnaire, places: Places) -> Iterator[Line]:
    for noise in answers.noise:
        value = noise_words(noise, asked)
        place = noise_place(noise, places)
        yield Line(f"noise.{noise.site}.{noise.scene}", NOISE, place, value)


def noise_words(noise: Noise, asked: Questionnaire) -> Words:
    """``吵闹，实测 82 dB(A)，降噪耳机 2 副``."""
    level = {item.code: item.words for item in asked.levels}.get(noise.level, OPEN)
    measured = f"{noise.dba} dB(A)" if noise.dba is not None else ""
    zh = [level.zh, measured and f"实测 {measured}", noise.plan]
    en = [level.en, measured and f"measured {measured}", noise.plan]
    return Words("，".join(filter(None, zh)), ", ".join(filter(None, en)))


def _tool(answers: SurveyAnswers) -> Words:
    if not answers.meeting_tool:
        return OPEN
    if not answers.meeting_tool_is_own:
        return Words(answers.meeting_tool, answers.meeting_tool)
    return Words(f"{answers.meeting_tool}（常用）", f"{answers.meeting_tool} (in use)")


def _will(answers: SurveyAnswers, asked: Questionnaire) -> Words:
    word = {item.code: item.words for item in asked.willingness}.get(answers.willingness, OPEN)
    zh, en = filter(None, [word.zh, answers.ground]), filter(None, [word.en, answers.ground])
    return Words("：".join(zh), ": ".join(en))


def cells(answers: SurveyAnswers, asked: Questionnaire, places: Places) -> dict[str, Words]:
    """One cell for each item, all sites together: what a workbook shows of one client."""
    return {
        **{item.code: _at_sites(answers, places, item.code) for item in asked.devices},
        **{item.code: person_words(answers.people.get(item.code)) for item in asked.people},
        "network": _joined(
            (name, network_words(answers.sites[site], asked))
            for site, name in places.items()
            if site in answers.sites
        ),
        "secure_areas": _told(list(_area_lines(answers, places))),
        "noise": _told(list(_noise_lines(answers, asked, places))),
        "meeting_tool": _tool(answers),
        "willingness": _will(answers, asked),
    }


def _at_sites(answers: SurveyAnswers, places: Places, code: str) -> Words:
    return _joined(
        (name, device_words(answers.sites[site].devices.get(code)))
        for site, name in places.items()
        if site in answers.sites
    )


def _joined(parts: Iterator[tuple[str, Words]]) -> Words:
    listed = list(parts)
    zh, en = (
        (f"{name} {words.zh}" for name, words in listed),
        (f"{name} {words.en}" for name, words in listed),
    )
    return Words("；".join(zh), "; ".join(en))


def _told(told: list[Line]) -> Words:
    if [line.label for line in told] == [SECURE]:
        return told[0].value
    zh, en = (
        (f"{line.label.zh}：{line.value.zh}" for line in told),
        (f"{line.label.en}: {line.value.en}" for line in told),
    )
    return Words("；".join(zh), "; ".join(en))
