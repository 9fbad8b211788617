"""What the client's answers say for and against a remote audit."""

from collections.abc import Iterator

from mingjian.kit.words import Words
from mingjian.programme.rules.feasibility.known import (
    BLOCKS,
    LIMITS,
    NOTES,
    OPEN,
    SUPPORTS,
    Answers,
    Ground,
)

SURVEY = Words("客户调查", "Client survey")
LIMITING = frozenset({"D3"})
"""Devices whose absence limits what can be remote; without the others there are ways around."""

NOT_ANSWERED = Words("客户还没有答复调查。", "The client has not answered the survey yet.")
NO_CAMERA = Words(
    "客户没有可联网并带摄像头的电脑或手机。",
    "The client has no networked computer or telephone with a camera.",
)
NO_NETWORK = Words("网络条件不足。", "The network is not good enough.")
NOT_SAID = Words("客户没有说明是否愿意远程。", "The client has not said whether it is willing.")
WILLING = Words("客户愿意接受远程审核。", "The client is willing.")
UNWILLING = Words("客户不愿意接受远程审核", "The client does not want a remote audit")
PARTLY = Words("客户只同意部分远程", "The client is willing in part")
SECURE = Words("有特殊信息安全要求", "Special information security")


def of_survey(answers: Answers) -> Iterator[Ground]:
    """Willingness first, then devices, people, secure areas and noise."""
    if not answers.is_answered:
        yield _said(OPEN, "accepted", NOT_ANSWERED)
        return
    yield _willingness(answers)
    if not answers.has_camera:
        yield _said(BLOCKS, "ability", NO_CAMERA)
    if not answers.has_network:
        yield _said(LIMITS, "ability", NO_NETWORK)
    for item, name in answers.missing_devices.items():
        words = Words(f"没有：{name.zh}", f"Missing: {name.en}")
        yield _said(LIMITS if item in LIMITING else NOTES, "technology", words, item)
    for item, name in answers.missing_people.items():
        words = Words(f"没有人员：{name.zh}", f"Nobody for: {name.en}")
        yield _said(LIMITS, "ability", words, item)
    if answers.special_areas:
        yield _said(NOTES, "information", _with(SECURE, answers.special_areas))
    for remark in answers.remarks:
        yield _said(NOTES, "ability", remark)


def _willingness(answers: Answers) -> Ground:
    if answers.willingness == "no":
        return _said(BLOCKS, "accepted", _with(UNWILLING, answers.ground))
    if answers.willingness == "partly":
        return _said(LIMITS, "accepted", _with(PARTLY, answers.ground))
    if answers.willingness == "yes":
        return _said(SUPPORTS, "accepted", WILLING)
    return _said(OPEN, "accepted", NOT_SAID)


def _with(words: Words, detail: str) -> Words:
    if not detail:
        return Words(f"{words.zh}。", f"{words.en}.")
    return Words(f"{words.zh}：{detail}", f"{words.en}: {detail}")


def _said(effect: str, about: str, words: Words, item: str = "") -> Ground:
    source = Words(f"{SURVEY.zh} {item}".strip(), f"{SURVEY.en} {item}".strip())
    return Ground(effect=effect, source=source, words=words, about=about)
