"""Evidence leaves the vault as a bag that anybody checks, or sealed to one recipient (S46)."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import bagit
import pytest
from django.test import Client
from pyrage import decrypt
from pyrage.x25519 import Identity

from mingjian.evidence.models import Bundle, EvidenceItem, Parcel, Recipient
from mingjian.evidence.tests.factories import CONTENT, checked_recipient, parcel, sealed
from mingjian.evidence.tests.reading import body_of, to_its_end
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.bags import BagBroken
from mingjian.kit.storage import blobs
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def items(ours: Seats, staffed: AuditCase) -> list[EvidenceItem]:
    return [sealed(ours["CC"], staffed), sealed(ours["CC"], staffed, name="首件/检验 100%.csv")]


@pytest.fixture
def judge() -> Identity:
    return Identity.generate()


@pytest.fixture
def recipient(ours: Seats, judge: Identity) -> Recipient:
    return checked_recipient(ours, str(judge.to_public()))


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"/api/evidence/{path}", body, content_type="application/json")


def packed(browser: Client, case: AuditCase, **selection: Any) -> Any:
    return post(browser, f"cases/{case.id}/bundles", **selection)


def ids(*rows: EvidenceItem) -> list[str]:
    return [str(row.id) for row in rows]


def valid_bag(content: bytes, where: Path) -> bagit.Bag:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(where)
    [folder] = where.iterdir()
    found = bagit.Bag(str(folder))
    found.validate()
    return found


def token_of(link: str) -> str:
    return link.partition("#")[2]


def damage(row: EvidenceItem) -> None:
    """One bit in the middle of the sealed content, its ends untouched."""
    stored = bytearray(blobs().read_range(row.path, 0, blobs().size(row.path)))
    stored[len(stored) // 2] ^= 1
    with blobs().writing(row.path) as target:
        target.write(bytes(stored))


@to_its_end
def test_chosen_items_are_downloaded_as_a_valid_bag(
    leader: Client, staffed: AuditCase, items: list[EvidenceItem], tmp_path: Path
) -> None:
    made = packed(leader, staffed, item_ids=ids(*items)).json()
    answer = leader.get(made["href"])

    assert answer.headers["Content-Type"] == "application/zip"
    found = valid_bag(body_of(answer), tmp_path)
    names = sorted(path.name for path in Path(found.path, "data").iterdir())
    assert names == ["E-1_校准记录.txt", "E-2_首件_检验 100_.csv"]
    assert Path(found.path, "data", names[0]).read_bytes() == CONTENT
    assert items[0].sha256 in Path(found.path, "cover-letter.txt").read_text()


def test_each_item_tells_in_its_custody_that_it_was_packed(
    leader: Client, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    packed(leader, staffed, item_ids=ids(items[0]))

    def done(row: EvidenceItem) -> list[str]:
        entries = leader.get(f"/api/evidence/items/{row.id}/custody").json()["entries"]
        return [entry["action"] for entry in entries]

    assert done(items[0]) == ["evidence.packed", "evidence.sealed"]
    assert done(items[1]) == ["evidence.sealed"]


def test_without_a_choice_everything_that_one_may_read_is_packed(
    leader: Client, ours: Seats, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    sealed(ours["CC"], staffed, is_trusted=False)

    assert packed(leader, staffed).json()["count"] == len(items)
    assert packed(signed_in(ours["CG"]), staffed).status_code in {403, 404, 422}


def test_what_is_not_there_for_the_viewer_is_not_packed(
    leader: Client, theirs: Seats, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    missing = packed(leader, staffed, item_ids=[*ids(*items), str(staffed.id)])
    assert missing.json()["code"] == "bundle_no_items"
    assert packed(signed_in(theirs["LA"]), staffed, item_ids=ids(*items)).status_code == 404


def test_a_download_serves_whoever_packed_it_for_some_minutes(
    leader: Client, ours: Seats, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    href = packed(leader, staffed, item_ids=ids(*items)).json()["href"]

    assert signed_in(ours["AU"]).get(href).json()["code"] == "bundle_expired"
    with clock.moved_to(clock.now() + timedelta(minutes=16)):
        assert leader.get(href).json()["code"] == "bundle_expired"


def test_an_item_whose_content_is_gone_is_named_before_anything_is_sent(
    leader: Client, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    blobs().delete(items[1].path)

    refused = packed(leader, staffed, item_ids=ids(*items))
    assert refused.json()["code"] == "bundle_item_not_intact"
    assert "E-2 首件" in refused.json()["message"]
    with behind_the_walls():
        assert not Bundle.objects.exists()


@to_its_end
def test_an_item_that_does_not_verify_breaks_the_stream_and_is_named(
    leader: Client, staffed: AuditCase, items: list[EvidenceItem]
) -> None:
    damage(items[1])
    made = packed(leader, staffed, item_ids=ids(*items)).json()
    answer = leader.get(made["href"])
    with pytest.raises(BagBroken):
        body_of(answer)

    told = leader.get(f"/api/evidence/bundles/{made['id']}").json()
    assert (told["broken_item"], told["broken_code"]) == ("E-2", "ciphertext_tampered")
    with behind_the_walls():
        entry = Entry.objects.get(action="bundle.broken")
    assert entry.reason == "E-2: ciphertext_tampered"


@to_its_end
def test_a_parcel_opens_for_its_recipient_and_is_a_valid_bag(
    ours: Seats, items: list[EvidenceItem], recipient: Recipient, judge: Identity, tmp_path: Path
) -> None:
    _, link = parcel(ours["LA"], items[0].case, recipient, *items)
    outside = Client()
    seen = post(outside, "parcels/look", token=token_of(link)).json()
    assert (seen["letter"], seen["count"]) == ("请查收。", 2)
    assert "校准记录" not in str(seen)

    found = valid_bag(decrypt(body_of(outside.get(seen["href"])), [judge]), tmp_path)
    letter = Path(found.path, "cover-letter.txt").read_text()
    assert "王法官" in letter
    assert "请查收。" in letter
    assert seen["fingerprint"] in letter


@to_its_end
def test_the_recipient_confirms_and_the_case_sees_when_and_who(
    leader: Client, ours: Seats, staffed: AuditCase, items: list[EvidenceItem], recipient: Any
) -> None:
    sent, link = parcel(ours["LA"], staffed, recipient, *items)
    outside = Client()
    seen = post(outside, "parcels/look", token=token_of(link)).json()
    body_of(outside.get(seen["href"]))
    assert leader.get(f"/api/evidence/parcels/{sent.id}").json()["state"] == "fetched"

    post(outside, "parcels/receipt", token=token_of(link), name="王法官")
    shown = leader.get(f"/api/evidence/parcels/{sent.id}").json()
    assert (shown["state"], shown["received_name"]) == ("received", "王法官")
    assert shown["contents"][0]["name"] == "校准记录.txt"
    with behind_the_walls():
        entries = Entry.objects.filter(object_id=sent.id).order_by("seq")
        actions = list(entries.values_list("action", "concerns"))
    client = staffed.client_id
    assert actions == [
        ("parcel.sent", client),
        ("parcel.fetched", client),
        ("parcel.received", client),
    ]


def test_the_link_lapses_and_is_withdrawn(
    leader: Client, ours: Seats, staffed: AuditCase, items: list[EvidenceItem], recipient: Any
) -> None:
    sent, link = parcel(ours["LA"], staffed, recipient, *items)
    outside = Client()
    href = post(outside, "parcels/look", token=token_of(link)).json()["href"]

    with clock.moved_to(clock.now() + timedelta(days=7, minutes=1)):
        late = post(outside, "parcels/look", token=token_of(link))
        assert late.json()["code"] == "parcel_closed"
        assert leader.get(f"/api/evidence/parcels/{sent.id}").json()["state"] == "lapsed"
    post(leader, f"parcels/{sent.id}/withdraw", reason="寄错了")
    assert outside.get(href).json()["code"] == "parcel_closed"


def test_neither_letter_nor_link_lies_in_clear(
    ours: Seats, staffed: AuditCase, items: list[EvidenceItem], recipient: Recipient
) -> None:
    _, link = parcel(ours["LA"], staffed, recipient, *items)
    with behind_the_walls():
        stored = str(list(Parcel.objects.values()))

    assert "请查收" not in stored
    assert token_of(link) not in stored


def test_nothing_is_sent_to_a_key_that_only_one_person_vouches_for(
    ours: Seats, leader: Client, staffed: AuditCase, items: list[EvidenceItem], judge: Identity
) -> None:
    manager = signed_in(ours["PM"])
    new = {"name": "王法官", "email": "judge@court.example", "age_key": str(judge.to_public())}
    made = post(manager, "recipients", **new).json()
    wanted = {"item_ids": ids(*items), "recipient_id": made["id"]}
    path = f"cases/{staffed.id}/parcels"
    assert post(leader, path, **wanted).json()["code"] == "recipient_not_usable"

    own = post(manager, f"recipients/{made['id']}/check", how="电话")
    assert own.json()["code"] == "recipient_own_check"
    assert post(signed_in(ours["QS"]), f"recipients/{made['id']}/check", how="电话").json()[
        "is_usable"
    ]
    assert post(leader, path, **wanted).status_code == 201
    post(manager, f"recipients/{made['id']}/retire", reason="调离")
    assert post(leader, path, **wanted).json()["code"] == "recipient_not_usable"


def test_what_is_no_age_key_is_refused(ours: Seats) -> None:
    new = {"name": "某人", "email": "x@court.example", "age_key": "ssh-ed25519 AAAA"}
    refused = post(signed_in(ours["PM"]), "recipients", **new)
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["age_key"])


def test_the_exchange_of_a_case_shows_both_directions(
    leader: Client, ours: Seats, staffed: AuditCase, items: list[EvidenceItem], recipient: Any
) -> None:
    parcel(ours["LA"], staffed, recipient, items[0])
    came = leader.get(f"/api/evidence/cases/{staffed.id}/handed-in").json()["items"]
    went = signed_in(ours["CC"]).get(f"/api/evidence/cases/{staffed.id}/parcels").json()["items"]

    assert [row["code"] for row in came] == ["E-2", "E-1"]
    assert [(row["recipient"], row["count"]) for row in went] == [("王法官", 1)]
    for path in ("handed-in", "parcels"):
        answer = leader.get(f"/api/evidence/cases/{staffed.id}/{path}?format=xlsx")
        assert answer.status_code == 200
