"""Who commands a session now: its host, or a deputy while the host is away."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from mingjian.rooms.rules.room_roles import POWERS


class Present(NamedTuple):
    """Somebody who is in the session now, in the order of coming."""

    person_id: UUID
    role: str


def acting_host(host: UUID | None, present: Sequence[Present]) -> UUID | None:
    """The host while present; otherwise whoever of the team may host and came first."""
    people = [each.person_id for each in present]
    if host in people:
        return host
    deputies = [each.person_id for each in present if POWERS[each.role].may_host]
    return deputies[0] if deputies else None


def may_command(
    person: UUID | None, role: str, host: UUID | None, present: Sequence[Present]
) -> bool:
    """The acting host commands; before anybody came, whoever could become one."""
    if person is None or not POWERS[role].may_host:
        return False
    acting = acting_host(host, present)
    return person in {host, acting} or acting is None
