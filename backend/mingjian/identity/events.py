"""What identity announces."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.kit.outbox import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFounded(Event):
    """A certification body has begun to work on this installation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantChanged(Event):
    """A tenant's own profile or settings have changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationEngaged(Event):
    """A body lets a client or an authority in."""

    party_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementEnded(Event):
    """A client or an authority is no longer let in."""

    party_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Event):
    """A tenant knows one more person."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(Event):
    """A person's name or how to reach them has changed."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDeactivated(Event):
    """A person can no longer act for the tenant, whatever roles they hold."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReactivated(Event):
    """A deactivated person may act again, in the roles still in force."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipGranted(Event):
    """A person may act in one more role."""

    person_id: UUID
    membership_id: UUID
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRevoked(Event):
    """A person may no longer act in a role."""

    person_id: UUID
    membership_id: UUID
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAccepted(Event):
    """A person has a login now and may act in the roles they hold."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestArrived(Event):
    """A guest opened their link for the first time on the device that is now bound."""

    person_id: UUID
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportHandedOver(Event):
    """A workbook has more rows than a request writes or takes back."""

    import_id: UUID
    membership_id: UUID
    """As whom the jobs go on: whoever asked for it."""
