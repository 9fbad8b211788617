"""What a survey still lacks, what in it does not fit together, and what changed since last time.

Every function is pure and gives sentences in both languages with the place they are about:
``sites.<site>.network``, ``people.P1``, ``noise.0.plan``. Gaps stop the answer from being
handed in; warnings go with it to whoever decides on feasibility.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mingjian.kit.words import Words
from mingjian.programme.rules.questionnaire import Questionnaire
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.rules.survey_answers import Noise, SiteAnswers, SurveyAnswers

LOUDNESS: dict[str, tuple[int, int]] = {
    "quiet": (0, 55),
    "moderate": (55, 70),
    "loud": (70, 85),
    "very_loud": (85, 200),
}
"""dB(A) that fit a word, from – to. From 85 dB(A) hearing protection is duty (GBZ 2.2); the
lower bounds are this product's proposal, about where speech at one metre has to be raised."""

LEAST_UP_MBPS = 2
"""Uplink below which one camera at 720p is not carried reliably; a proposal to be confirmed."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about one place of the form."""

    path: str
    words: Words


Places = Mapping[str, str]
"""Site id → name: where the questions on devices and network are asked."""


def missing(answers: SurveyAnswers, asked: Questionnaire, places: Places) -> list[Remark]:
    """What has to be answered before the survey can be handed in."""
    return [
        *_missing_at_sites(answers, places),
        *_missing_people(answers, asked),
        *_missing_areas(answers),
        *_missing_noise(answers),
        *_missing_will(answers),
    ]


def warnings(answers: SurveyAnswers, places: Places) -> list[Remark]:
    """What does not fit together, or speaks against auditing remotely as things are."""
    found = [*_weak_sites(answers, places), *_loud_scenes(answers, places)]
    for code, words in _UNMANNED.items():
        answer = answers.people.get(code)
        if answer is not None and answer.has is False:
            found.append(Remark(f"people.{code}", words))
    if answers.willingness == "no":
        found.append(Remark("willingness", Words("客户不愿意接受远程审核。", _UNWILLING)))
    return found


_UNWILLING = "The client does not want to be audited remotely."
_UNMANNED = {
    "P1": Words("没有人安排远程审核事务。", "Nobody arranges remote matters."),
    "P2": Words("没有人协助不熟悉工具的人员。", "Nobody helps those unskilled in the tools."),
    "P3": Words("没有人及时处理突发情况。", "Nobody handles incidents in time."),
}


def scene_words(scene: str) -> Words:
    """What a scene is called; an unknown code speaks for itself."""
    return Words(*SCENES.get(scene, (scene, scene)))


def _missing_at_sites(answers: SurveyAnswers, places: Places) -> Iterator[Remark]:
    for site, name in places.items():
        answer = answers.sites.get(site)
        if answer is None or not (answer.devices or answer.has_none):
            words = Words(
                f"{name}：请勾选已有的设备，或选择“都没有”。",
                f"{name}: tick the devices that are there, or “none of these”.",
            )
            yield Remark(f"sites.{site}.devices", words)
        if answer is None or not answer.network:
            yield Remark(
                f"sites.{site}.network",
                Words(f"{name}：请选择网络情况。", f"{name}: say what network there is."),
            )


def _missing_people(answers: SurveyAnswers, asked: Questionnaire) -> Iterator[Remark]:
    for item in asked.people:
        answer, path = answers.people.get(item.code), f"people.{item.code}"
        if answer is None or answer.has is None:
            words = Words(f"请回答：{item.words.zh}。", f"Please answer: {item.words.en}.")
            yield Remark(path, words)
        elif answer.has and not answer.name:
            words = Words(f"{item.words.zh}：请填写姓名。", f"{item.words.en}: give a name.")
            yield Remark(path, words)


def _missing_areas(answers: SurveyAnswers) -> Iterator[Remark]:
    if answers.has_secure_areas is None or (answers.has_secure_areas and not answers.secure_areas):
        words = Words(
            "请说明有没有对信息安全有特殊要求的场所或文件；有则至少列出一项。",
            "Say whether places or documents need special information security; if so, list them.",
        )
        yield Remark("secure_areas", words)
    if not answers.has_secure_areas:
        return
    for number, area in enumerate(answers.secure_areas):
        if not area.what:
            words = Words("请写明哪些内容不能拍摄或展示。", "Say what may not be shown.")
            yield Remark(f"secure_areas.areas.{number}.what", words)
        if not area.alternative:
            words = Words(
                "请写明可以采用的替代方式，例如到现场查看。",
                "Say what is offered instead, such as a visit.",
            )
            yield Remark(f"secure_areas.areas.{number}.alternative", words)


def _missing_noise(answers: SurveyAnswers) -> Iterator[Remark]:
    if not answers.noise and answers.willingness != "no":
        words = Words(
            "请至少登记一个要展示的场景的噪声情况。",
            "Say for at least one scene to be shown how loud it is.",
        )
        yield Remark("noise", words)
    for number, noise in enumerate(answers.noise):
        if not noise.scene or not noise.level:
            words = Words("请选择场景和噪声程度。", "Choose the scene and how loud it is.")
            yield Remark(f"noise.{number}", words)


def _missing_will(answers: SurveyAnswers) -> Iterator[Remark]:
    if not answers.meeting_tool and answers.willingness != "no":
        words = Words(
            "请填写贵单位习惯使用的会议软件；没有则写“无”。",
            "Name the meeting tool that you use; write “none” if there is none.",
        )
        yield Remark("meeting_tool", words)
    if not answers.willingness:
        words = Words("请选择是否愿意接受远程审核。", "Say whether you are willing.")
        yield Remark("willingness", words)
    elif answers.willingness != "yes" and not answers.ground:
        words = Words("请写明理由或例外的内容。", "Give the ground, or what is excepted.")
        yield Remark("willingness.ground", words)


def _weak_sites(answers: SurveyAnswers, places: Places) -> Iterator[Remark]:
    for site, name in places.items():
        answer = answers.sites.get(site)
        if answer is not None:
            for part, words in _weaknesses(answer, name):
                yield Remark(f"sites.{site}.{part}", words)


def _weaknesses(answer: SiteAnswers, name: str) -> Iterator[tuple[str, Words]]:
    if answer.network == "none" and answer.has("D7"):
        yield (
            "network",
            Words(
                f"{name}：勾选了“良好的网络”，又填“没有网络”，请核对。",
                f"{name}: “good network” is ticked, yet there is none. Check it.",
            ),
        )
    elif answer.network and (answer.network == "none" or not answer.has("D7")):
        yield (
            "network",
            Words(
                f"{name}：没有良好的网络，无法保证视频。",
                f"{name}: no good network, so video cannot be relied on.",
            ),
        )
    if answer.up_mbps is not None and answer.up_mbps < LEAST_UP_MBPS:
        yield (
            "network",
            Words(
                f"{name}：上行 {answer.up_mbps} Mbps，低于视频所需的 {LEAST_UP_MBPS} Mbps。",
                f"{name}: {answer.up_mbps} Mbps up; video needs {LEAST_UP_MBPS}.",
            ),
        )
    if (answer.devices or answer.has_none) and not (answer.has("D1") or answer.has("D2")):
        yield (
            "devices",
            Words(
                f"{name}：没有可联网的电脑或手机，不能远程审核。",
                f"{name}: neither a networked computer nor a smartphone: no remote audit there.",
            ),
        )


def _loud_scenes(answers: SurveyAnswers, places: Places) -> Iterator[Remark]:
    for number, noise in enumerate(answers.noise):
        where = noise_place(noise, places)
        if noise.is_loud and not noise.plan:
            words = Words(
                f"{where.zh}：噪声大，但没有降噪耳机安排。",
                f"{where.en}: loud, and no headset plan.",
            )
            yield Remark(f"noise.{number}.plan", words)
        elif noise.is_loud and not answers.has_device("D6", noise.site):
            words = Words(
                f"{where.zh}：噪声大，但没有登记降噪耳机和话筒（D6）。",
                f"{where.en}: loud, and no noise-cancelling headset (D6) is there.",
            )
            yield Remark(f"noise.{number}.plan", words)
        if noise.dba is not None and noise.level in LOUDNESS:
            low, high = LOUDNESS[noise.level]
            if not low <= noise.dba < high:
                words = Words(
                    f"{where.zh}：实测 {noise.dba} dB(A) 与所选程度不符，请核对。",
                    f"{where.en}: {noise.dba} dB(A) does not fit the word chosen. Check it.",
                )
                yield Remark(f"noise.{number}.dba", words)


def noise_place(noise: Noise, places: Places) -> Words:
    """``总部 · 生产现场``."""
    scene, name = scene_words(noise.scene), places.get(noise.site, "")
    if not name:
        return scene
    return Words(f"{name} · {scene.zh}", f"{name} · {scene.en}")
