"""The version shown is the version in use (S35)."""

from typing import Any

import pytest
from django.test import Client

from mingjian.evidence.models import DocumentCheck, EvidenceItem
from mingjian.evidence.tests.factories import CONTENT, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit.ids import uuid7
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


@pytest.fixture
def auditor(ours: Seats) -> Client:
    return signed_in(ours["AU"])


@pytest.fixture
def first(ours: Seats, staffed: AuditCase) -> EvidenceItem:
    return sealed(ours["CC"], staffed)


@pytest.fixture
def second(ours: Seats, staffed: AuditCase, first: EvidenceItem) -> EvidenceItem:
    """The newer version of the same document."""
    return sealed(ours["CC"], staffed, CONTENT + b"V2", replaces=first)


def checked(browser: Client, item: EvidenceItem, **body: Any) -> Any:
    path = f"/api/evidence/items/{item.id}/checks"
    return browser.post(path, body, content_type="application/json")


def test_the_same_hash_is_the_same_document(auditor: Client, second: EvidenceItem) -> None:
    found = checked(auditor, second, shown_sha256=second.sha256.upper()).json()

    assert (found["verdict"], found["basis"]) == ("same", "hash")


def test_an_older_version_seen_in_use_differs(
    auditor: Client, first: EvidenceItem, second: EvidenceItem
) -> None:
    found = checked(auditor, second, shown_item_id=str(first.id)).json()

    assert (found["proposed"], found["basis"]) == ("differs", "other_edition")
    assert found["shown_code"] == "E-1"


def test_a_capture_is_compared_by_the_version_read_on_it(
    auditor: Client, ours: Seats, staffed: AuditCase, second: EvidenceItem
) -> None:
    capture = sealed(ours["AU"], staffed, b"picture", kind="capture", origin="server")
    versions = {"shown_version": "V3.1", "given_version": "V3.2"}
    found = checked(auditor, second, shown_item_id=str(capture.id), **versions).json()

    assert (found["verdict"], found["basis"]) == ("differs", "version")


def test_where_nobody_can_tell_the_auditor_says_why(auditor: Client, second: EvidenceItem) -> None:
    assert checked(auditor, second).json()["code"] == "check_words"

    found = checked(auditor, second, words="现场文件无版本标识").json()
    assert (found["verdict"], found["words"]) == ("cannot_tell", "现场文件无版本标识")


def test_a_verdict_against_the_proposal_needs_words_and_keeps_both(
    auditor: Client, second: EvidenceItem
) -> None:
    versions = {"shown_version": "A/0", "given_version": "A/1", "verdict": "same"}
    assert checked(auditor, second, **versions).json()["code"] == "check_words"

    found = checked(auditor, second, **versions, words="封面误印，正文一致").json()
    assert (found["proposed"], found["verdict"]) == ("differs", "same")


def test_an_item_is_not_its_own_witness(auditor: Client, second: EvidenceItem) -> None:
    for other in (str(second.id), str(uuid7())):
        assert checked(auditor, second, shown_item_id=other).json()["code"] == "check_shown_item"


def test_a_check_is_sealed_journalled_and_shown_on_the_item_and_its_custody(
    auditor: Client, second: EvidenceItem
) -> None:
    checked(auditor, second, shown_sha256=second.sha256, words="投屏核对")

    listed = auditor.get(f"/api/evidence/items/{second.id}/checks").json()["checks"]
    assert [each["words"] for each in listed] == ["投屏核对"]
    custody = auditor.get(f"/api/evidence/items/{second.id}/custody").json()["entries"]
    assert custody[0]["action"] == "evidence.version_checked"
    with behind_the_walls():
        row = DocumentCheck.objects.get()
        assert "投屏" not in str(DocumentCheck.objects.values().get())
        assert Entry.objects.filter(object_id=row.id).count() == 1


def test_the_client_reads_a_check_and_makes_none(ours: Seats, second: EvidenceItem) -> None:
    client = signed_in(ours["CC"])

    assert client.get(f"/api/evidence/items/{second.id}/checks").status_code == 200
    assert checked(client, second, shown_sha256=second.sha256).status_code == 403
