"""A key leaves the house on the word of two people, and only its recipient can read it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pyrage import DecryptError, decrypt
from pyrage.x25519 import Identity

from mingjian.evidence.models import KeyExport
from mingjian.evidence.tests.factories import key_export
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.keys.services import audit_key
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


@pytest.fixture
def officer() -> Identity:
    """Keeps the private half away from the server."""
    return Identity.generate()


@pytest.fixture
def asked(ours: Seats, staffed: AuditCase, officer: Identity) -> KeyExport:
    return key_export(ours["ADM"], staffed, str(officer.to_public()))


def post(browser: Client, asked: KeyExport, verb: str, body: Any = None) -> Any:
    path = f"/api/evidence/key-exports/{asked.id}/{verb}"
    return browser.post(path, body or {}, "application/json")


def approve(ours: Seats, asked: KeyExport) -> Any:
    return post(signed_in(ours["QS"]), asked, "decision", {"is_approved": True})


def test_one_person_alone_gets_no_key(ours: Seats, asked: KeyExport) -> None:
    admin = signed_in(ours["ADM"])

    assert post(admin, asked, "decision", {"is_approved": True}).status_code == 403
    assert post(admin, asked, "taking").json()["code"] == "key_export_decided"


def test_the_approved_key_opens_for_its_recipient_only(
    ours: Seats, asked: KeyExport, officer: Identity
) -> None:
    assert approve(ours, asked).status_code == 200
    file = post(signed_in(ours["ADM"]), asked, "taking").content

    told = json.loads(decrypt(file, [officer]))
    assert bytes.fromhex(told["key"]) == audit_key(asked.owner_id, asked.case_id)
    with pytest.raises(DecryptError):
        decrypt(file, [Identity.generate()])


def test_it_is_taken_once_by_whoever_asked_and_the_client_reads_of_it(
    ours: Seats, asked: KeyExport
) -> None:
    approve(ours, asked)
    assert post(signed_in(ours["ADM"]), asked, "taking").status_code == 200

    again = post(signed_in(ours["ADM"]), asked, "taking")
    assert again.json()["code"] == "key_export_decided"
    with behind_the_walls():
        entries = Entry.objects.filter(object_id=asked.id).order_by("seq")
        told = list(entries.values_list("action", "concerns"))
    client = ours["CC"].tenant.id
    assert told == [
        ("key_export.asked", client),
        ("key_export.approved", client),
        ("key_export.taken", client),
    ]


def test_an_approval_lapses_after_a_day(ours: Seats, asked: KeyExport) -> None:
    approve(ours, asked)

    with clock.moved_to(clock.now() + timedelta(days=1, minutes=1)):
        late = post(signed_in(ours["ADM"]), asked, "taking")
    assert late.json()["code"] == "key_export_decided"


def test_a_refused_request_gives_nothing(ours: Seats, asked: KeyExport) -> None:
    refused = {"is_approved": False, "refusal": "没有法律文书"}
    assert post(signed_in(ours["QS"]), asked, "decision", refused).status_code == 200

    assert post(signed_in(ours["ADM"]), asked, "taking").status_code == 409


def test_a_recipient_that_is_no_age_key_is_refused(ours: Seats, staffed: AuditCase) -> None:
    wanted = {
        "case_id": str(staffed.id),
        "reason": "法院调取",
        "recipient": "ssh-ed25519 AAAA",
        "recipient_name": "某人",
    }
    answer = signed_in(ours["ADM"]).post("/api/evidence/key-exports", wanted, "application/json")
    assert answer.status_code == 422
    assert "recipient" in answer.json()["fields"]
