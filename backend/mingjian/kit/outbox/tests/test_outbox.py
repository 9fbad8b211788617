"""An announced event reaches every handler; its effects count once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs.models import Job
from mingjian.kit.outbox import Event, announce, subscribe
from mingjian.kit.outbox.announcing import OutsideTransaction
from mingjian.kit.outbox.events import dump, load, name_of
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.outbox.relay import relay
from mingjian.kit.outbox.subscriptions import unsubscribe_all

RunJobs = Callable[[], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySaved(Event):
    survey_id: UUID
    at: datetime
    is_final: bool
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskComputed(Event):
    survey_id: UUID


received: list[SurveySaved] = []


def remember(event: SurveySaved) -> None:
    received.append(event)


def compute_risk(event: SurveySaved) -> None:
    announce(RiskComputed(owner_id=event.owner_id, survey_id=event.survey_id))


def compute_and_break(event: SurveySaved) -> None:
    compute_risk(event)
    raise ZeroDivisionError


def repaired(event: SurveySaved) -> None:
    compute_risk(event)


# A later version of the same handler.
repaired.__qualname__ = compute_and_break.__qualname__


@pytest.fixture(autouse=True)
def _only_these_handlers() -> Iterator[None]:
    received.clear()
    with unsubscribe_all():
        yield


def survey_saved() -> SurveySaved:
    at = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
    return SurveySaved(owner_id=uuid7(), survey_id=uuid7(), at=at, is_final=True)


def risks() -> int:
    return Announcement.objects.filter(name=name_of(RiskComputed)).count()


def test_an_event_is_read_back_as_it_was_announced() -> None:
    event = survey_saved()
    assert load(name_of(SurveySaved), dump(event)) == event


@pytest.mark.django_db
class TestDelivery:
    def test_every_handler_is_called_with_the_event(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, remember)
        subscribe(SurveySaved, compute_risk)
        event = survey_saved()
        announce(event)
        run_jobs()
        assert received == [event]
        assert risks() == 1

    def test_subscribing_twice_delivers_once(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, remember)
        subscribe(SurveySaved, remember)
        announce(survey_saved())
        run_jobs()
        assert len(received) == 1

    def test_an_event_nobody_wants_is_laid_to_rest(self, run_jobs: RunJobs) -> None:
        announce(survey_saved())
        run_jobs()
        assert Announcement.objects.get().relayed_at is not None
        assert not Job.objects.exists()

    def test_relaying_twice_delivers_once(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, remember)
        announce(survey_saved())
        relay()
        Announcement.objects.update(relayed_at=None)
        run_jobs()
        assert len(received) == 1

    def test_a_failing_handler_leaves_no_effects_and_blocks_nobody(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, compute_and_break)
        subscribe(SurveySaved, remember)
        announce(survey_saved())
        announce(survey_saved())
        run_jobs()
        assert len(received) == 2
        assert risks() == 0
        poisoned = Job.objects.filter(exception_class_path="builtins.ZeroDivisionError")
        assert {job.state for job in poisoned} == {"waiting"}

    def test_a_failed_delivery_is_tried_again_later_and_then_counts(
        self, run_jobs: RunJobs
    ) -> None:
        subscribe(SurveySaved, compute_and_break)
        announce(survey_saved())
        run_jobs()
        with unsubscribe_all():
            subscribe(SurveySaved, repaired)
            with clock.moved_to(clock.now() + timedelta(minutes=1)):
                run_jobs()
        assert risks() == 1

    def test_a_handler_of_a_newer_version_is_named(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, remember)
        announce(survey_saved())
        relay()
        with unsubscribe_all():
            run_jobs()
        assert "test_outbox.remember" in Job.objects.get().en

    def test_what_is_rolled_back_was_never_said(self, run_jobs: RunJobs) -> None:
        subscribe(SurveySaved, remember)
        with transaction.atomic():
            announce(survey_saved())
            transaction.set_rollback(True)
        run_jobs()
        assert received == []


@pytest.mark.django_db(transaction=True)
def test_announcing_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransaction):
        announce(survey_saved())
