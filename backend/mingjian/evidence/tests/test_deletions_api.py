"""Evidence goes on three people's word, is proven gone once no backup can bring it back, and the
client gets it in writing."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from mingjian.evidence.errors.deletion import SamePersonError
from mingjian.evidence.jobs.deletions import look_for_horizons
from mingjian.evidence.models import DeletionOrder, EvidenceItem
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.services.deletion_orders import approve_order
from mingjian.evidence.tests.deletion_factories import cancel, hold, order
from mingjian.evidence.tests.factories import CONTENT, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Checkpoint
from mingjian.journal.queries import findings
from mingjian.journal.rules.tree import verify_inclusion
from mingjian.kit import clock
from mingjian.kit.keys.errors import AuditKeyDestroyed
from mingjian.kit.keys.services import audit_key
from mingjian.kit.storage import blobs
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
RunJobs = Callable[[], int]
AFTER_THE_BACKUPS = timedelta(days=14, minutes=1)


@pytest.fixture
def over(ours: Seats, staffed: AuditCase) -> AuditCase:
    """Two files were handed over; then the audit was cancelled."""
    for name in ("甲.txt", "乙.txt"):
        sealed(ours["CC"], staffed, name=name)
    return cancel(ours, staffed)


@pytest.fixture
def ordered(ours: Seats, over: AuditCase) -> DeletionOrder:
    return order(ours, over)


def say(who: Seat, row: DeletionOrder, word: str, body: Any = None) -> Any:
    path = f"/api/evidence/deletion-orders/{row.id}/{word}"
    return signed_in(who).post(path, body or {}, "application/json")


def confirm(ours: Seats, row: DeletionOrder) -> None:
    assert say(ours["CC"], row, "review", {"is_confirmed": True}).status_code == 200


def carry_out(ours: Seats, row: DeletionOrder, run_jobs: RunJobs) -> None:
    """The client's word, the two approvals, and the worker's turn."""
    confirm(ours, row)
    assert say(ours["QS"], row, "approval").status_code == 200
    assert say(ours["ADM"], row, "release").status_code == 200
    run_jobs()


def after_the_horizon(run_jobs: RunJobs) -> None:
    with clock.moved_to(clock.now() + AFTER_THE_BACKUPS):
        look_for_horizons.func()
        run_jobs()


def state(who: Seat, row: DeletionOrder) -> str:
    return str(signed_in(who).get(f"/api/evidence/deletion-orders/{row.id}").json()["state"])


def page(who: Seat, case: AuditCase) -> Any:
    answer = signed_in(who).get(f"/api/evidence/cases/{case.id}/deletion")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_nothing_is_destroyed_without_the_client_and_two_more_people(
    ours: Seats, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    assert say(ours["QS"], ordered, "approval").json()["code"] == "deletion_review_pending"
    assert say(ours["PM"], ordered, "approval").status_code == 403
    assert say(ours["QS"], ordered, "review", {"is_confirmed": True}).status_code == 403
    confirm(ours, ordered)
    assert say(ours["CC"], ordered, "approval").status_code == 403
    assert say(ours["ADM"], ordered, "release").json()["code"] == "deletion_state"
    assert say(ours["QS"], ordered, "approval").status_code == 200
    assert say(ours["QS"], ordered, "release").status_code == 403
    run_jobs()

    assert audit_key(ordered.owner_id, ordered.case_id)
    assert state(ours["PM"], ordered) == "approved"


def test_whoever_ordered_a_deletion_approves_it_in_no_other_role(
    ours: Seats, ordered: DeletionOrder
) -> None:
    """The manager may hold the quality officer's role as well."""
    confirm(ours, ordered)
    both = replace(viewer(ours["QS"]), person_id=ours["PM"].person.id)

    with tenant_scope(both.owners), pytest.raises(SamePersonError):
        approve_order(viewer=both, order_id=ordered.id)


def test_key_files_and_words_go_and_the_rows_stay_as_tombstones(
    ours: Seats, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    carry_out(ours, ordered, run_jobs)

    assert state(ours["CC"], ordered) == "waiting"
    with behind_the_walls():
        rows = list(EvidenceItem.objects.filter(case=ordered.case_id))
        assert [(row.state, row.sealed) for row in rows] == [("destroyed", "")] * 2
        assert not list(blobs().paths(f"{ordered.owner_id}/{ordered.case_id}/"))
        with pytest.raises(AuditKeyDestroyed):
            content_of(rows[0])
        assert not list(findings(ordered.owner_id, with_contents=True))


def test_the_certificate_comes_after_the_backups_horizon_and_is_proven_by_the_journal(
    ours: Seats, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    carry_out(ours, ordered, run_jobs)
    look_for_horizons.func()
    run_jobs()
    client = signed_in(ours["CC"])
    path = f"/api/evidence/deletion-orders/{ordered.id}/certificate"
    assert client.get(f"{path}.json").json()["code"] == "deletion_no_certificate"

    after_the_horizon(run_jobs)

    answer = client.get(f"{path}.json")
    told = answer.json()
    assert [each["code"] for each in told["destroyed"]] == ["E-1", "E-2"]
    assert told["destroyed"][0]["sha256"] == sha256(CONTENT).hexdigest()
    assert told["verification"]["items_tried"] == 2
    assert told["verification"]["keys_tried"] >= 1
    journal = told["journal"]
    with behind_the_walls():
        checkpoint = Checkpoint.objects.get(owner_id=ordered.owner_id, size=journal["tree_size"])
    assert verify_inclusion(
        index=journal["entry"] - 1,
        size=journal["tree_size"],
        leaf=bytes.fromhex(journal["leaf"]),
        proof=[bytes.fromhex(each) for each in journal["inclusion_hashes"]],
        root=bytes.fromhex(checkpoint.root),
    )
    assert client.get(f"{path}.pdf").content.startswith(b"%PDF-1.7")
    [letter] = [each for each in mail.outbox if "销毁证明" in each.subject]
    attached = letter.attachments[0].get_payload(decode=True)
    assert json.loads(attached) == told
    assert state(ours["PM"], ordered) == "deleted"


def test_what_the_client_keeps_by_its_written_word_stays_readable(
    ours: Seats, over: AuditCase, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    first = page(ours["CC"], over)["items"][0]
    assert first["name"] == "甲.txt"
    wish = {"item_ids": [first["id"]], "until": "2099-12-31"}
    path = f"/api/evidence/cases/{over.id}/keep-list"
    assert signed_in(ours["CC"]).put(path, wish, "application/json").status_code == 200
    carry_out(ours, ordered, run_jobs)

    shown = page(ours["CC"], over)
    assert [(each["code"], each["ground"]) for each in shown["items"]] == [("E-1", "agreed")]
    with behind_the_walls():
        row = EvidenceItem.objects.get(id=first["id"])
        assert texts_of(row)["name"] == "甲.txt"
        assert b"".join(content_of(row).iterate()) == CONTENT
    after_the_horizon(run_jobs)
    told = signed_in(ours["CC"]).get(f"/api/evidence/deletion-orders/{ordered.id}/certificate.json")
    assert [each["code"] for each in told.json()["kept"]] == ["E-1"]


def test_a_confirmed_list_stands_and_only_the_client_writes_it(
    ours: Seats, over: AuditCase, ordered: DeletionOrder
) -> None:
    path = f"/api/evidence/cases/{over.id}/keep-list"
    wish = {"item_ids": [], "until": "2099-12-31"}
    assert signed_in(ours["QS"]).put(path, wish, "application/json").status_code == 403
    confirm(ours, ordered)

    answer = signed_in(ours["CC"]).put(path, wish, "application/json")
    assert answer.json()["code"] == "deletion_keep_list_closed"


def test_an_objection_stops_the_order_until_it_is_withdrawn(
    ours: Seats, over: AuditCase, ordered: DeletionOrder
) -> None:
    bare = {"is_confirmed": False}
    assert "objection" in say(ours["CC"], ordered, "review", bare).json()["fields"]
    said = {"is_confirmed": False, "objection": "复评争议未决"}
    assert say(ours["CC"], ordered, "review", said).json()["state"] == "objected"

    assert say(ours["QS"], ordered, "approval").json()["code"] == "deletion_state"
    assert say(ours["PM"], ordered, "withdrawal", {"reason": "等待结果"}).status_code == 200
    assert order(ours, over).state == "review"


def test_silence_counts_as_consent_after_the_review_is_over(
    ours: Seats, ordered: DeletionOrder
) -> None:
    with clock.moved_to(clock.now() + timedelta(days=12)):
        assert say(ours["QS"], ordered, "approval").json()["state"] == "approved"


def test_a_legal_hold_stops_every_step_and_another_role_lifts_it(
    ours: Seats, over: AuditCase, ordered: DeletionOrder
) -> None:
    confirm(ours, ordered)
    held = hold(ours["PM"], over)
    assert say(ours["QS"], ordered, "approval").json()["code"] == "deletion_held"

    path, why = f"/api/evidence/holds/{held.id}/lifting", {"reason": "已结案"}
    assert signed_in(ours["PM"]).post(path, why, "application/json").status_code == 403
    assert signed_in(ours["CC"]).post(path, why, "application/json").status_code == 403
    assert signed_in(ours["QS"]).post(path, why, "application/json").status_code == 200
    assert say(ours["QS"], ordered, "approval").status_code == 200


def test_an_audit_that_still_runs_is_not_deleted(ours: Seats, staffed: AuditCase) -> None:
    sealed(ours["CC"], staffed)
    path = f"/api/evidence/cases/{staffed.id}/deletion-orders"

    answer = signed_in(ours["PM"]).post(path, {"reason": "清理"}, "application/json")
    assert answer.json()["code"] == "deletion_case_running"


def test_what_is_due_is_listed_until_it_is_gone(
    ours: Seats, over: AuditCase, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    def due() -> list[tuple[str, int]]:
        rows = signed_in(ours["PM"]).get("/api/evidence/due-deletions").json()["items"]
        return [(each["case"], each["items"]) for each in rows]

    assert due() == [(over.number, 2)]
    carry_out(ours, ordered, run_jobs)
    assert due() == []
    for path in ("due-deletions", "deletion-orders"):
        book = signed_in(ours["PM"]).get(f"/api/evidence/{path}?format=xlsx")
        assert book.content.startswith(b"PK")


def test_each_word_waits_on_the_page_of_whoever_has_to_speak(
    ours: Seats, ordered: DeletionOrder
) -> None:
    def waits(role: str) -> bool:
        items = signed_in(ours[role]).get("/api/work").json()
        return any(each["key"].startswith("deletion:") for each in items)

    assert [waits(role) for role in ("CC", "QS", "ADM")] == [True, False, False]
    confirm(ours, ordered)
    assert [waits(role) for role in ("CC", "QS", "ADM")] == [False, True, False]
    say(ours["QS"], ordered, "approval")
    assert [waits(role) for role in ("CC", "QS", "ADM")] == [False, False, True]


def test_residue_is_named_and_gives_no_certificate(
    ours: Seats, ordered: DeletionOrder, run_jobs: RunJobs
) -> None:
    carry_out(ours, ordered, run_jobs)
    with blobs().writing(f"{ordered.owner_id}/{ordered.case_id}/{uuid4()}") as target:
        target.write(b"x")

    after_the_horizon(run_jobs)

    shown = signed_in(ours["PM"]).get(f"/api/evidence/deletion-orders/{ordered.id}").json()
    assert shown["state"] == "residue"
    assert list(shown["scan"]["residue"]) == ["evidence.blobs"]
    client: Client = signed_in(ours["CC"])
    path = f"/api/evidence/deletion-orders/{ordered.id}/certificate.json"
    assert client.get(path).status_code == 404
