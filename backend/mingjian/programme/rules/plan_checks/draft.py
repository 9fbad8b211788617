"""What a check sees of a plan, and what it says about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from mingjian.kit.words import Words
from mingjian.programme.rules.plan_tools import PlanTool

AUDITORS = frozenset({"LA", "AU"})
"""Team roles whose time counts as audit time (IAF MD 5)."""
AUDIT_KINDS = frozenset({"opening", "work", "closing"})
"""Kinds of item that are audit time."""
PAUSES = frozenset({"break", "travel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the plan."""

    id: UUID
    kind: str
    title: str
    starts_at: datetime
    ends_at: datetime
    day: date
    """The local day of its start."""
    zone: str = "Asia/Shanghai"
    members: tuple[UUID, ...] = ()
    clauses: tuple[tuple[str, str], ...] = ()
    site: UUID | None = None
    scene: str = ""
    is_remote: bool = False
    method: str = ""
    tool: str = ""

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    @property
    def when(self) -> str:
        """``11-24 14:00–15:00`` on the clock of the place."""
        start, end = (
            each.astimezone(ZoneInfo(self.zone)) for each in (self.starts_at, self.ends_at)
        )
        return f"{start:%m-%d %H:%M}–{end:%H:%M}"

    def overlaps(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of the team."""

    id: UUID
    name: str
    role: str
    schemes: tuple[str, ...] = ()
    days: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Engaged:
    """A member is elsewhere then: another audit, as instants."""

    member: UUID
    starts_at: datetime
    ends_at: datetime
    where: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers of the body's rule pack."""

    screen_minutes: int = 120
    """The longest time before a screen without a break."""
    break_minutes: int = 10
    day_minutes: int = 480
    onsite_percent: int = 80
    """The least share of audit time that is spent with the client."""
    source: str = ""

    @staticmethod
    def of(parameters: Mapping[str, Any], source: str = "") -> "Limits":
        known = ("screen_minutes", "break_minutes", "day_minutes", "onsite_percent")
        given = {name: int(parameters[name]) for name in known if name in parameters}
        return Limits(**given, source=source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan with everything that its checks need."""

    kind: str
    mode: str
    schemes: tuple[str, ...]
    starts_on: date | None
    ends_on: date | None
    items: tuple[Item, ...]
    team: tuple[Member, ...]
    engaged: tuple[Engaged, ...] = ()
    forbidden: Mapping[tuple[str, str], Words] = field(default_factory=dict)
    """(scheme, scene) that must not be audited remotely → why; where nobody has looked closer."""
    assessed: Mapping[tuple[UUID, str], Mapping[str, str]] = field(default_factory=dict)
    """(site, scene) → scheme → what was found there: ``remote_ok``, ``limited``, ``forbidden``."""
    tools: tuple[PlanTool, ...] = ()
    """What the items may name, and how each stands on this audit."""
    required_days: Decimal | None = None
    limits: Limits = Limits()

    def member(self, member_id: UUID) -> Member | None:
        return next((each for each in self.team if each.id == member_id), None)

    def names(self, ids: tuple[UUID, ...]) -> str:
        return "、".join(each.name for each in self.team if each.id in ids)

    def of(self, member: Member) -> list[Item]:
        """A member's items in order of time."""
        mine = [item for item in self.items if member.id in item.members]
        return sorted(mine, key=lambda item: item.starts_at)

    def auditors(self) -> Iterator[Member]:
        return (member for member in self.team if member.role in AUDITORS)

    def auditor_minutes(self) -> int:
        """Audit time in the plan: every auditor's, no more than a full day each day."""
        return sum(
            min(minutes, self.limits.day_minutes)
            for member in self.auditors()
            for minutes in self.by_day(member).values()
        )

    def by_day(self, member: Member) -> dict[date, int]:
        """Minutes of audit time per local day."""
        days: dict[date, int] = {}
        for item in self.of(member):
            if item.kind in AUDIT_KINDS:
                days[item.day] = days.get(item.day, 0) + item.minutes
        return days


EDIT = Words("修改", "Edit it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with a plan, said in a sentence, with what mends it."""

    check: str
    words: Words
    rule: str
    """The clause or rule behind it."""
    about: str = ""
    """What tells two findings of one check apart."""
    items: tuple[UUID, ...] = ()
    fix: str = "edit"
    """``edit`` the first item, ``add`` one of ``add_kind``, or ``team``, ``tools``, ``assess``."""
    fix_words: Words = EDIT
    add_kind: str = ""
    add_clauses: tuple[tuple[str, str], ...] = ()
    is_blocking: bool = True
    may_override: bool = False

    @property
    def key(self) -> str:
        return f"{self.check}:{self.about}" if self.about else self.check
