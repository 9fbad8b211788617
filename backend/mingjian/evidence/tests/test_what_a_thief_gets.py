"""Whoever administers, or steals database and blobs, reads no evidence without the root key."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.tests.factories import CONTENT, NAME, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.kit.keys.errors import WrappedKeyRefused
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.kit.storage import blobs
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def item(ours: dict[str, Seat], staffed: AuditCase) -> EvidenceItem:
    return sealed(ours["CC"], staffed, note="首件检验未签字")


def test_database_keys_and_blobs_open_nothing_without_the_root_key(
    item: EvidenceItem, tmp_path: Path
) -> None:
    thief = FileRootKey(tmp_path / "root.key")
    thief.create()

    with root_key.replaced_by(thief), behind_the_walls():
        with pytest.raises(WrappedKeyRefused):
            content_of(item)
        with pytest.raises(WrappedKeyRefused):
            texts_of(item)


def test_no_column_and_no_blob_holds_a_word_of_the_client(item: EvidenceItem) -> None:
    with behind_the_walls(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM evidence_evidenceitem")
        rows = str(cursor.fetchall())
    stored = blobs().read_range(item.path, 0, blobs().size(item.path))

    assert not any(word in rows for word in (NAME, "首件检验"))
    assert CONTENT[:27] not in stored


def test_there_are_no_administration_pages_beside_the_api(ours: dict[str, Seat]) -> None:
    admin = signed_in(ours["ADM"])

    for path in ("/admin/", "/django-admin/", "/api/admin/"):
        assert b"evidence" not in admin.get(path).content.lower()


def test_an_administrator_gets_no_list_no_item_no_link_and_no_custody(
    ours: dict[str, Seat], item: EvidenceItem
) -> None:
    admin: Client = signed_in(ours["ADM"])
    path = f"/api/evidence/items/{item.id}"

    assert admin.get(f"/api/evidence/cases/{item.case_id}/items").status_code == 403
    assert admin.get(path).status_code == 403
    assert admin.get(f"{path}/custody").status_code == 403
    assert admin.post(f"{path}/openings").status_code == 403
    assert admin.get(f"{path}/content?opening=x").status_code == 403
