"""What is handed over is examined before anybody sees it; each verdict says what to do."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
HandOver = Callable[..., EvidenceItem]


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def hand_over(ours: Seats, staffed: AuditCase, run_jobs: Callable[[], int]) -> HandOver:
    """Something the client hands over, after the worker has had its turn."""

    def done(name: str, content: bytes) -> EvidenceItem:
        item = sealed(ours["CC"], staffed, content, name=name, is_trusted=False)
        run_jobs()
        with behind_the_walls():
            item.refresh_from_db()
        return item

    return done


def shown(browser: Client, item: EvidenceItem) -> Any:
    answer = browser.get(f"/api/evidence/items/{item.id}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def packed(**members: str) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()


def test_what_passes_examination_can_be_opened(leader: Client, hand_over: HandOver) -> None:
    item = hand_over("校准记录.txt", "编号,结果\n".encode() * 50)

    assert item.state == ItemState.HELD
    assert shown(leader, item)["examination"]["is_held"]
    assert leader.post(f"/api/evidence/items/{item.id}/openings").status_code == 200
    custody = leader.get(f"/api/evidence/items/{item.id}/custody").json()["entries"]
    assert {"evidence.examined", "evidence.held"} <= {each["action"] for each in custody}


def test_what_is_refused_keeps_its_row_and_hash_and_says_what_to_do(
    leader: Client, hand_over: HandOver
) -> None:
    item = hand_over("报告.pdf", b"MZ\x90\0\x03" + bytes(500))

    after = shown(leader, item)
    assert item.state == ItemState.REFUSED
    assert after["sha256"] == item.sha256
    assert after["examination"]["code"] == "program"
    assert "PDF" in after["examination"]["message"]
    refused = leader.post(f"/api/evidence/items/{item.id}/openings")
    assert refused.json()["code"] == "evidence_refused"


def test_the_media_type_is_what_the_content_is(hand_over: HandOver) -> None:
    item = hand_over("台账.csv", "编号,结果\n".encode())

    assert item.media_type == "text/csv"


def test_names_found_inside_a_file_are_sealed_and_told_to_those_who_see_the_item(
    leader: Client, hand_over: HandOver
) -> None:
    item = hand_over("资料.zip", packed(**{"../机密/工资.txt": "x"}))

    found = shown(leader, item)["examination"]
    assert found["code"] == "path_outside"
    assert found["names"] == ["../机密/工资.txt"]
    with behind_the_walls():
        assert "工资" not in str(item.examinations.values().get())


def test_a_row_changed_before_its_examination_stays_in_quarantine(
    ours: Seats, staffed: AuditCase, run_jobs: Callable[[], int]
) -> None:
    item = sealed(ours["CC"], staffed, b"text", is_trusted=False)
    with behind_the_walls():
        EvidenceItem.objects.filter(id=item.id).update(provided_name="别人")
    run_jobs()

    with behind_the_walls():
        item.refresh_from_db()
    assert item.state == ItemState.QUARANTINED


def test_an_item_is_examined_once(
    hand_over: HandOver, run_jobs: Callable[[], int], leader: Client
) -> None:
    item = hand_over("a.txt", b"once")
    run_jobs()

    with behind_the_walls():
        assert item.examinations.count() == 1
