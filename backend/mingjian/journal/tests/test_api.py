"""The journal through HTTP: who reads what, and proofs that others can check."""

from base64 import b64decode
from collections.abc import Collection, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings
from django.db import transaction
from django.test import Client
from openpyxl import load_workbook

from mingjian.journal.models import Entry, Verification
from mingjian.journal.queries.entries import changes_since
from mingjian.journal.rules import tree
from mingjian.journal.rules.checkpoints import TreeHead
from mingjian.journal.rules.notes import verified_text
from mingjian.journal.services import record, sign_checkpoint, verifying
from mingjian.journal.tests.attacker import Attacker
from mingjian.journal.tests.samples import row_of, write
from mingjian.kit.access import Grant, Rule, Viewer, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.ids import uuid7
from mingjian.kit.names import Reference, name_sources
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

AUDITOR = UUID("0199c0de-0000-7000-8000-00000000000a")


class Members(FakeAuthority):
    """Administrators read everything, a client's coordinator what concerns the client."""

    def grants(self, viewer: Viewer, rule: Rule) -> tuple[Grant, ...]:
        if viewer.role == "CC":
            return (Grant("R", "own"),)
        return (Grant("R"),) if viewer.role == "ADM" else ()


class Names:
    """The one person whom the tests know by name."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        known = {("identity.person", AUDITOR): "李晓梅"}
        return {each: known[each] for each in references if each in known}

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        return [AUDITOR] if text in "李晓梅" else []


@pytest.fixture(autouse=True)
def members() -> Iterator[Members]:
    fake = Members()
    with authority.replaced_by(fake), name_sources.replaced_by(Names()):
        yield fake


@pytest.fixture
def admin(members: Members, tenant: UUID) -> Client:
    members.enrol("admin", tenant_id=tenant)
    return signed_in(members, "admin")


@pytest.fixture
def client_tenant(members: Members, tenant: UUID) -> UUID:
    """A client that the body engages; ``coordinator`` is its member."""
    party = uuid7()
    members.members["coordinator"] = Viewer(
        f"person:{uuid7()}", party, "client", "CC", frozenset({party, tenant})
    )
    return party


def signed_in(members: FakeAuthority, name: str, language: str = "en") -> Client:
    client = Client(headers={"Accept-Language": language})
    client.cookies[settings.SESSION_COOKIE_NAME] = members.sign_in(name)
    return client


def got(client: Client, path: str, status: int = 200, **query: Any) -> Any:
    response = client.get(f"/api/journal{path}", query)
    assert response.status_code == status, response.content
    return response.json()


def done_by(owner: UUID, actor: UUID, action: str, *, tenant: UUID | None = None) -> Entry:
    viewer = Viewer(f"person:{actor}", tenant or owner, "body", "LA", frozenset({owner}))
    with tenant_scope([owner]), transaction.atomic():
        return record(viewer, action, row_of(owner), reason="客户要求")


def test_the_newest_entry_comes_first_and_people_have_names(admin: Client, tenant: UUID) -> None:
    write(tenant, 2)
    done_by(tenant, AUDITOR, "finding.raised")
    page = got(admin, "/entries")
    assert [item["seq"] for item in page["items"]] == [3, 2, 1]
    assert page["total"] == 3
    assert page["items"][0]["actor_name"] == "李晓梅"
    assert page["items"][0]["reason"] == "客户要求"


@pytest.mark.parametrize(("language", "name"), [("en", "The system"), ("zh-hans", "系统")])
def test_the_systems_own_doings_are_called_so(
    members: Members, admin: Client, tenant: UUID, language: str, name: str
) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        record(Viewer.system("job_worker", tenant), "letter.sent", row_of(tenant))
    client = signed_in(members, "admin", language)
    assert got(client, "/entries")["items"][0]["actor_name"] == name


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 4),
        ({"action": "finding.raised"}, 1),
        ({"actor": str(AUDITOR)}, 1),
        ({"object_kind": "journal.verification"}, 4),
        ({"object_kind": "identity.person"}, 0),
        ({"object_id": str(AUDITOR)}, 0),
        ({"search": "客户"}, 1),
        ({"search": "晓梅"}, 1),
        ({"search": "王"}, 0),
        ({"since": "2001-01-01T00:00:00Z"}, 4),
        ({"until": "2001-01-01T00:00:00+08:00"}, 0),
        ({"owner": str(AUDITOR)}, 0),
    ],
)
def test_the_list_is_narrowed(
    admin: Client, tenant: UUID, query: dict[str, str], count: int
) -> None:
    write(tenant, 3)
    done_by(tenant, AUDITOR, "finding.raised")
    assert got(admin, "/entries", 200, **query)["total"] == count


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"sort": "leaf"}, {"actor": "me"}])
def test_a_filter_that_means_nothing_is_refused_in_words(
    admin: Client, query: dict[str, str]
) -> None:
    assert got(admin, "/entries", 422, **query)["fields"]


def test_the_list_is_a_workbook_too(admin: Client, tenant: UUID) -> None:
    write(tenant, 2)
    done_by(tenant, AUDITOR, "finding.raised")
    response = admin.get("/api/journal/entries", {"format": "xlsx"})
    [sheet] = load_workbook(BytesIO(response.content)).worksheets
    head, newest, *_ = sheet.iter_rows(values_only=True)
    assert head[:3] == ("Number", "Time (UTC)", "Who")
    assert (newest[0], newest[2]) == (3, "李晓梅")


def test_another_tenants_entries_are_not_there(admin: Client, tenant: UUID) -> None:
    other = uuid7()
    write(other, 3)
    assert got(admin, "/entries")["total"] == 0
    assert got(admin, "/entries/1", 404, owner=str(other))
    assert got(admin, "/checkpoint", 404, owner=str(other))
    assert got(admin, "/key", 404, owner=str(other))


def test_a_client_sees_what_its_own_people_did_and_what_is_about_it(
    members: Members, tenant: UUID, client_tenant: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tenant, 2)
    done_by(tenant, uuid7(), "survey.saved", tenant=client_tenant)
    monkeypatch.setattr(Verification, "concerns", client_tenant)
    done_by(tenant, AUDITOR, "finding.raised")
    client = signed_in(members, "coordinator")
    assert [item["seq"] for item in got(client, "/entries")["items"]] == [4, 3]
    assert got(client, "/entries/4", owner=str(tenant))["action"] == "finding.raised"
    assert got(client, "/entries/1", 404, owner=str(tenant))


def test_a_client_may_keep_checkpoints_but_not_verify_everything(
    members: Members, tenant: UUID, client_tenant: UUID
) -> None:
    write(tenant, 3)
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
    client = signed_in(members, "coordinator")
    assert got(client, "/checkpoint", owner=str(tenant))["size"] == 3
    assert got(client, "/verifications", 403, owner=str(tenant))
    assert client.post(f"/api/journal/verifications?owner={tenant}").status_code == 403


def test_an_inclusion_proof_can_be_checked_with_nothing_of_ours(
    admin: Client, tenant: UUID
) -> None:
    """As the specification tells a verifier to: key, note, leaf, path."""
    write(tenant, 300)
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
    name, _, encoded = got(admin, "/key")["vkey"].split("+", 2)
    public = Ed25519PublicKey.from_public_bytes(b64decode(encoded)[1:])
    head, _, note = got(admin, "/entries/7/proof")["text"].partition("\n\n")
    magic, extra, index, *path = head.splitlines()
    assert (magic, index) == ("c2sp.org/tlog-proof@v1", "index 6")
    signed = TreeHead.parse(verified_text(note, name, public))
    leaf = tree.leaf_hash(sha256(b64decode(extra.removeprefix("extra "))).digest())
    hashes = [b64decode(line) for line in path]
    assert tree.verify_inclusion(leaf, 6, signed.size, hashes, signed.root)


def test_a_consistency_proof_shows_that_nothing_was_rewritten(admin: Client, tenant: UUID) -> None:
    write(tenant, 300)
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
    proof = got(admin, "/consistency", first=17)
    values = [bytes.fromhex(proof[name]) for name in ("first_root", "second_root")]
    hashes = [bytes.fromhex(each) for each in proof["hashes"]]
    assert proof["second"] == 300
    assert tree.verify_consistency(17, 300, hashes, *values)


@pytest.mark.parametrize("query", [{"first": 0}, {"first": 9}, {"first": 2, "second": 1}])
def test_sizes_that_cannot_be_compared_are_refused_in_words(
    admin: Client, tenant: UUID, query: dict[str, int]
) -> None:
    write(tenant, 3)
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
    assert got(admin, "/consistency", 422, **query)["code"] == "nothing_to_compare"


def test_an_entry_that_is_not_signed_for_yet_says_when(admin: Client, tenant: UUID) -> None:
    write(tenant, 1)
    assert got(admin, "/entries/1/proof", 409)["code"] == "not_yet_signed"
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
    write(tenant, 1)
    assert "every minute" in got(admin, "/entries/2/proof", 409)["message"]


def test_verifying_says_that_all_is_well_and_is_itself_written_down(
    admin: Client, tenant: UUID
) -> None:
    kept = write_rows(tenant, 3)
    response = admin.post("/api/journal/verifications")
    result = response.json()
    assert response.status_code == 201, result
    assert (result["found"], result["findings"], result["size"]) == (0, [], len(kept))
    assert result["finished_at"]
    assert got(admin, "/entries")["items"][0]["action"] == "journal.verified"
    assert got(admin, "/verifications")["items"][0]["id"] == result["id"]
    assert got(admin, f"/verifications/{result['id']}") == result


def test_verifying_names_what_is_wrong(admin: Client, tenant: UUID) -> None:
    write_rows(tenant, 3)
    with tenant_scope([tenant]):
        Attacker(tenant).edit(2, lambda entry: setattr(entry, "reason", "nothing"))
    result = admin.post("/api/journal/verifications").json()
    assert [finding["code"] for finding in result["findings"]] == ["entry_changed"]
    assert result["findings"][0]["message"].startswith("Entry 2 was changed")


def banners(client: Client) -> set[str]:
    return {each["code"] for each in client.get("/api/status/health").json()["banners"]}


def test_a_journal_that_did_not_verify_is_said_on_every_page_until_it_does(
    members: Members, admin: Client, tenant: UUID
) -> None:
    [row, *_] = write_rows(tenant, 3)
    with tenant_scope([tenant]):
        Verification.objects.filter(pk=row.pk).update(size=8)
    assert "journal_unverified" not in banners(admin)
    admin.post("/api/journal/verifications")
    assert "journal_unverified" in banners(admin)
    members.enrol("reviewer", tenant_id=tenant, role="REV")
    assert "journal_unverified" not in banners(signed_in(members, "reviewer"))
    with tenant_scope([tenant]):
        Verification.objects.filter(pk=row.pk).update(size=row.size)
    admin.post("/api/journal/verifications")
    assert "journal_unverified" not in banners(admin)


def test_verifying_a_large_journal_is_a_job(
    admin: Client, tenant: UUID, monkeypatch: pytest.MonkeyPatch, run_jobs: Any
) -> None:
    monkeypatch.setattr(verifying, "AT_ONCE", 2)
    write_rows(tenant, 3)
    waiting = admin.post("/api/journal/verifications").json()
    assert waiting["finished_at"] is None
    run_jobs()
    done = got(admin, f"/verifications/{waiting['id']}")
    assert done["finished_at"]
    assert (done["found"], done["size"]) == (0, 3)
    assert got(admin, "/entries")["items"][0]["actor"].startswith("system:")


def test_a_verification_of_another_tenant_is_not_there(
    members: Members, admin: Client, tenant: UUID
) -> None:
    result = admin.post("/api/journal/verifications").json()
    members.enrol("stranger")
    assert got(signed_in(members, "stranger"), f"/verifications/{result['id']}", 404)


def test_live_updates_are_fed_by_number(tenant: UUID) -> None:
    entries = write(tenant, 3)
    with tenant_scope([tenant]):
        assert changes_since(tenant, 1) == [
            (entry.seq, "journal.verification", entry.object_id) for entry in entries[1:]
        ]


def write_rows(owner: UUID, count: int) -> list[Verification]:
    rows = [row_of(owner) for _ in range(count)]
    for row in rows:
        with tenant_scope([owner]), transaction.atomic():
            row.save()
            done = Viewer(f"person:{AUDITOR}", owner, "body", "LA", frozenset({owner}))
            record(done, "thing.done", row)
    return rows
