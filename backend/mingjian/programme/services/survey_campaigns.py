"""Campaigns: one survey to many clients, sent and reminded by jobs, one client a transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.errors.surveys import (
    CampaignEmptyError,
    CampaignStateError,
    DueInThePastError,
)
from mingjian.programme.events import CampaignClosed, CampaignReminded, CampaignStarted
from mingjian.programme.letters.surveys import SENT, write_to_client
from mingjian.programme.models import CampaignState, Survey, SurveyCampaign, SurveyState
from mingjian.programme.queries.contacts import coordinators
from mingjian.programme.queries.survey_campaigns import campaign_of, campaign_view, choices
from mingjian.programme.services.surveys import REMINDERS, acting_person, asking_words


def create_campaign(*, viewer: Viewer, values: Mapping[str, Any]) -> SurveyCampaign:
    """A draft; nobody is written to."""
    row = SurveyCampaign(owner_id=viewer.tenant_id, **{"reminders": list(REMINDERS), **values})
    _check_due(viewer, row)
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "campaign.created", row)
    return row


def update_campaign(
    *, viewer: Viewer, campaign_id: UUID, version: int, values: Mapping[str, Any]
) -> SurveyCampaign:
    """Change what will be asked, of whom, until when; only before it is sent."""
    with transaction.atomic():
        row = _locked(viewer, campaign_id, CampaignState.DRAFT)
        before = _change(viewer, row, version, values)
        _check_due(viewer, row)
        record(viewer, "campaign.changed", row, before=before)
    return row


def start_campaign(*, viewer: Viewer, campaign_id: UUID, version: int) -> SurveyCampaign:
    """Freeze the list of those asked and let a job write to each of them."""
    row = campaign_of(viewer, campaign_id)
    _check_state(row, CampaignState.DRAFT)
    _check_due(viewer, row)
    asked = [str(each.client_id) for each in choices(viewer, row.chosen) if not each.skipped]
    if not asked:
        raise CampaignEmptyError
    with transaction.atomic():
        row = _locked(viewer, campaign_id, CampaignState.DRAFT)
        values = {
            "state": CampaignState.SENDING,
            "recipients": asked,
            "sent_at": clock.now(),
            "manager": acting_person(viewer),
        }
        before = _change(viewer, row, version, values)
        announce(CampaignStarted(owner_id=row.owner_id, campaign_id=row.id))
        record(viewer, "campaign.started", row, before=before)
    return row


def ask_client(*, viewer: Viewer, campaign_id: UUID, client_id: UUID) -> None:
    """Make and send one client's survey; asked twice, it is still one. The last one of a
    campaign sets it running."""
    people = coordinators(viewer, client_id)
    with transaction.atomic():
        row = _locked(viewer, campaign_id, CampaignState.SENDING, CampaignState.RUNNING)
        if row.surveys.filter(client_id=client_id).exists():
            return
        survey = _survey_of(row, client_id)
        survey.save(force_insert=True)
        write_to_client(survey, people, SENT, key="sent", message=asking_words(row.message))
        record(viewer, "survey.sent", survey)
        if row.surveys.count() == len(row.recipients):
            before = _change(viewer, row, row.version, {"state": CampaignState.RUNNING})
            record(viewer, "campaign.sent", row, before=before)


def _survey_of(row: SurveyCampaign, client_id: UUID) -> Survey:
    return Survey(
        owner_id=row.owner_id,
        campaign=row,
        client_id=client_id,
        edition=row.edition,
        state=SurveyState.SENT,
        sent_at=clock.now(),
        due_on=row.due_on,
        message=row.message,
        reminders=row.reminders,
        asked_by=row.manager,
    )


def remind_campaign(*, viewer: Viewer, campaign_id: UUID) -> SurveyCampaign:
    """Write again to all that have not answered and were not reminded today."""
    with transaction.atomic():
        row = _locked(viewer, campaign_id, CampaignState.RUNNING)
        announce(CampaignReminded(owner_id=row.owner_id, campaign_id=row.id))
        record(viewer, "campaign.reminded", row, before=row.digest())
    return row


def close_campaign(
    *, viewer: Viewer, campaign_id: UUID, version: int, reason: str
) -> SurveyCampaign:
    """No answer is waited for any more; a job closes what is still unanswered."""
    with transaction.atomic():
        row = _locked(viewer, campaign_id, CampaignState.DRAFT, CampaignState.RUNNING)
        before = _change(viewer, row, version, {"state": CampaignState.CLOSED})
        announce(CampaignClosed(owner_id=row.owner_id, campaign_id=row.id))
        record(viewer, "campaign.closed", row, before=before, reason=reason)
    return row


def _change(viewer: Viewer, row: SurveyCampaign, version: int, values: Mapping[str, Any]) -> bytes:
    return change(
        row,
        viewer=viewer,
        version=version,
        values=values,
        view=lambda each: campaign_view(viewer, each),
    )


def _check_due(viewer: Viewer, row: SurveyCampaign) -> None:
    if row.due_on and row.due_on <= clock.today(own_tenant(viewer).zone):
        raise DueInThePastError


def _locked(viewer: Viewer, campaign_id: UUID, *states: str) -> SurveyCampaign:
    """A campaign in one of ``states``, locked until the transaction ends."""
    campaign_of(viewer, campaign_id)
    row = SurveyCampaign.objects.select_for_update().get(id=campaign_id)
    _check_state(row, *states)
    return row


def _check_state(row: SurveyCampaign, *states: str) -> None:
    if row.state not in states:
        raise CampaignStateError(state=row.get_state_display())
