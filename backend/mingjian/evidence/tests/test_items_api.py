"""Evidence items: sealed or not there, read by those who may, verified against the journal."""

import hashlib
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.test import Client

from mingjian.evidence.errors.items import ForeignPlaceError
from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.openings import LASTS, content_of
from mingjian.evidence.services.sealing import seal_item
from mingjian.evidence.tests.factories import CONTENT, NAME, given, sealed
from mingjian.evidence.tests.reading import body_of
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.crypto import CiphertextForeign
from mingjian.kit.keys.services import destroy_audit_key
from mingjian.kit.storage import blobs
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls, join, surveillance

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def item(ours: Seats, staffed: AuditCase) -> EvidenceItem:
    return sealed(ours["CC"], staffed)


def read(browser: Client, path: str) -> Any:
    answer = browser.get(f"/api/evidence/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def opened(browser: Client, item: EvidenceItem) -> str:
    answer = browser.post(f"/api/evidence/items/{item.id}/openings")
    assert answer.status_code == 200, answer.content
    return str(answer.json()["href"])


def test_what_is_handed_over_is_hashed_sealed_and_journalled(
    leader: Client, item: EvidenceItem
) -> None:
    shown = read(leader, f"items/{item.id}")

    assert shown["sha256"] == hashlib.sha256(CONTENT).hexdigest()
    assert shown["name"] == NAME
    assert shown["code"] == "E-1"
    with behind_the_walls():
        assert Entry.objects.filter(object_id=item.id, action="evidence.sealed").count() == 1
    stored = blobs().read_range(item.path, 0, blobs().size(item.path))
    assert b"calibration" not in stored


def test_neither_name_nor_note_stands_in_the_database_in_clear(item: EvidenceItem) -> None:
    with behind_the_walls():
        row = EvidenceItem.objects.filter(id=item.id).values().get()

    assert NAME not in str(row)


def test_what_cannot_be_journalled_is_not_there(ours: Seats, staffed: AuditCase) -> None:
    acting = viewer(ours["CC"])
    before = set(blobs().paths(f"{staffed.owner_id}/{staffed.id}/"))
    source, foreign = BytesIO(CONTENT), given(site_id=staffed.id)
    with tenant_scope(acting.owners), pytest.raises(ForeignPlaceError):
        seal_item(viewer=acting, case_id=staffed.id, source=source, given=foreign)

    assert set(blobs().paths(f"{staffed.owner_id}/{staffed.id}/")) == before
    with behind_the_walls():
        assert not EvidenceItem.objects.filter(case=staffed).exists()


def test_opening_an_item_is_recorded_and_then_reads_any_part_of_it(
    leader: Client, item: EvidenceItem
) -> None:
    href = opened(leader, item)

    part = leader.get(href, headers={"Range": "bytes=54000-54026"})
    done = [entry["action"] for entry in read(leader, f"items/{item.id}/custody")["entries"]]
    assert done == ["evidence.opened", "evidence.sealed"]
    assert part.status_code == 206
    assert body_of(part) == CONTENT[54000:54027]


def test_a_link_serves_only_the_person_it_was_made_for(
    leader: Client, ours: Seats, item: EvidenceItem
) -> None:
    href = opened(leader, item)

    assert signed_in(ours["AU"]).get(href).status_code == 403
    assert signed_in(ours["CC"]).get(href).status_code == 403


def test_a_link_expires(leader: Client, item: EvidenceItem) -> None:
    href = opened(leader, item)

    with clock.moved_to(clock.now() + LASTS + timedelta(seconds=1)):
        assert leader.get(href).json()["code"] == "evidence_opening_expired"


def test_the_watermark_names_who_looks_and_when(
    leader: Client, ours: Seats, item: EvidenceItem
) -> None:
    shown = leader.post(f"/api/evidence/items/{item.id}/openings").json()

    assert ours["LA"].person.name in shown["watermark"]
    assert item.code in shown["watermark"]
    assert clock.local_time("Asia/Shanghai")[:10] in shown["watermark"]


def test_content_that_was_not_examined_is_not_opened(
    leader: Client, ours: Seats, staffed: AuditCase
) -> None:
    waiting = sealed(ours["CC"], staffed, is_trusted=False)

    refused = leader.post(f"/api/evidence/items/{waiting.id}/openings")
    assert refused.status_code == 409
    assert refused.json()["code"] == "evidence_quarantined"


def test_versions_of_a_document_keep_their_hashes(
    leader: Client, ours: Seats, staffed: AuditCase, item: EvidenceItem
) -> None:
    second = sealed(ours["CC"], staffed, CONTENT + b"signed", replaces=item)

    shown = read(leader, f"items/{second.id}")
    assert [(each["edition"], each["sha256"]) for each in shown["editions"]] == [
        (2, second.sha256),
        (1, item.sha256),
    ]
    listed = read(leader, f"cases/{staffed.id}/items?latest=true")
    assert [each["id"] for each in listed["items"]] == [str(second.id)]


def test_the_library_is_searched_by_sealed_names(
    leader: Client, ours: Seats, staffed: AuditCase, item: EvidenceItem
) -> None:
    sealed(ours["CC"], staffed, name="内审计划.pdf")

    found = read(leader, f"cases/{staffed.id}/items?search={quote('校准')}")
    assert [each["name"] for each in found["items"]] == [NAME]


def test_nobody_who_administers_reads_evidence(ours: Seats, item: EvidenceItem) -> None:
    for role in ("ADM", "PM", "REV"):
        browser = signed_in(ours[role])
        for path in (f"cases/{item.case_id}/items", f"items/{item.id}"):
            assert browser.get(f"/api/evidence/{path}").status_code == 403, (role, path)
        assert browser.post(f"/api/evidence/items/{item.id}/openings").status_code == 403


def test_another_body_finds_nothing(theirs: Seats, item: EvidenceItem) -> None:
    browser = signed_in(theirs["LA"])

    assert browser.get(f"/api/evidence/items/{item.id}").status_code == 404
    assert browser.get(f"/api/evidence/cases/{item.case_id}/items").status_code == 404


def test_an_expert_sees_what_was_assigned_and_nothing_else(
    leader: Client, ours: Seats, staffed: AuditCase, item: EvidenceItem
) -> None:
    manager = viewer(ours["PM"])
    expert = ours["TE"].person.id
    with tenant_scope(manager.owners):
        join(manager, staffed, expert, "TE")
    sealed(ours["CC"], staffed, name="薪酬.xlsx")
    path = f"/api/evidence/items/{item.id}/assignments"
    given_to = leader.put(path, {"people": [str(expert)]}, "application/json")
    assert given_to.status_code == 200, given_to.content

    browser = signed_in(ours["TE"])
    listed = read(browser, f"cases/{staffed.id}/items")
    assert [each["id"] for each in listed["items"]] == [str(item.id)]


def test_an_intact_item_verifies_and_the_verdict_is_recorded(
    leader: Client, item: EvidenceItem
) -> None:
    verdict = leader.post(f"/api/evidence/items/{item.id}/verifications").json()

    assert verdict["is_intact"]
    assert verdict["sha256"] == item.sha256
    done = read(leader, f"items/{item.id}/custody")["entries"][0]
    assert done["action"] == "evidence.verified"


@pytest.mark.parametrize("place", [3, 60, 20_000, -1])
def test_a_flipped_bit_in_the_content_is_named(
    leader: Client, item: EvidenceItem, place: int
) -> None:
    whole = bytearray(blobs().read_range(item.path, 0, blobs().size(item.path)))
    whole[place] ^= 1
    with blobs().writing(item.path) as target:
        target.write(bytes(whole))

    verdict = leader.post(f"/api/evidence/items/{item.id}/verifications").json()
    assert not verdict["is_intact"]
    assert verdict["code"].startswith("ciphertext_")


def test_a_row_changed_behind_the_journals_back_is_named_and_stays_so(
    leader: Client, item: EvidenceItem
) -> None:
    with behind_the_walls():
        EvidenceItem.objects.filter(id=item.id).update(provided_name="别人")
    opened(leader, item)

    for _ in range(2):
        verdict = leader.post(f"/api/evidence/items/{item.id}/verifications").json()
        assert verdict["code"] == "row_changed"


def test_content_moved_to_another_item_is_refused(
    ours: Seats, staffed: AuditCase, item: EvidenceItem
) -> None:
    other = sealed(ours["CC"], staffed, b"another")
    whole = blobs().read_range(item.path, 0, blobs().size(item.path))
    with blobs().writing(other.path) as target:
        target.write(whole)

    with pytest.raises(CiphertextForeign):
        content_of(other)


def test_without_its_audits_key_neither_name_nor_content_is_left(
    leader: Client, item: EvidenceItem
) -> None:
    destroy_audit_key(item.owner_id, item.case_id)

    assert read(leader, f"items/{item.id}")["name"] == ""
    verdict = leader.post(f"/api/evidence/items/{item.id}/verifications").json()
    assert verdict["code"] == "audit_key_destroyed"


def test_two_who_describe_an_item_at_once_are_told(leader: Client, item: EvidenceItem) -> None:
    path = f"/api/evidence/items/{item.id}"
    change = {"version": item.version, "note": "与现场一致", "effective_on": "2026-07-01"}

    first = leader.patch(path, change, "application/json")
    second = leader.patch(path, change | {"note": "另一说明"}, "application/json")
    assert first.json()["note"] == "与现场一致"
    assert second.status_code == 409


def test_numbers_count_within_an_audit(ours: Seats, staffed: AuditCase, item: EvidenceItem) -> None:
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        another = surveillance(manager, staffed.programme, kind="special")

    assert sealed(ours["CC"], staffed).code == "E-2"
    assert sealed(ours["CC"], another).code == "E-1"
    assert isinstance(item.id, UUID)
    assert item.state == ItemState.HELD


def test_a_body_of_the_national_suite_seals_in_sm4_and_keeps_sm3(
    ours: Seats, leader: Client, staffed: AuditCase, item: EvidenceItem
) -> None:
    admin = signed_in(ours["ADM"])
    choice = {"version": 0, "suite": "sm"}
    chosen = admin.put("/api/evidence/profile", choice, "application/json")
    assert chosen.status_code == 200, chosen.content

    national = sealed(ours["CC"], staffed)
    shown = read(leader, f"items/{national.id}")
    assert (shown["profile"], len(shown["sm3"])) == ("sm", 64)
    for each in (item, national):
        verdict = leader.post(f"/api/evidence/items/{each.id}/verifications").json()
        assert verdict["is_intact"]
