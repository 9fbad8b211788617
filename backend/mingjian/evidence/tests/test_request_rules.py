"""Requests and checks of documents: the rules, without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.evidence.rules.document_checks import plain_version, propose
from mingjian.evidence.rules.requests import LONG_WAIT, Dates, date_notes, remind_from

ASKED = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
DUE = ASKED + timedelta(days=3)
ENDS = date(2026, 9, 4)
OURS, OLDER, OTHER = "a" * 64, "b" * 64, "c" * 64
EDITIONS = [(2, OURS), (1, OLDER)]


@pytest.mark.parametrize(
    ("effective_on", "received_after", "notes"),
    [
        (date(2026, 5, 1), timedelta(hours=2), []),
        (None, timedelta(hours=2), []),
        (date(2026, 9, 1), timedelta(hours=2), []),
        (date(2026, 9, 2), timedelta(hours=2), ["effective_after_asking"]),
        (date(2026, 9, 4), timedelta(hours=2), ["effective_after_asking"]),
        (date(2026, 9, 5), timedelta(hours=2), ["effective_after_audit"]),
        (date(2026, 5, 1), timedelta(days=3, seconds=1), ["received_after_due"]),
        (date(2026, 9, 5), timedelta(days=4), ["effective_after_audit", "received_after_due"]),
    ],
)
def test_remarkable_dates_are_named(
    effective_on: date | None, received_after: timedelta, notes: list[str]
) -> None:
    dates = Dates(
        asked_at=ASKED,
        due_at=DUE,
        received_at=ASKED + received_after,
        effective_on=effective_on,
        audit_ends_on=ENDS,
    )

    assert date_notes(dates) == notes


def test_a_receipt_long_after_asking_is_named_also_in_time() -> None:
    dates = Dates(asked_at=ASKED, due_at=ASKED + timedelta(days=60), received_at=ASKED + LONG_WAIT)

    assert date_notes(dates) == ["received_long_after"]


def test_the_day_of_asking_is_the_local_one() -> None:
    """Asked on the evening of 31 August in UTC, which is 1 September in Shanghai."""
    late = datetime(2026, 8, 31, 17, 0, tzinfo=UTC)
    dates = Dates(
        asked_at=late,
        due_at=DUE,
        received_at=late + timedelta(hours=1),
        effective_on=date(2026, 9, 1),
    )

    assert date_notes(dates) == []


@given(st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=90)))
def test_a_reminder_falls_between_asking_and_the_due_time(term: timedelta) -> None:
    at = remind_from(ASKED, ASKED + term)

    assert ASKED < at < ASKED + term
    assert ASKED + term - at <= timedelta(hours=24)


@pytest.mark.parametrize(
    ("shown_sha256", "shown", "handed_over", "verdict", "basis"),
    [
        (OURS, "", "", "same", "hash"),
        (OURS, "A/0", "A/1", "same", "hash"),
        (OLDER, "", "", "differs", "other_edition"),
        (OTHER, "", "", "cannot_tell", "unknown_hash"),
        (OTHER, "V3.1", "v 3.1", "same", "version"),
        ("", "V3.1", "V3.2", "differs", "version"),
        ("", "A/0", "A/1", "differs", "version"),
        ("", "版本：3.1", "3.1", "same", "version"),
        ("", "", "3.1", "cannot_tell", "nothing"),
    ],
)
def test_the_hash_decides_else_the_written_version(
    shown_sha256: str, shown: str, handed_over: str, verdict: str, basis: str
) -> None:
    found = propose(
        sha256=OURS,
        editions=EDITIONS,
        shown_sha256=shown_sha256,
        shown_version=shown,
        given_version=handed_over,
    )

    assert (found.verdict, found.basis) == (verdict, basis)


def test_the_edition_that_was_shown_is_named() -> None:
    assert propose(sha256=OURS, editions=EDITIONS, shown_sha256=OLDER).edition == 1


@pytest.mark.parametrize(
    "written",
    ["V3.1", "v 3.1", "版本号：3.1", "版次 3.1", "Ver. 3.1", "Rev3.1", "3.1版", "第3.1版"],
)
def test_a_version_is_written_in_many_ways(written: str) -> None:
    assert plain_version(written) == "3.1"


@pytest.mark.parametrize("written", ["A/0", "B", "Rev", "v", "2026"])
def test_other_marks_stay_as_they_are(written: str) -> None:
    assert plain_version(written) == written.casefold()
