"""What an audit-time calculation is given; kept as JSON beside its result and replayed from it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from mingjian.programme.rules.headcount import Headcount


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One reason to add time (positive percentage) or to save it (negative)."""

    code: str
    pct: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeInputs:
    """One scheme: its complexity category, where its table has some, and its factors."""

    scheme: str
    complexity: str = ""
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteInputs:
    """One site with its people; ``visited`` and the central reduction matter when sampling."""

    id: str
    name: str
    headcount: Headcount
    is_central: bool = False
    visited: bool = True
    repetitive_reduction_pct: float = 0
    repetitive_reason: str = ""
    central_reduction_pct: float = 0
    central_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything the result depends on, besides the rule packs."""

    kind: str
    """The case's kind: surveillance, recertification, stage_1, …; of an application: initial."""
    mode: str = "on_site"
    jurisdiction: str = "CN"
    schemes: tuple[SchemeInputs, ...]
    sites: tuple[SiteInputs, ...]
    is_sampled: bool = False
    """IAF MD 1 is applied: time is counted site by site, for the visited ones."""
    integration_pct: float = 0
    """Level of integration of the management systems (IAF MD 11)."""
    ability_pct: float = 100
    """How far the team can audit several schemes at once (IAF MD 11)."""
    remote_share_pct: float = 100
    """Of the audit time, in a remote or hybrid audit."""
    off_site_pct: float = 20
    """Planning and report writing, as a share of the audit time."""

    @staticmethod
    def of(values: Mapping[str, Any]) -> "Inputs":
        """From JSON as kept or sent; raises TypeError on unknown keys."""
        plain = {key: value for key, value in values.items() if key not in {"schemes", "sites"}}
        return Inputs(
            **plain,
            schemes=tuple(_scheme(each) for each in values["schemes"]),
            sites=tuple(_site(each) for each in values["sites"]),
        )

    def stored(self) -> dict[str, Any]:
        """Plain JSON."""
        values: dict[str, Any] = _plain(asdict(self))
        return values

    @property
    def visited(self) -> tuple[SiteInputs, ...]:
        """The sites whose people count: all of them unless the organisation is sampled."""
        return tuple(site for site in self.sites if site.visited or not self.is_sampled)


@dataclass(slots=True)
class Faults:
    """What cannot be calculated, by field, in both languages."""

    by_field: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, name: str, zh: str, en: str) -> None:
        self.by_field.setdefault(name, (zh, en))


def _scheme(values: Mapping[str, Any]) -> SchemeInputs:
    factors = tuple(Factor(**each) for each in values.get("factors", ()))
    return SchemeInputs(**{**values, "factors": factors})


def _site(values: Mapping[str, Any]) -> SiteInputs:
    return SiteInputs(**{**values, "headcount": Headcount.of(values["headcount"])})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value
