"""Separation of duties on one case: nobody is in the team, reviewer and decision maker at once."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from uuid import UUID


class Duty(StrEnum):
    """The three duties of which a person holds at most one per case (ISO/IEC 17021-1 §9.5.1)."""

    TEAM = "team"
    REVIEWER = "reviewer"
    DECISION_MAKER = "decision_maker"


Duties = Mapping[Duty, Collection[UUID]]
"""Duty → the persons who hold it on a case."""


def duties_of(person: UUID, duties: Duties) -> list[Duty]:
    """What the person holds, in the order of the audit."""
    return [duty for duty in Duty if person in duties.get(duty, ())]


def may_take(person: UUID, duty: Duty, duties: Duties) -> bool:
    """Whether the person may take on ``duty``: they hold none of the other two."""
    return all(held == duty for held in duties_of(person, duties))


def clashes(duties: Duties) -> dict[UUID, list[Duty]]:
    """Persons who hold more than one duty, with what they hold."""
    everybody = {person for people in duties.values() for person in people}
    held = {person: duties_of(person, duties) for person in everybody}
    return {person: found for person, found in held.items() if len(found) > 1}
