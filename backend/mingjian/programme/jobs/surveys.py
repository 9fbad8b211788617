"""Campaigns sent, reminded and closed: one job for each client, so that one that cannot be
written to holds up nobody, and no transaction is long."""

from datetime import timedelta
from uuid import UUID

from mingjian.identity.models import Tenant, TenantKind
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope
from mingjian.programme.models import Survey, SurveyCampaign, SurveyState
from mingjian.programme.services import survey_campaigns, survey_reminders
from mingjian.programme.services.surveys import close_survey

MORNING = 8
"""The hour, in the body's zone, from which reminders are written."""


@job("programme.send_campaign", zh="发送批量调查", en="Send a survey campaign")
def send_campaign(*, owner_id: UUID, campaign_id: UUID) -> None:
    row = SurveyCampaign.objects.get(id=campaign_id)
    with completing():
        for client in row.recipients:
            enqueue(
                ask_client,
                key=f"{campaign_id}:{client}",
                owner_id=owner_id,
                campaign_id=campaign_id,
                client_id=client,
            )


@job("programme.ask_client", zh="向客户发送调查", en="Send a survey to a client")
def ask_client(*, owner_id: UUID, campaign_id: UUID, client_id: UUID) -> None:
    with completing():
        survey_campaigns.ask_client(viewer=viewer(), campaign_id=campaign_id, client_id=client_id)


@job("programme.remind_campaign", zh="催办批量调查", en="Remind a survey campaign")
def remind_campaign(*, owner_id: UUID, campaign_id: UUID) -> None:
    with completing():
        _remind_each(owner_id, _waiting(campaign_id), is_asked=True)


@job("programme.close_campaign", zh="结束批量调查", en="Close a survey campaign")
def close_campaign(*, owner_id: UUID, campaign_id: UUID) -> None:
    with completing():
        for each in _waiting(campaign_id):
            enqueue(close_unanswered, key=str(each), owner_id=owner_id, survey_id=each)


@job("programme.close_unanswered", zh="关闭未答复的调查", en="Close an unanswered survey")
def close_unanswered(*, owner_id: UUID, survey_id: UUID) -> None:
    survey = Survey.objects.get(id=survey_id)
    with completing():
        if survey.state == SurveyState.SENT:
            close_survey(
                viewer=viewer(),
                survey_id=survey_id,
                version=survey.version,
                reason="批量调查已结束 The campaign has ended",
            )


@periodic(
    "programme.arrange_reminders",
    every=timedelta(hours=1),
    zh="安排调查催办",
    en="Arrange reminders of surveys",
)
def arrange_reminders() -> None:
    """One job for each body and day, in its morning or as soon as the platform runs after it."""
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            body = Tenant.objects.filter(id=owner_id, kind=TenantKind.BODY).first()
            if body and int(clock.local_time(body.zone)[11:13]) >= MORNING:
                key = f"{owner_id}:{clock.today(body.zone)}"
                enqueue(remind_due, owner_id=owner_id, key=key)


@job("programme.remind_due", zh="催办到期调查", en="Remind of surveys that are due")
def remind_due(*, owner_id: UUID) -> None:
    ids = survey_reminders.outstanding(viewer()).exclude(due_on=None)
    with completing():
        _remind_each(owner_id, list(ids.values_list("id", flat=True)), is_asked=False)


@job("programme.remind_survey", zh="催办调查", en="Remind of a survey")
def remind_survey(*, owner_id: UUID, survey_id: UUID, is_asked: bool) -> None:
    with completing():
        survey_reminders.remind_once(viewer=viewer(), survey_id=survey_id, is_asked=is_asked)


def _remind_each(owner_id: UUID, ids: list[UUID], *, is_asked: bool) -> None:
    """One letter a day at most, however often it is asked for."""
    today = clock.now().date()
    for each in ids:
        key = f"{each}:{today}:{is_asked}"
        enqueue(remind_survey, key=key, owner_id=owner_id, survey_id=each, is_asked=is_asked)


def _waiting(campaign_id: UUID) -> list[UUID]:
    rows = Survey.objects.filter(campaign_id=campaign_id, state=SurveyState.SENT)
    return list(rows.values_list("id", flat=True))
