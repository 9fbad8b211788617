"""The audit time of an application, calculated in its review."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.applications import DaysReasonError
from mingjian.programme.models import Application, ApplicationTime, ContractReview
from mingjian.programme.queries.application_times import (
    application_book,
    calculated_for,
    latest_calculation,
)
from mingjian.programme.rules.applications import ApplicationState
from mingjian.programme.rules.audit_time import Result
from mingjian.programme.services.applications import locked_application, state_error
from mingjian.programme.services.calculations import check_latest, what_is_kept


def save_application_time(
    *,
    viewer: Viewer,
    application_id: UUID,
    number: int,
    values: Mapping[str, Any],
    days: Decimal | None = None,
    override_reason: str = "",
) -> ApplicationTime:
    """Calculate from the application's own figures and keep it; the review takes the days.

    ``number`` is the calculation that the form started from (0: none); other ``days`` than the
    calculated ones need a reason.
    """
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        if row.state not in {ApplicationState.REVIEWING, ApplicationState.INFO_REQUESTED}:
            raise state_error(row)
        last = latest_calculation(row)
        check_latest(last, number)
        inputs, result = calculated_for(row, application_book(viewer, row), values)
        kept = ApplicationTime(
            owner_id=row.owner_id,
            application=row,
            **what_is_kept(last, inputs, result),
            required_days=_required(result, days, override_reason),
            override_reason=override_reason,
            author_id=viewer.person_id,
        )
        kept.save(force_insert=True)
        record(viewer, "application.time_saved", kept, reason=override_reason)
        _take_over(viewer, row, kept)
    return kept


def _required(result: Result, days: Decimal | None, reason: str) -> Decimal:
    found = Decimal(result.stored()["days"])
    if days is not None and days != found and not reason.strip():
        raise DaysReasonError(days=found)
    return found if days is None else days


def _take_over(viewer: Viewer, row: Application, kept: ApplicationTime) -> None:
    """The review shows these days from now on; an open form of it stays valid without them."""
    review = ContractReview.objects.select_for_update().get(application=row)
    before = review.digest()
    review.audit_days = kept.required_days.quantize(Decimal("0.1"))
    review.days_reason = kept.override_reason
    review.save()
    record(viewer, "application.days_taken_over", review, before=before)
