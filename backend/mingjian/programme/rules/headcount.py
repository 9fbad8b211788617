"""How many people count: effective number of personnel (IAF MD 5 §2.3)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FULL_DAY_HOURS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """Who works at one site, all shifts together."""

    full_time: int = 0
    part_time: int = 0
    part_time_hours: float = 4
    """Hours a day that a part-timer works on average."""
    contractors: int = 0
    repetitive: int = 0
    """Of all these, how many do identical, simple work."""
    shifts: tuple[int, ...] = ()
    """People per shift, the day shift first; empty where there is one shift."""

    @staticmethod
    def of(values: Mapping[str, Any]) -> "Headcount":
        """From the site's stored JSON; raises TypeError on unknown keys."""
        hours = float(values.get("part_time_hours", 4))
        shifts = tuple(values.get("shifts", ()))
        return Headcount(**{**values, "part_time_hours": hours, "shifts": shifts})

    def stored(self) -> dict[str, Any]:
        """What the site's row keeps."""
        return {
            **asdict(self),
            "part_time_hours": _exact(self.part_time_hours),
            "shifts": list(self.shifts),
        }

    @property
    def people(self) -> int:
        return self.full_time + self.part_time + self.contractors


def faults(count: Headcount) -> dict[str, tuple[str, str]]:
    """What cannot be, by field: negative numbers, a 25-hour day, shifts that do not add up."""
    wrong: dict[str, tuple[str, str]] = {}
    for name in ("full_time", "part_time", "contractors", "repetitive"):
        if not 0 <= getattr(count, name) <= 1_000_000:
            wrong[name] = ("人数应为 0 至 1 000 000。", "Give a number from 0 to 1,000,000.")
    if not 0 < count.part_time_hours <= FULL_DAY_HOURS:
        wrong["part_time_hours"] = (
            "兼职每日工时应大于 0、不超过 8 小时。",
            "A part-timer works more than 0 and at most 8 hours a day.",
        )
    if count.repetitive > count.people:
        wrong["repetitive"] = (
            "重复性岗位人数不能多于总人数。",
            "There cannot be more people in repetitive roles than people.",
        )
    if count.shifts and sum(count.shifts) != count.people:
        wrong["shifts"] = (
            f"各班次人数之和应等于总人数 {count.people}。",
            f"The shifts must add up to all people: {count.people}.",
        )
    return wrong


def _exact(hours: float) -> int | str:
    """As the journal's canonical JSON takes it, which knows no binary fractions: 4, ``"4.5"``."""
    return int(hours) if hours == int(hours) else str(hours)
