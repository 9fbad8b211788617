"""What a client answered, typed; read from the JSON that a survey keeps.

Nothing here judges: an incomplete answer is read as far as it goes. What is missing and what
does not fit together is said by ``rules.survey_checks``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WHOLE = "all"
"""The place that stands for the whole organisation while no site of it is registered."""

Stored = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Device:
    """A device item that is there."""

    count: int
    remark: str


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """What there is at one site. ``devices`` holds only what is there."""

    devices: Mapping[str, Device]
    has_none: bool
    """Said so: none of the nine is there; otherwise an empty list is an open question."""
    network: str
    up_mbps: int | None
    down_mbps: int | None
    network_remark: str

    def has(self, code: str) -> bool:
        return code in self.devices


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Whether there is somebody for it, and who. None: not answered."""

    has: bool | None
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class SecureArea:
    """A place or document that may not be shown as it is, and what is offered instead."""

    site: str
    scene: str
    what: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Noise:
    """How loud a scene is, and how people will hear each other there."""

    site: str
    scene: str
    level: str
    dba: int | None
    plan: str

    @property
    def is_loud(self) -> bool:
        return self.level in {"loud", "very_loud"}


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """All answers of one survey."""

    sites: Mapping[str, SiteAnswers]
    """By site id, or :data:`WHOLE`."""
    people: Mapping[str, PersonAnswer]
    has_secure_areas: bool | None
    secure_areas: tuple[SecureArea, ...]
    noise: tuple[Noise, ...]
    meeting_tool: str
    meeting_tool_is_own: bool
    """The client's own or habitual tool, which is the first choice (S22)."""
    willingness: str
    """``yes``, ``partly``, ``no``; empty: not answered."""
    ground: str

    @staticmethod
    def of(stored: Stored) -> "SurveyAnswers":
        """From what the database or a form holds; unknown keys are passed over."""
        tool = stored.get("meeting_tool") or {}
        willing = stored.get("willingness") or {}
        secure = stored.get("secure_areas") or {}
        return SurveyAnswers(
            sites={key: _site(value) for key, value in (stored.get("sites") or {}).items()},
            people={key: _person(value) for key, value in (stored.get("people") or {}).items()},
            has_secure_areas=secure.get("has"),
            secure_areas=tuple(_area(each) for each in secure.get("areas") or ()),
            noise=tuple(_noise(each) for each in stored.get("noise") or ()),
            meeting_tool=tool.get("name", ""),
            meeting_tool_is_own=bool(tool.get("is_own", True)),
            willingness=willing.get("answer", ""),
            ground=willing.get("ground", ""),
        )

    def has_device(self, code: str, site: str = "") -> bool:
        """Whether a device item is there: at ``site``, or at any site."""
        places = [self.sites[site]] if site in self.sites else list(self.sites.values())
        return any(place.has(code) for place in places)

    def has_person(self, code: str) -> bool:
        """Whether somebody is named for a people item."""
        answer = self.people.get(code)
        return answer is not None and answer.has is True and bool(answer.name)

    @property
    def loud_without_plan(self) -> tuple[Noise, ...]:
        """Loud scenes for which nobody has planned how to be heard."""
        return tuple(each for each in self.noise if each.is_loud and not each.plan)


def _site(value: Stored) -> SiteAnswers:
    network = value.get("network") or {}
    return SiteAnswers(
        devices={
            code: Device(count=each.get("count") or 1, remark=each.get("remark", ""))
            for code, each in (value.get("devices") or {}).items()
        },
        has_none=bool(value.get("has_none")),
        network=network.get("kind", ""),
        up_mbps=network.get("up_mbps"),
        down_mbps=network.get("down_mbps"),
        network_remark=network.get("remark", ""),
    )


def _person(value: Stored) -> PersonAnswer:
    return PersonAnswer(value.get("has"), value.get("name", ""), value.get("phone", ""))


def _area(value: Stored) -> SecureArea:
    names = ("site", "scene", "what", "alternative")
    return SecureArea(*(value.get(name, "") for name in names))


def _noise(value: Stored) -> Noise:
    site, scene, level = (value.get(name, "") for name in ("site", "scene", "level"))
    return Noise(site, scene, level, value.get("dba"), value.get("plan", ""))
