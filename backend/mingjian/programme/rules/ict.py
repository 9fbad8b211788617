"""What somebody must be able to do with hardware and software before auditing remotely."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingjian.kit.words import Words

AREAS = ("hardware", "software")
AREA_WORDS = {"hardware": Words("硬件", "hardware"), "software": Words("软件", "software")}


@dataclass(frozen=True, slots=True)
class IctItem:
    """One thing to be shown."""

    code: str
    area: str
    words: Words


@dataclass(frozen=True, slots=True)
class IctRules:
    """Parameters of the rule pack ``ict``."""

    clause: str
    valid_months: int
    alert_days: tuple[int, ...]
    items: tuple[IctItem, ...]

    @staticmethod
    def of(parameters: Mapping[str, Any], clause: str) -> "IctRules":
        return IctRules(
            clause=clause,
            valid_months=parameters["confirmation_months"],
            alert_days=tuple(sorted(parameters["competence_alert_days"], reverse=True)),
            items=tuple(
                IctItem(item["code"], item["area"], Words(item["zh"], item["en"]))
                for item in parameters["competence_items"]
            ),
        )

    def codes(self, area: str) -> list[str]:
        """What belongs to one area, in the order of the pack."""
        return [item.code for item in self.items if item.area == area]

    def not_shown(self, area: str, shown: Collection[str]) -> list[IctItem]:
        """What of the area is still to be shown."""
        return [item for item in self.items if item.area == area and item.code not in shown]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Whether somebody may use ICT in an audit on a day, and until when."""

    hardware_until: date | None
    software_until: date | None
    on: date

    @property
    def is_confirmed(self) -> bool:
        return not self.missing

    @property
    def missing(self) -> list[str]:
        """The areas that are not confirmed on that day."""
        until = {"hardware": self.hardware_until, "software": self.software_until}
        return [area for area in AREAS if (last := until[area]) is None or last < self.on]

    @property
    def valid_until(self) -> date | None:
        """The last day on which both areas are confirmed; None where one never was."""
        if self.hardware_until is None or self.software_until is None:
            return None
        return min(self.hardware_until, self.software_until)

    @property
    def words(self) -> Words:
        """In one sentence, for whoever appoints a team."""
        if self.is_confirmed:
            return Words(
                f"信息通信技术能力已确认，至 {self.valid_until}",
                f"ICT competence confirmed until {self.valid_until}",
            )
        return Words(
            f"信息通信技术能力未确认：{_areas(self.missing, 'zh')}",
            f"ICT competence not confirmed: {_areas(self.missing, 'en')}",
        )


def _areas(areas: Sequence[str], language: str) -> str:
    return "、".join(AREA_WORDS[a].zh for a in areas) if language == "zh" else ", ".join(areas)
