"""Reminders by the calendar: before and after the due date, until there is an answer."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mingjian.identity.models import Engagement
from mingjian.identity.queries.tenants import own_tenant
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import Survey, SurveyState
from mingjian.programme.queries.contacts import coordinators
from mingjian.programme.rules.case_states import CLOSED, CaseState
from mingjian.programme.rules.survey_reminders import due_reminders
from mingjian.programme.services.surveys import note_reminder, was_reminded

QUIET = frozenset({*CLOSED, CaseState.POSTPONED})
"""Of audits in these states nobody is reminded."""


def remind_once(*, viewer: Viewer, survey_id: UUID, is_asked: bool) -> bool:
    """Remind one client if a day of its schedule has come, or if somebody asked for it.

    Never twice on a day, and never after the answer: the row is read again under its lock.
    """
    today = clock.today(own_tenant(viewer).zone)
    people = coordinators(viewer, Survey.objects.get(id=survey_id).client_id)
    with transaction.atomic():
        waiting = outstanding(viewer).select_for_update(of=("self",))
        survey = waiting.filter(id=survey_id).first()
        if survey is None or not people or was_reminded(survey, today):
            return False
        due = due_reminders(survey.due_on, survey.reminders, survey.reminded, today)
        if not due and not is_asked:
            return False
        survey.reminded = [*survey.reminded, *due]
        note_reminder(survey, people, today)
        record(viewer, "survey.reminded", survey, before=survey.digest())
    return True


def outstanding(viewer: Viewer) -> QuerySet[Survey]:
    """Surveys of the body that wait for an answer, of clients that it still engages."""
    today = clock.today(own_tenant(viewer).zone)
    in_force = Engagement.objects.in_force(today).filter(owner_id=viewer.tenant_id)
    rows = Survey.objects.filter(owner_id=viewer.tenant_id, state=SurveyState.SENT)
    rows = rows.filter(client_id__in=in_force.values("party_id"))
    return rows.exclude(case__state__in=QUIET).select_related("client", "case", "campaign")
