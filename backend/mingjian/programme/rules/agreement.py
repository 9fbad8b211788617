"""The remote agreement's six points a–f as text, in both languages (S10).

The wording is our own; what the certification body has to promise and the client to accept is
said in full, so that the document stands without this platform. Points that a person fills in
come from :class:`Terms`, everything else from the case.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mingjian.kit.words import Words

TEXTS = Path(__file__).resolve().parents[1] / "documents" / "remote_agreement.json"

MEDIA: dict[str, Words] = {
    "attendance": Words("首末次会议签到截屏", "Attendance picture of opening and closing meeting"),
    "still": Words("审核场景截图", "Still pictures of audited scenes"),
    "recording": Words("录音录像", "Sound and video recording"),
    "transcript": Words("语音转文字", "Speech turned into text"),
    "file": Words("客户提供的文件副本", "Copies of files that the client provides"),
}
"""Classes of capture; each is allowed by itself or not at all."""
RECORDS = frozenset({"attendance", "still"})
"""Classes that become audit records where they are cited; the others are working media."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a programme manager fills in."""

    tools: str = ""
    """Agreed ICT and platform."""
    media: tuple[str, ...] = ("attendance", "still")
    """Classes of :data:`MEDIA` that the client permits."""
    delete_within_days: int = 30
    record_years: int = 6
    interviewees: str = ""
    note: str = ""

    @staticmethod
    def of(stored: Mapping[str, Any]) -> "Terms":
        return Terms(**{**stored, "media": tuple(stored.get("media", ("attendance", "still")))})

    def stored(self) -> dict[str, Any]:
        return {**asdict(self), "media": list(self.media)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One row of point b."""

    place: Words
    verdict: Words
    presentation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    role: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the case says: the parties, the scenes, the people, the contingency plan."""

    number: str
    version: int
    body: Words
    client: Words
    schemes: str
    days: str
    mode: Words
    terms: Terms
    scenes: tuple[Scene, ...] = ()
    coordinator: Contact | None = None
    body_contacts: tuple[Contact, ...] = ()
    client_contacts: tuple[Contact, ...] = ()
    ladder: tuple[Words, ...] = ()
    decides: str = ""
    reserve_dates: tuple[str, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Section:
    """A point of the agreement: sentences, then a table where there is one."""

    title: Words
    lines: list[Words] = field(default_factory=list)
    head: tuple[Words, ...] = ()
    rows: list[tuple[Words, ...]] = field(default_factory=list)


def sections(of: Subject) -> list[Section]:
    """Points a to f, in order."""
    return [_tools(of), _scenes(of), _protection(), _media(of.terms), _people(of), _change(of)]


def said(key: str, **values: object) -> Words:
    """A sentence of the agreement with its values; they are put in once and never read again."""
    text = texts()[key]
    return Words(text["zh"].format(**values), text["en"].format(**values))


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Every sentence of the agreement, in both languages."""
    found: Mapping[str, Mapping[str, str]] = json.loads(TEXTS.read_text("utf-8"))
    return found


def _tools(of: Subject) -> Section:
    title = Words("一、约定的技术和平台", "a) Technology and platform")
    return Section(title, [said("purpose"), said("tools", tools=of.terms.tools), said("own_tool")])


def _scenes(of: Subject) -> Section:
    return Section(
        Words("二、展示什么、怎样展示、从哪里展示", "b) What is shown, how, and from where"),
        [said("scenes")],
        head=(
            Words("场所和场景", "Site and scene"),
            Words("适用性", "Suitability"),
            Words("展示方式", "How it is shown"),
        ),
        rows=[(each.place, each.verdict, _same(each.presentation or "—")) for each in of.scenes],
    )


def _protection() -> Section:
    keys = ("body_keeps", "client_keeps", "no_evasion", "encrypted")
    title = Words("三、数据保护和保密", "c) Data protection and confidentiality")
    return Section(title, [said(key) for key in keys])


def _media(terms: Terms) -> Section:
    return Section(
        Words("四、截取和录制、保存和删除", "d) Capture and recording, keeping and deletion"),
        [
            said("permission"),
            said("deletion", delete_within_days=terms.delete_within_days),
            said("records", record_years=terms.record_years),
        ],
        head=(Words("类别", "Class"), Words("许可", "Permission"), Words("保存为", "Kept as")),
        rows=[
            (name, PERMITTED[code in terms.media], KEPT_AS[code in RECORDS])
            for code, name in MEDIA.items()
        ],
    )


PERMITTED = {True: Words("许可", "permitted"), False: Words("不许可", "not permitted")}
KEPT_AS = {True: Words("审核记录", "audit record"), False: Words("工作媒体", "working media")}


def _people(of: Subject) -> Section:
    lines = [said("coordinator_does")]
    if of.coordinator:
        named = f"{of.coordinator.name} {of.coordinator.phone}".strip()
        lines.append(said("coordinator", coordinator=named))
    if of.terms.interviewees:
        lines.append(said("interviewees", interviewees=of.terms.interviewees))
    return Section(
        Words("五、人员", "e) People"),
        lines,
        head=(
            Words("一方", "Party"),
            Words("姓名", "Name"),
            Words("职责", "Part"),
            Words("电话", "Telephone"),
        ),
        rows=[
            (side, _same(each.name), _same(each.role or "—"), _same(each.phone))
            for side, contacts in ((of.client, of.client_contacts), (of.body, of.body_contacts))
            for each in contacts
        ],
    )


def _change(of: Subject) -> Section:
    days = "、".join(of.reserve_dates)
    lines = [
        said("way_down"),
        *of.ladder,
        said("decides", decides=of.decides or "—"),
        said("reserve_dates", reserve_dates=days or "—"),
        *(_same(note) for note in (of.note, of.terms.note) if note),
    ]
    return Section(Words("六、应急和改变方法", "f) Contingency and change of method"), lines)


def _same(text: str) -> Words:
    return Words(text, text)
