"""Surveys as a viewer may see them, and what a client answered last."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from mingjian.identity.models import TenantKind
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase, Site, Survey, SurveyState
from mingjian.programme.models.surveys import ANSWERED_STATES
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.questionnaire import Questionnaire, questionnaire
from mingjian.programme.rules.survey_answers import WHOLE, SurveyAnswers
from mingjian.programme.rules.survey_checks import Remark, missing, warnings

SORTABLE = {
    "client": "client__name",
    "state": "state",
    "due_on": "due_on",
    "sent_at": "sent_at",
    "answered_at": "answered_at",
}

FRESH = timedelta(days=180)
"""How long an answer to a campaign stands for an audit; a proposal to be confirmed."""


def surveys(
    viewer: Viewer,
    *,
    client_id: UUID | None = None,
    case_id: UUID | None = None,
    campaign_id: UUID | None = None,
    state: str = "",
    search: str = "",
) -> QuerySet[Survey]:
    """Surveys the viewer may see: a client its own once they are sent, auditors those of their
    cases and of these cases' clients."""
    rows = Survey.objects.filter(owned_or_about(viewer))
    rows = rows.select_related("client", "case", "campaign")
    if viewer.tenant_kind == TenantKind.CLIENT:
        rows = rows.exclude(state=SurveyState.DRAFT)
    if viewer.role in AUDIT_ROLES:
        mine = memberships(viewer)
        of_clients = Q(case=None, client_id__in=mine.values("case__client_id"))
        rows = rows.filter(Q(case_id__in=mine.values("case_id")) | of_clients)
    if viewer.role == "CG":
        rows = rows.none()
    for name, value in (
        ("client_id", client_id),
        ("case_id", case_id),
        ("campaign_id", campaign_id),
        ("state", state),
    ):
        if value:
            rows = rows.filter(**{name: value})
    if search:
        named = Q(client__name__icontains=search) | Q(client__short_name__icontains=search)
        rows = rows.filter(named | Q(client__initials__contains=search.lower()))
    return rows.order_by("due_on", "client__name", "id")


def survey_of(viewer: Viewer, survey_id: UUID) -> Survey:
    """One survey the viewer may see; 404 otherwise."""
    row = surveys(viewer).filter(id=survey_id).first()
    if row is None:
        raise NotFound
    return row


def survey_of_case(viewer: Viewer, case: AuditCase) -> Survey | None:
    """The survey that was made for the case itself, if it is not closed."""
    return surveys(viewer, case_id=case.id).exclude(state=SurveyState.CLOSED).first()


def places(survey: Survey) -> dict[str, str]:
    """The sites that are asked about; the whole organisation where none is registered."""
    rows = Site.objects.filter(owner_id=survey.owner_id, client_id=survey.client_id, is_active=True)
    named = rows.order_by("-is_central", "name").values_list("id", "name")
    return {str(site): name for site, name in named} or {WHOLE: str(survey.client)}


@dataclass(frozen=True)
class LatestAnswers:
    """What a client answered last, with what a decision on feasibility asks of it."""

    survey_id: UUID
    is_for_case: bool
    """Asked for this audit; otherwise by a campaign or for an earlier audit."""
    edition: str
    answered_at: datetime
    answered_by: str
    answers: SurveyAnswers
    places: dict[str, str]
    """Site id → name, of the sites the client has now."""

    @property
    def asked(self) -> Questionnaire:
        return questionnaire(self.edition)

    @cached_property
    def warnings(self) -> list[Remark]:
        """What speaks against auditing remotely as things are."""
        return warnings(self.answers, self.places)

    @cached_property
    def missing(self) -> list[Remark]:
        """What nobody was asked yet, such as a site added since."""
        return missing(self.answers, self.asked, self.places)


def latest_answers(viewer: Viewer, case: AuditCase) -> LatestAnswers | None:
    """What the client answered for this audit; else to a campaign within half a year."""
    own, standing = of_case(viewer, case)
    row = own if own and own.state in ANSWERED_STATES else standing
    return _latest(row, case) if row else None


def of_case(viewer: Viewer, case: AuditCase) -> tuple[Survey | None, Survey | None]:
    """The audit's own survey; and until that is answered, the client's newest answer to a
    campaign, if it is fresh."""
    own = survey_of_case(viewer, case)
    if own and own.state in ANSWERED_STATES:
        return own, None
    asked = surveys(viewer, client_id=case.client_id).filter(owner_id=case.owner_id, case=None)
    fresh = asked.filter(state__in=ANSWERED_STATES, answered_at__gte=clock.now() - FRESH)
    return own, fresh.order_by("-answered_at").first()


def previous_survey(viewer: Viewer, survey: Survey) -> Survey | None:
    """The client's answer before this one, to the same body: offered as a start."""
    rows = surveys(viewer, client_id=survey.client_id).exclude(answered_at=None)
    rows = rows.filter(owner_id=survey.owner_id).exclude(id=survey.id)
    if survey.answered_at:
        rows = rows.filter(answered_at__lt=survey.answered_at)
    return rows.order_by("-answered_at").first()


def _latest(row: Survey, case: AuditCase) -> LatestAnswers:
    return LatestAnswers(
        survey_id=row.id,
        is_for_case=row.case_id == case.id,
        edition=row.edition,
        answered_at=row.answered_at or row.created_at,
        answered_by=row.answered_by,
        answers=SurveyAnswers.of(row.answers),
        places=places(row),
    )
