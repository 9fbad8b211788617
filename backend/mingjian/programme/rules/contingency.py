"""The way down when a line fails, in words, and what a contingency plan must have (S16)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mingjian.kit.words import Words

MEANS: dict[str, Words] = {
    "video": Words("视频", "Video"),
    "voice": Words("语音", "Voice"),
    "phone_photos": Words("电话加照片", "Telephone and photos"),
    "text": Words("文字消息", "Text messages"),
    "email": Words("电子邮件", "E-mail"),
}
DIALLED = re.compile(r"(?:\D*\d){7,}")
"""Seven digits at least: a number that can be called."""


def rung(step: Mapping[str, Any]) -> Words:
    """``视频中断 5 分钟 → 电话加照片``."""
    before, after, minutes = MEANS[step["from"]], MEANS[step["to"]], step["after_minutes"]
    return Words(
        f"{before.zh}中断 {minutes} 分钟 → {after.zh}",
        f"{before.en} down for {minutes} minutes → {after.en}",
    )


def is_phone(text: str) -> bool:
    """Whether a text holds a telephone number."""
    return bool(DIALLED.match(text))


def missing(
    *,
    body_contacts: Sequence[Mapping[str, str]],
    client_contacts: Sequence[Mapping[str, str]],
    ladder: Sequence[Mapping[str, Any]],
    decides: str,
    reserve_dates: Sequence[str],
) -> list[Words]:
    """What a plan still lacks, each in a few words; a ready one lacks nothing."""
    wanted = (
        (any(is_phone(each["phone"]) for each in body_contacts), BODY_PHONE),
        (any(is_phone(each["phone"]) for each in client_contacts), CLIENT_PHONE),
        (bool(ladder), Words("替代方式的顺序", "the order of other means")),
        (bool(decides), Words("由谁决定", "who decides")),
        (bool(reserve_dates), Words("备用日期", "a reserve date")),
    )
    return [words for is_there, words in wanted if not is_there]


BODY_PHONE = Words("认证机构的电话", "a telephone number of the certification body")
CLIENT_PHONE = Words("客户的电话", "a telephone number of the client")
