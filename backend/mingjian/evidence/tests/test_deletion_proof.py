"""Deleted is deleted: no key that is left anywhere opens anything of the audit, in any copy.

The records and the sealed files lie in backups for years, so ciphertext is always to be had. What
decides is the key: as long as a backup of the keys database may hold it, the audit can be read.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from mingjian.evidence.jobs.deletions import look_for_horizons
from mingjian.evidence.models import DeletionOrder, Upload
from mingjian.evidence.services import deleting
from mingjian.evidence.services.conversations import send_message
from mingjian.evidence.services.receiving import receiving
from mingjian.evidence.services.requests import ask
from mingjian.evidence.services.uploads import begin_upload
from mingjian.evidence.tests import scanner
from mingjian.evidence.tests.deletion_factories import cancel, order
from mingjian.evidence.tests.factories import sealed
from mingjian.evidence.tests.sending import metadata
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.deletion import DeletableStore, deletable_stores
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
SECRETS = {
    "content": "熔炼炉温度曲线-7731",
    "name": "配方清单-7732",
    "note": "供方报价-7733",
    "request": "请提供配比表-7734",
    "message": "配比表在保密柜-7735",
    "upload": "未传完的图纸-7736",
}
WHOLE = 40_000


@pytest.fixture
def planted(ours: Seats, staffed: AuditCase) -> AuditCase:
    """A secret in every place where the vault keeps something of a client."""
    sealed(
        ours["CC"],
        staffed,
        (SECRETS["content"] * 2000).encode(),
        name=SECRETS["name"],
        note=SECRETS["note"],
    )
    leader, client = viewer(ours["LA"]), viewer(ours["CC"])
    with tenant_scope(leader.owners):
        due = clock.now() + timedelta(days=1)
        request = ask(viewer=leader, case_id=staffed.id, what=SECRETS["request"], due_at=due)
    with tenant_scope(client.owners):
        send_message(viewer=client, request_id=request.id, text=SECRETS["message"])
        known = metadata({"filename": "图纸.dwg", "case": str(staffed.id)})
        half_sent(begin_upload(viewer=client, length=WHOLE, metadata=known))
    return staffed


def half_sent(row: Upload) -> None:
    """Enough for a whole chunk on disk, and a tail in the row."""
    content = (SECRETS["upload"] * 1000).encode()[: WHOLE // 2]
    with receiving(row) as upload:
        room = upload.room
        room[: len(content)] = content
        upload.took(len(content))
        tail = upload.pause()
    Upload.objects.filter(id=row.id).update(tail=tail)


def found_in(text: str) -> set[str]:
    return {name for name, secret in SECRETS.items() if secret in text}


def found_raw() -> set[str]:
    """In clear, as bytes or as a database or JSON would write them."""
    lying = scanner.raw()
    return {
        name
        for name, secret in SECRETS.items()
        if secret.encode() in lying or secret.encode("unicode-escape") in lying
    }


def carry_out(ours: Seats, case: AuditCase, run_jobs: Callable[[], int]) -> DeletionOrder:
    cancel(ours, case)
    row = order(ours, case)
    for role, word in (("CC", "review"), ("QS", "approval"), ("ADM", "release")):
        body: Any = {"is_confirmed": True} if word == "review" else {}
        path = f"/api/evidence/deletion-orders/{row.id}/{word}"
        answer = signed_in(ours[role]).post(path, body, "application/json")
        assert answer.status_code == 200, answer.content
    run_jobs()
    return row


@pytest.mark.django_db(transaction=True)
def test_every_planted_secret_is_found_before_and_none_after_the_horizon(
    ours: Seats, planted: AuditCase, run_jobs: Callable[[], int]
) -> None:
    with behind_the_walls():
        backup, key_backup = scanner.haul(), scanner.keys_now()
        assert found_in(scanner.decrypted(backup, key_backup)) == set(SECRETS)
        assert found_raw() == set()

    row = carry_out(ours, planted, run_jobs)

    with behind_the_walls():
        now, keys = scanner.haul(), scanner.keys_now()
        # A backup of the key that has not expired yet still opens the old copies: hence the wait.
        assert found_in(scanner.decrypted(backup, key_backup)) == set(SECRETS)
        assert found_in(scanner.decrypted(now, key_backup)) == set()
    with clock.moved_to(clock.now() + timedelta(days=14, minutes=1)):
        look_for_horizons.func()
        run_jobs()
    with behind_the_walls():
        assert found_in(scanner.decrypted(now + backup, keys + scanner.keys_now())) == set()
        assert found_raw() == set()
        row.refresh_from_db()
        assert (row.state, row.scan["opened"], row.scan["residue"]) == ("deleted", [], {})


def test_a_deletion_that_skips_the_key_is_found_out(ours: Seats, planted: AuditCase) -> None:
    """Erasing alone proves nothing: the backups of files and rows are still there to be opened."""
    cancel(ours, planted)
    row = order(ours, planted)
    acting = Viewer.system("job_worker", planted.owner_id, cause="test")
    with behind_the_walls():
        backup = scanner.haul()
        for store in deletable_stores():
            store.erase(acting, planted.id)

        found = deleting.verify_deletion(viewer=acting, order_id=row.id)

        assert found.state == "residue"
        assert (found.scan["key_is_destroyed"], len(found.scan["opened"])) == (False, 1)
        assert found_in(scanner.decrypted(backup, scanner.keys_now())) == set(SECRETS)


class Killed(Exception):
    """The process ends here."""


class Fatal:
    """A store at which the process is killed, the first time."""

    code, title = "test.fatal", Words("故障", "Fault")
    is_spent = False

    def traces(self, owner_id: UUID, case_id: UUID) -> list[str]:
        return []

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        if not self.is_spent:
            self.is_spent = True
            raise Killed


@pytest.mark.parametrize("place", [0, 1, 2, 5, -1])
def test_a_deletion_that_is_cut_off_anywhere_goes_on_and_counts_for_nothing_meanwhile(
    place: int, ours: Seats, planted: AuditCase
) -> None:
    cancel(ours, planted)
    row = order(ours, planted)
    acting = Viewer.system("job_worker", planted.owner_id, cause="test")
    stores: list[DeletableStore] = list(deletable_stores())
    stores.insert(place, Fatal())
    with behind_the_walls(), deletable_stores.replaced_by(*stores):
        DeletionOrder.objects.filter(id=row.id).update(state="deleting")
        deleting.keep_records(viewer=acting, order_id=row.id)
        with pytest.raises(Killed):
            deleting.destroy_key_and_erase(viewer=acting, order_id=row.id)
        row.refresh_from_db()
        assert (row.state, row.key_destroyed_at) == ("deleting", None)

        deleting.destroy_key_and_erase(viewer=acting, order_id=row.id)
        deleting.note_destroyed(viewer=acting, order_id=row.id)
        assert deleting.verify_deletion(viewer=acting, order_id=row.id).state == "verified"
