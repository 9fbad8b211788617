"""Audit time and the choice of sites."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input, Line, Schema
from mingjian.programme.schemas.sentences import Sentence

Percent = Annotated[float, Field(ge=0, le=100)]
Reason = Annotated[str, StringConstraints(max_length=1000)]
Days = Annotated[Decimal, Field(gt=0, le=999, multiple_of=Decimal("0.5"))]


class TimeFactorIn(Input):
    code: Line
    pct: Annotated[float, Field(ge=-100, le=100)]
    reason: Reason = ""


class TimeSchemeIn(Input):
    scheme: Line
    complexity: Annotated[str, StringConstraints(max_length=10)] = ""
    factors: Annotated[list[TimeFactorIn], Field(max_length=30)] = Field(default_factory=list)


class TimeSiteIn(Input):
    id: Line
    visited: bool = True
    repetitive_reduction_pct: Percent = 0
    repetitive_reason: Reason = ""
    central_reduction_pct: Percent = 0
    central_reason: Reason = ""


class TimeChoices(Input):
    """What a person chooses; the rest is the case's own and its client's sites'."""

    schemes: Annotated[list[TimeSchemeIn], Field(min_length=1, max_length=8)]
    sites: Annotated[list[TimeSiteIn], Field(max_length=2000)] = Field(default_factory=list)
    is_sampled: bool = False
    integration_pct: Percent = 0
    ability_pct: Percent = 100
    remote_share_pct: Percent = 100
    off_site_pct: Percent = 20


class NewTime(Input):
    """``number`` is the calculation that the form started from; 0 where there was none."""

    number: Annotated[int, Field(ge=0)]
    choices: TimeChoices
    days: Days | None = None
    override_reason: Annotated[str, StringConstraints(max_length=4000)] = ""


class NewSiteSample(Input):
    wanted: Annotated[list[UUID], Field(max_length=2000)] = Field(default_factory=list)
    is_sampling_fit: bool = True


class TimeLineOut(Schema):
    """One step; sentences are in the reader's language."""

    key: str
    basis: Sentence
    document: Sentence
    clause: str
    source: str
    stamp: str
    delta: str
    total: str
    note: Sentence


class TimeResult(Schema):
    days: str
    on_site_days: str
    auditing_days: str
    personnel: int
    lines: list[TimeLineOut]
    warnings: list[Sentence]
    stamps: list[str]


class TimeOut(Schema):
    id: UUID
    number: int
    inputs: dict[str, Any]
    result: TimeResult
    required_days: float
    override_reason: str
    author: str
    created_at: datetime


class TimeFactorOption(Schema):
    code: str
    name: Sentence
    low: float
    high: float


class TimeOptions(Schema):
    complexity: dict[str, list[str]]
    factors: list[TimeFactorOption]


class UncountedMember(Schema):
    name: str
    role: str
    days: float


class TimeProposedSite(TimeSiteIn):
    name: str
    is_central: bool
    headcount: dict[str, Any]


class TimeProposal(Schema):
    """What the form starts with: the last choices, today's sites."""

    kind: str
    mode: str
    schemes: list[TimeSchemeIn]
    sites: list[TimeProposedSite]
    is_sampled: bool
    integration_pct: float
    ability_pct: float
    remote_share_pct: float
    off_site_pct: float


class TimePage(Schema):
    """Everything the page of a case's audit time shows."""

    proposed: TimeProposal
    options: TimeOptions
    last: TimeOut | None
    is_outdated: bool
    assigned: float
    uncounted: list[UncountedMember]


class ApplicationTimePage(Schema):
    """What the audit time of an application is calculated with, in its review."""

    proposed: TimeProposal
    options: TimeOptions
    last: TimeOut | None
    is_outdated: bool


class TimeReplay(Schema):
    is_same: bool
    result: TimeResult


class SampledSiteOut(Schema):
    id: str
    name: str
    people: int
    is_central: bool
    last_visited: str
    why: str


class SiteSampleOut(Schema):
    id: UUID
    number: int
    size: int
    seed: str
    is_sampling_fit: bool
    stamp: str
    author: str
    created_at: datetime
    sites: list[SampledSiteOut]
