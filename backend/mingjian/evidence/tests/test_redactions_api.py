"""Redaction before upload (B08): both hashes are kept, and the original can be recognised."""

import hashlib
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st

from mingjian.evidence.errors.redactions import RedactionUnclearError
from mingjian.evidence.models import EvidenceItem, OriginalCheck
from mingjian.evidence.rules.redactions import checked_redactions, read_redactions
from mingjian.evidence.tests.factories import CONTENT, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
ORIGINAL = hashlib.sha256(b"what stayed on the phone").hexdigest()
BOXES = ({"kind": "image_box", "count": 2},)
REASON = "员工身份证号"


@pytest.fixture
def item(ours: Seats, staffed: AuditCase) -> EvidenceItem:
    return sealed(
        ours["CC"],
        staffed,
        original_sha256=ORIGINAL,
        redactions=BOXES,
        circumstances={"redaction_reason": REASON},
    )


def compare(who: Seat, item: EvidenceItem, sha256: str) -> Any:
    path = f"/api/evidence/items/{item.id}/original-check"
    return signed_in(who).post(path, {"sha256": sha256}, content_type="application/json")


def test_an_item_keeps_both_hashes_and_what_was_covered(ours: Seats, item: EvidenceItem) -> None:
    shown = signed_in(ours["LA"]).get(f"/api/evidence/items/{item.id}").json()

    assert shown["sha256"] == hashlib.sha256(CONTENT).hexdigest()
    assert shown["original_sha256"] == ORIGINAL
    assert shown["redactions"] == list(BOXES)
    assert shown["circumstances"]["redaction_reason"] == REASON


def test_why_it_was_covered_is_sealed_and_what_was_covered_is_journalled(
    item: EvidenceItem,
) -> None:
    with behind_the_walls():
        row = EvidenceItem.objects.get(id=item.id)
    before = row.digest()
    row.redactions = [{"kind": "image_box", "count": 1}]

    assert REASON not in str(row.__dict__)
    assert row.digest() != before


@pytest.mark.parametrize(("sha256", "matches"), [(ORIGINAL.upper(), True), ("0" * 64, False)])
def test_whoever_holds_the_original_has_it_compared_and_the_answer_is_recorded(
    ours: Seats, item: EvidenceItem, sha256: str, *, matches: bool
) -> None:
    answer = compare(ours["LA"], item, sha256)

    assert answer.status_code == 200, answer.content
    assert answer.json()["matches"] is matches
    custody = signed_in(ours["CC"]).get(f"/api/evidence/items/{item.id}/custody").json()
    actions = [entry["action"] for entry in custody["entries"]]
    assert actions == ["evidence.original_checked", "evidence.sealed"]
    with behind_the_walls():
        assert OriginalCheck.objects.get(item=item).matches is matches


def test_an_item_that_was_not_redacted_has_no_other_original(
    ours: Seats, staffed: AuditCase
) -> None:
    answer = compare(ours["LA"], sealed(ours["CC"], staffed), ORIGINAL)

    assert answer.status_code == 409
    assert answer.json()["code"] == "evidence_not_redacted"


@pytest.mark.parametrize("sha256", ["", "abc", "g" * 64])
def test_what_is_no_hash_is_refused(ours: Seats, item: EvidenceItem, sha256: str) -> None:
    assert compare(ours["LA"], item, sha256).status_code == 422


@pytest.mark.parametrize(
    ("original", "redactions"),
    [
        ("", BOXES),
        (ORIGINAL, ()),
        ("x" * 64, BOXES),
        (ORIGINAL, ({"kind": "blurred", "count": 1},)),
        (ORIGINAL, ({"kind": "image_box", "count": 0},)),
        (ORIGINAL, ({"kind": "image_box", "count": True},)),
        (ORIGINAL, ({"kind": ["image_box"], "count": 1},)),
    ],
)
def test_half_a_redaction_is_refused(original: str, redactions: Any) -> None:
    with pytest.raises(RedactionUnclearError):
        checked_redactions(original, redactions)


def test_a_redaction_travels_as_json() -> None:
    assert read_redactions("") == []
    assert read_redactions(json.dumps(BOXES)) == list(BOXES)


@each_of(st.text())
def test_any_text_is_a_list_of_redactions_or_refused(text: str) -> None:
    with suppress(RedactionUnclearError):
        assert isinstance(read_redactions(text), list)
