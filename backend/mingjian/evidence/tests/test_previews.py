"""What can be seen of an item without its original: derived, sealed, and never a reason to fail."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from engines import sandbox
from engines.previews.tests.files import FACTORY, pdf, picture, word
from mingjian.evidence.models import EvidenceItem, ItemPreview, ItemState
from mingjian.evidence.tests.factories import sealed
from mingjian.evidence.tests.reading import body_of
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit.deletion import deletable_stores
from mingjian.kit.storage import blobs
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = [
    pytest.mark.django_db(databases=["default", "keys"]),
    pytest.mark.skipif(
        not sandbox.can_confine(), reason="this machine lets no process give up its rights"
    ),
]
Seats = dict[str, Seat]
HandOver = Callable[..., EvidenceItem]
SECRET = "年度让利系数零点八三"


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def hand_over(ours: Seats, staffed: AuditCase, run_jobs: Callable[[], int]) -> HandOver:
    """Something the client hands over, after the worker has had its turns."""

    def done(name: str, content: bytes, **values: Any) -> EvidenceItem:
        values = {"is_trusted": False} | values
        item = sealed(ours["CC"], staffed, content, name=name, **values)
        while run_jobs():
            pass
        with behind_the_walls():
            item.refresh_from_db()
        return item

    return done


def preview_of(browser: Client, item: EvidenceItem) -> Any:
    return browser.get(f"/api/evidence/items/{item.id}").json()["preview"]


def opened(browser: Client, item: EvidenceItem, number: int) -> Any:
    link = browser.post(f"/api/evidence/items/{item.id}/openings").json()
    return browser.get(link["preview_href"].replace("{number}", str(number)))


def test_pages_of_a_pdf_are_turned_under_a_link_that_was_recorded(
    leader: Client, hand_over: HandOver
) -> None:
    item = hand_over("质量手册.pdf", pdf(3))

    preview = preview_of(leader, item)
    assert (preview["kind"], preview["details"]) == ("pages", {"pages": 3})
    assert [part["number"] for part in preview["parts"]] == [1, 2, 3]
    page = opened(leader, item, 3)
    assert page["Content-Type"] == "image/webp"
    assert page["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert page["X-Content-Type-Options"] == "nosniff"
    without = leader.get(f"/api/evidence/items/{item.id}/preview/1?opening=x")
    assert without.json()["code"] == "evidence_opening_expired"
    assert opened(leader, item, 4).json()["code"] == "evidence_preview_missing"
    assert body_of(page).startswith(b"RIFF")


def test_the_library_shows_small_pictures_of_what_was_held(
    leader: Client, hand_over: HandOver, staffed: AuditCase
) -> None:
    hand_over("铭牌.jpg", picture())
    hand_over("台账.csv", "编号,结果\n".encode())
    hand_over("报告.pdf", b"MZ\x90\0\x03" + bytes(500))

    rows = leader.get(f"/api/evidence/cases/{staffed.id}/items").json()["items"]
    small = {row["name"]: row["thumbnail"] for row in rows}
    assert not small["台账.csv"]
    assert not small["报告.pdf"]
    shown = body_of(leader.get(small["铭牌.jpg"]))
    assert FACTORY.encode() not in shown
    assert shown[8:12] == b"WEBP"


def test_a_preview_is_journalled_as_derived_and_made_once(
    leader: Client, hand_over: HandOver, run_jobs: Callable[[], int]
) -> None:
    item = hand_over("铭牌.jpg", picture())
    run_jobs()

    entries = leader.get(f"/api/evidence/items/{item.id}/custody").json()["entries"]
    assert [each["action"] for each in entries].count("evidence.previewed") == 1


def test_what_the_server_made_itself_has_a_preview_too(leader: Client, hand_over: HandOver) -> None:
    item = hand_over("截图.png", picture(form="PNG"), media_type="image/png", is_trusted=True)

    assert preview_of(leader, item)["kind"] == "picture"


def test_a_preview_that_fails_leaves_the_item_as_it_is_and_says_why(
    leader: Client, hand_over: HandOver
) -> None:
    item = hand_over("坏.docx", b"x", media_type=WORD, is_trusted=True)

    assert item.state == ItemState.HELD
    found = preview_of(leader, item)
    assert (found["code"], found["parts"]) == ("failed", [])
    assert "预览" in found["message"]
    assert leader.post(f"/api/evidence/items/{item.id}/openings").status_code == 200


def test_nothing_of_a_preview_lies_in_clear_anywhere(leader: Client, hand_over: HandOver) -> None:
    item = hand_over("合同.docx", word(f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>"))

    [part] = preview_of(leader, item)["parts"]
    shown = opened(leader, item, part["number"])
    with behind_the_walls(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM evidence_itempreview")
        assert SECRET not in str(cursor.fetchall())
        path = ItemPreview.objects.get(item=item).path
    stored = blobs().read_range(path, 0, blobs().size(path))
    assert SECRET.encode() not in stored
    left = [file for file in Path(settings.DATA).rglob("*") if file.is_file()]
    assert not [file for file in left if SECRET.encode() in file.read_bytes()]
    assert json.loads(body_of(shown))["blocks"] == [{"kind": "text", "text": SECRET}]


def test_a_preview_of_one_item_is_of_no_use_at_the_place_of_another(
    leader: Client, hand_over: HandOver
) -> None:
    one, other = hand_over("甲.txt", "甲方".encode()), hand_over("乙.txt", "乙方".encode())
    with behind_the_walls():
        source, target = (ItemPreview.objects.get(item=item).path for item in (one, other))
    with blobs().writing(target) as file:
        file.write(blobs().read_range(source, 0, blobs().size(source)))

    assert opened(leader, other, 0).json()["code"] == "ciphertext_foreign"


def test_previews_go_with_the_audit_that_they_were_made_of(
    leader: Client, hand_over: HandOver, ours: Seats
) -> None:
    item = hand_over("铭牌.jpg", picture())
    with behind_the_walls():
        path = ItemPreview.objects.get(item=item).path
        assert blobs().exists(path)
        for store in deletable_stores():
            store.erase(viewer(ours["ADM"]), item.case_id)
        left = [list(store.traces(item.owner_id, item.case_id)) for store in deletable_stores()]

        assert not ItemPreview.objects.filter(item=item).exists()

    assert not any(left)
    assert not blobs().exists(path)
    assert leader.get(f"/api/evidence/items/{item.id}/thumbnail").status_code == 404


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
