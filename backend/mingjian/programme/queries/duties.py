"""Who holds which duty on a case; stages that appoint reviewers and deciders plug in here."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from mingjian.kit.ports import Ports
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.separation import Duties, Duty


class DutySource(Protocol):
    """A later stage's answer to "who reviews, who decides on this case?"."""

    def duties(self, case_id: UUID) -> Mapping[Duty, Collection[UUID]]: ...


duty_sources: Ports[DutySource] = Ports("duty_sources")


def duties_on(case: AuditCase) -> Duties:
    """Everybody's duties on the case: its running team, and what later stages say."""
    found: dict[Duty, set[UUID]] = defaultdict(set)
    found[Duty.TEAM] |= set(case.team.filter(ended_at=None).values_list("person_id", flat=True))
    for source in duty_sources():
        for duty, people in source.duties(case.id).items():
            found[duty] |= set(people)
    return found
