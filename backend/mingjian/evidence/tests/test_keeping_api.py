"""Kept beyond the audit: only what is free of sensitive information and consented to (S31)."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from mingjian.evidence.models import EvidenceItem, KeepingWord
from mingjian.evidence.queries.keeping import kept_beyond
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
COVERED: dict[str, Any] = {
    "original_sha256": "a" * 64,
    "redactions": [{"kind": "image_box", "count": 1}],
}


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def coordinator(ours: Seats) -> Client:
    return signed_in(ours["CC"])


@pytest.fixture
def scene(ours: Seats, staffed: AuditCase) -> EvidenceItem:
    """One picture of a scene, of the class that outlives the audit."""
    return sealed(ours["LA"], staffed, kind="capture", retention="record", name="焊接区.png")


def say(browser: Client, verb: str, *rows: EvidenceItem, **body: Any) -> Any:
    path = f"/api/evidence/cases/{rows[0].case_id}/keeping/{verb}"
    given = {"item_ids": [str(row.id) for row in rows], "verdict": "yes"} | body
    return browser.post(path, given, content_type="application/json")


def listed(browser: Client, case: AuditCase, query: str = "") -> list[dict[str, Any]]:
    answer = browser.get(f"/api/evidence/cases/{case.id}/keeping{query}")
    assert answer.status_code == 200, answer.content
    rows: list[dict[str, Any]] = answer.json()["items"]
    return rows


def kept(case: AuditCase) -> list[EvidenceItem]:
    with behind_the_walls():
        return list(kept_beyond(case))


def fact(browser: Client, case: AuditCase) -> Any:
    facts = browser.get(f"/api/programme/cases/{case.id}").json()["facts"]
    return next((each for each in facts if each["key"] == "keeping.settled"), None)


def test_only_both_words_together_keep_an_item(
    leader: Client, coordinator: Client, staffed: AuditCase, scene: EvidenceItem
) -> None:
    assert kept(staffed) == []
    assert say(leader, "checks", scene).status_code == 200
    assert kept(staffed) == []
    assert listed(leader, staffed)[0]["state"] == "unconsented"

    assert say(coordinator, "consents", scene).status_code == 200
    assert kept(staffed) == [scene]
    assert listed(coordinator, staffed)[0]["state"] == "kept"


def test_consent_alone_keeps_nothing(
    coordinator: Client, staffed: AuditCase, scene: EvidenceItem
) -> None:
    assert say(coordinator, "consents", scene).status_code == 200
    assert kept(staffed) == []


def test_neither_side_speaks_for_the_other(
    leader: Client, coordinator: Client, ours: Seats, scene: EvidenceItem
) -> None:
    assert say(leader, "consents", scene).status_code == 403
    assert say(coordinator, "checks", scene).status_code == 403
    assert say(signed_in(ours["QS"]), "consents", scene).status_code == 403


def test_a_refusal_puts_the_item_back_among_what_is_destroyed(
    leader: Client, coordinator: Client, staffed: AuditCase, scene: EvidenceItem
) -> None:
    say(leader, "checks", scene)
    assert say(coordinator, "consents", scene, verdict="no").json()["code"] == "keeping_reason"
    refused = say(coordinator, "consents", scene, verdict="no", reason="可见客户图号 X-17")
    assert refused.status_code == 200

    item = leader.get(f"/api/evidence/items/{scene.id}").json()
    assert item["retention"] == "working"
    (row,) = listed(leader, staffed)
    assert (row["state"], row["client"]["reason"]) == ("refused", "可见客户图号 X-17")
    with behind_the_walls():
        assert "X-17" not in str(list(KeepingWord.objects.values()))
        assert "X-17" not in str(list(Entry.objects.values()))


def test_a_covered_copy_is_kept_instead_on_two_words_of_its_own(
    leader: Client, coordinator: Client, ours: Seats, staffed: AuditCase, scene: EvidenceItem
) -> None:
    say(leader, "checks", scene, verdict="cover", reason="有人脸")
    assert listed(leader, staffed)[0]["state"] == "cover"

    copy = sealed(ours["CC"], staffed, b"covered", retention="record", replaces=scene, **COVERED)
    assert listed(leader, staffed, "?state=cover")[0]["covered_by"] == copy.code
    say(leader, "checks", copy)
    say(coordinator, "consents", copy)
    assert kept(staffed) == [copy]


def test_one_item_tells_both_words(leader: Client, ours: Seats, staffed: AuditCase) -> None:
    working = sealed(ours["CC"], staffed)
    record = sealed(ours["CC"], staffed, retention="record")
    say(leader, "checks", record)

    assert leader.get(f"/api/evidence/items/{working.id}/keeping").json() == {"keeping": None}
    told = leader.get(f"/api/evidence/items/{record.id}/keeping").json()["keeping"]
    assert (told["state"], told["auditor"]["verdict"]) == ("unconsented", "yes")


def test_many_are_settled_at_once(
    leader: Client, coordinator: Client, ours: Seats, staffed: AuditCase, scene: EvidenceItem
) -> None:
    others = [sealed(ours["LA"], staffed, retention="record") for _ in range(3)]
    assert say(leader, "checks", scene, *others).json() == {"count": 4}
    assert say(coordinator, "consents", scene, *others).json() == {"count": 4}
    assert len(kept(staffed)) == 4


def test_what_is_destroyed_anyway_is_not_asked_about(
    leader: Client, ours: Seats, staffed: AuditCase
) -> None:
    working = sealed(ours["CC"], staffed)
    assert say(leader, "checks", working).json()["code"] == "keeping_no_items"
    assert listed(leader, staffed) == []
    assert fact(leader, staffed) is None


def test_no_decision_before_every_record_is_settled(
    leader: Client, coordinator: Client, staffed: AuditCase, scene: EvidenceItem
) -> None:
    assert fact(leader, staffed)["is_met"] is False
    assert fact(leader, staffed)["gate"] == "package_ready"
    say(leader, "checks", scene)
    assert fact(leader, staffed)["is_met"] is False
    say(coordinator, "consents", scene)
    assert fact(leader, staffed)["is_met"] is True


def test_both_words_stand_in_the_items_chain_of_custody(
    leader: Client, coordinator: Client, scene: EvidenceItem
) -> None:
    say(leader, "checks", scene)
    say(coordinator, "consents", scene)
    entries = leader.get(f"/api/evidence/items/{scene.id}/custody").json()["entries"]
    assert [each["action"] for each in entries[:2]] == [
        "keeping.client_yes",
        "keeping.auditor_yes",
    ]


def test_the_list_is_searched_and_exported(leader: Client, staffed: AuditCase, scene: Any) -> None:
    assert len(listed(leader, staffed, f"?search={quote('焊接区')}&state=unchecked")) == 1
    assert listed(leader, staffed, "?state=kept") == []
    path = f"/api/evidence/cases/{staffed.id}/keeping?format=xlsx"
    assert leader.get(path).status_code == 200


def test_another_body_finds_nothing(theirs: Seats, scene: EvidenceItem) -> None:
    assert say(signed_in(theirs["LA"]), "checks", scene).status_code == 404
