"""What a part of the suite found: counts, and why anything was left out."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

NO_TESTS_COLLECTED = 5


@dataclass
class Result:
    """Counts of one part; ``skips`` holds each reason with how often it was given."""

    passed: int = 0
    failed: int = 0
    skips: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def skipped(self) -> int:
        return self.skips.total()

    def add(self, other: "Result") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skips += other.skips

    def count(self, *, ok: bool) -> None:
        """One check that either passed or failed."""
        self.passed += ok
        self.failed += not ok


def from_junit(report: Path, exit_code: int) -> Result:
    """The counts of a JUnit report; a runner that died before writing one has failed."""
    if not report.exists():
        return Result(failed=1)
    result = Result()
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314  (our own report)
        skip = case.find("skipped")
        if skip is not None:
            result.skips[skip.get("message") or "no reason given"] += 1
        else:
            result.count(ok=case.find("failure") is None and case.find("error") is None)
    if exit_code == NO_TESTS_COLLECTED:
        result.skips["no test matches"] += 1
    elif exit_code and not result.failed:
        result.failed = 1
    return result


def summary(results: dict[str, Result]) -> str:
    """The table of parts, the reasons of skips, and the closing line."""
    total = Result()
    lines = [f"{'part':<10}{'passed':>8}{'failed':>8}{'skipped':>8}{'seconds':>9}"]
    for name, result in results.items():
        total.add(result)
        counts = f"{result.passed:>8}{result.failed:>8}{result.skipped:>8}"
        lines.append(f"{name:<10}{counts}{result.seconds:>9.1f}")
    for reason, times in sorted(total.skips.items()):
        lines.append(f"skipped {times}×: {reason}")
    lines.append(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return "\n".join(lines)
