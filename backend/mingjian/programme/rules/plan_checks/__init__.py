"""Whether a plan may be issued: every check of it, pure functions over :class:`Draft`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mingjian.programme.rules.plan_checks.content import (
    clause_coverage,
    client_talk,
    competence,
    forbidden_scenes,
    members_of_the_team,
    mode_of_the_audit,
    remote_means,
)
from mingjian.programme.rules.plan_checks.draft import Draft, Finding, Limits
from mingjian.programme.rules.plan_checks.hours import (
    audit_time,
    longest_day,
    screen_breaks,
    time_with_the_client,
)
from mingjian.programme.rules.plan_checks.times import (
    busy_elsewhere,
    closing_meeting,
    double_booked,
    experts_alone,
    opening_meeting,
    within_dates,
    within_meetings,
)
from mingjian.programme.rules.plan_checks.tools import (
    refused_tools,
    tools_not_chosen,
    tools_to_assess,
)

Check = Callable[[Draft], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    opening_meeting,
    closing_meeting,
    within_dates,
    within_meetings,
    double_booked,
    busy_elsewhere,
    members_of_the_team,
    experts_alone,
    competence,
    clause_coverage,
    mode_of_the_audit,
    forbidden_scenes,
    remote_means,
    refused_tools,
    tools_not_chosen,
    tools_to_assess,
    client_talk,
    screen_breaks,
    longest_day,
    audit_time,
    time_with_the_client,
)
"""In the order in which the screen lists what they find."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all checks say: how many passed, and every finding of the others."""

    passed: int
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_blocking)


def check(draft: Draft) -> Verdict:
    """Every check of a plan."""
    found = [list(each(draft)) for each in CHECKS]
    return Verdict(
        passed=sum(1 for findings in found if not findings),
        findings=tuple(finding for findings in found for finding in findings),
    )


__all__ = ["CHECKS", "Draft", "Finding", "Limits", "Verdict", "check"]
