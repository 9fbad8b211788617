"""What planning announces."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mingjian.kit.outbox import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeApproved(Event):
    """A client's audit programme is in force."""

    programme_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    """There is one more audit to plan."""

    case_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAdvanced(Event):
    """An audit has reached a new state."""

    case_id: UUID
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamChanged(Event):
    """Somebody joined or left an audit team, or acts in another role."""

    case_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIssued(Event):
    """A version of an audit's plan was sent to the client and the team."""

    case_id: UUID
    plan_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAnswered(Event):
    """The client accepted a plan, or objected to it."""

    case_id: UUID
    plan_id: UUID
    is_accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityDecided(Event):
    """A person has decided how an audit is held."""

    case_id: UUID
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementIssued(Event):
    """A remote agreement waits for the signatures of both sides."""

    case_id: UUID
    agreement_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementInForce(Event):
    """Both sides have signed a remote agreement."""

    case_id: UUID
    agreement_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswered(Event):
    """A client has handed in its feasibility survey."""

    survey_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignStarted(Event):
    """A survey is to be sent to every client that a campaign has chosen."""

    campaign_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignReminded(Event):
    """Whoever has not answered a campaign is to be reminded."""

    campaign_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignClosed(Event):
    """What is still unanswered of a campaign is to be closed."""

    campaign_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractSigned(Event):
    """Both sides have signed a certification contract."""

    application_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberObjected(Event):
    """A client objects to a member of its audit team."""

    case_id: UUID
    objection_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class IctConfirmed(Event):
    """Somebody may work with the hardware, or the software, of remote audits."""

    person_id: UUID
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWindowMissed(Event):
    """An audit of a cycle was not held by its last day; announced once for each window."""

    programme_id: UUID
    case_id: UUID | None
    kind: str
    sequence: int
    due_by: date
    must_suspend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskApproved(Event):
    """A case's risk matrix holds: its treatments wait for those who answer for them."""

    case_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationAnalysed(Event):
    """What was collected before an audit has been weighed."""

    case_id: UUID
