"""Feasibility surveys, and campaigns that ask many clients at once."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.identity.models import Person, Tenant
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.rules.questionnaire import EDITION


class CampaignState(models.TextChoices):
    DRAFT = "draft", "草稿"
    SENDING = "sending", "正在发送"
    RUNNING = "running", "进行中"
    CLOSED = "closed", "已结束"


class SurveyCampaign(Editable):
    """One questionnaire to many clients; the list of those asked is frozen when it is sent."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "title",
        "message",
        "edition",
        "state",
        "due_on",
        "reminders",
        "chosen",
        "recipients",
        "version",
    )

    title = models.CharField(max_length=200)
    message = models.CharField(max_length=1000, blank=True)
    """What the letter says besides the standing sentences."""
    edition = models.CharField(max_length=20, default=EDITION)
    state = models.CharField(
        max_length=7, choices=CampaignState.choices, default=CampaignState.DRAFT
    )
    due_on = models.DateField(null=True, blank=True)
    """A local date of the body."""
    reminders = models.JSONField(default=list)
    """Days from the due date on which to remind: -3 is three days before it."""
    chosen = models.JSONField(default=dict)
    """The filter by which clients are chosen: ``rules.survey_choice``."""
    recipients = models.JSONField(default=list)
    """Ids of the clients asked, once sending has begun."""
    manager = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who sent it."""
    sent_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.title


class SurveyState(models.TextChoices):
    DRAFT = "draft", "未发出"
    SENT = "sent", "待答复"
    ANSWERED = "answered", "已答复"
    ASSESSED = "assessed", "已评价"
    CLOSED = "closed", "已关闭"


OPEN_STATES = (SurveyState.DRAFT, SurveyState.SENT)
ANSWERED_STATES = (SurveyState.ANSWERED, SurveyState.ASSESSED)


class Survey(Editable):
    """What one client is asked, and what it answered.

    ``draft`` is what somebody is still typing, saved every other second: it is no evidence and
    not covered by the digest, nor is the version that it counts up. Handing in turns it into
    ``answers``, which is.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "client",
        "case",
        "campaign",
        "edition",
        "state",
        "due_on",
        "answers",
        "answered_at",
        "answered_by",
    )

    client = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        AuditCase, null=True, blank=True, on_delete=models.PROTECT, related_name="surveys"
    )
    """None: asked by a campaign, before an audit is opened."""
    campaign = models.ForeignKey(
        SurveyCampaign, null=True, blank=True, on_delete=models.PROTECT, related_name="surveys"
    )
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who sent it, and hears of the answer."""
    edition = models.CharField(max_length=20, default=EDITION)
    state = models.CharField(max_length=8, choices=SurveyState.choices, default=SurveyState.DRAFT)
    due_on = models.DateField(null=True, blank=True)
    message = models.CharField(max_length=1000, blank=True)
    reminders = models.JSONField(default=list)
    draft = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    """As handed in; ``rules.survey_answers`` reads it."""
    reason = models.CharField(max_length=4000, blank=True)
    """Why it was sent back or closed."""
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    """Who declared the answers to be true, as they wrote their name."""
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    """The same as a local date of the body: one reminder a day."""
    reminded = models.JSONField(default=list)
    """Days of ``reminders`` that have been used up."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_survey_one_per_case",
                fields=("case",),
                condition=~Q(state="closed"),
            ),
            models.UniqueConstraint(
                name="programme_survey_one_per_campaign", fields=("campaign", "client")
            ),
        )

    def __str__(self) -> str:
        return f"{self.client_id} {self.state}"

    @property
    def concerns(self) -> UUID:
        return self.client_id
