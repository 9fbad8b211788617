"""Who holds the offline copies of the keys is the word of two people."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pyrage.x25519 import Identity

from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit.keys.errors import OfflineCopyForeign
from mingjian.kit.keys.offline import recover_from_offline_copies
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
HOLDERS = "/api/evidence/key-holders"
Seats = dict[str, Seat]


@pytest.fixture
def officer() -> Identity:
    """The private half lies in a safe."""
    return Identity.generate()


def named(who: Seat, officer: Identity) -> Any:
    body = {"name": "宋明", "recipient": str(officer.to_public())}
    return signed_in(who).post(HOLDERS, body, "application/json")


def decided(who: Seat, holder: Any, **decision: Any) -> Any:
    path = f"{HOLDERS}/{holder.json()['id']}/decision"
    return signed_in(who).post(path, {"is_approved": True} | decision, "application/json")


def holders(browser: Client) -> list[tuple[str, bool]]:
    return [(row["state"], row["is_holding"]) for row in browser.get(HOLDERS).json()]


def test_nothing_is_sealed_to_a_holder_whom_one_person_named(
    ours: Seats, staffed: AuditCase, officer: Identity
) -> None:
    holder = named(ours["ADM"], officer)
    assert holder.status_code == 201
    assert decided(ours["ADM"], holder).status_code == 403
    with pytest.raises(OfflineCopyForeign):
        recover_from_offline_copies(officer)


def test_an_approved_holder_brings_back_what_a_lost_root_key_closed(
    ours: Seats, staffed: AuditCase, officer: Identity, tmp_path: Path
) -> None:
    item = sealed(ours["CC"], staffed)
    assert decided(ours["QS"], named(ours["ADM"], officer)).json()["is_holding"]
    verify = f"/api/evidence/items/{item.id}/verifications"
    with root_key.replaced_by(FileRootKey(tmp_path / "root.key")):
        recover_from_offline_copies(officer)
        assert signed_in(ours["LA"]).post(verify).json()["is_intact"]


def test_a_successor_takes_over_and_the_journal_tells_of_both(
    ours: Seats, officer: Identity
) -> None:
    decided(ours["QS"], named(ours["ADM"], officer))
    successor = named(ours["ADM"], Identity.generate())
    assert holders(signed_in(ours["QS"])) == [("asked", False), ("approved", True)]
    decided(ours["QS"], successor)
    assert holders(signed_in(ours["QS"])) == [("approved", True), ("approved", False)]
    with behind_the_walls():
        told = Entry.objects.filter(action__startswith="key_holder.").order_by("seq")
        actions = list(told.values_list("action", flat=True))
    assert actions == ["key_holder.asked", "key_holder.approved"] * 2


def test_a_refused_holder_holds_nothing_and_is_not_decided_twice(
    ours: Seats, officer: Identity
) -> None:
    holder = named(ours["ADM"], officer)
    assert decided(ours["QS"], holder, is_approved=False, refusal="已离职").status_code == 200
    assert decided(ours["QS"], holder).json()["code"] == "key_holder_decided"
    assert holders(signed_in(ours["QS"])) == [("refused", False)]


def test_what_is_no_public_key_is_said(ours: Seats) -> None:
    body = {"name": "宋明", "recipient": "AGE-SECRET-KEY-1"}
    answer = signed_in(ours["ADM"]).post(HOLDERS, body, "application/json")
    assert answer.json()["code"] == "key_export_recipient"
