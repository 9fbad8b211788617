"""Rotation replaces what wraps, never what was sealed; a crash in between loses nothing."""

import io
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from mingjian.kit.crypto import SealedReader, seal
from mingjian.kit.keys.errors import AuditKeyDestroyed, KeyMissing, WrappedKeyRefused
from mingjian.kit.keys.models import ContentKey, Keyring, TenantKey
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.kit.keys.rotation import rotate_root, rotate_tenant
from mingjian.kit.keys.services import (
    audit_secret,
    create_audit_key,
    create_tenant_key,
    destroy_audit_key,
    open_text,
    seal_text,
    signing_key,
    tenant_secret,
)

pytestmark = pytest.mark.django_db
TENANT, OTHER, AUDIT, FILE = uuid4(), uuid4(), uuid4(), uuid4()


@pytest.fixture(autouse=True)
def _keys() -> None:
    create_tenant_key(TENANT)
    create_tenant_key(OTHER)
    create_audit_key(TENANT, AUDIT)


def everything() -> list[bytes]:
    return [
        audit_secret(TENANT, AUDIT, "file", FILE),
        tenant_secret(TENANT, "file", FILE),
        tenant_secret(OTHER, "file", FILE),
        signing_key(TENANT).private_bytes_raw(),
        signing_key(OTHER).private_bytes_raw(),
    ]


def test_rotating_the_root_key_keeps_every_key(root_file: Path) -> None:
    before, file_before = everything(), root_file.read_bytes()
    assert rotate_root() == 2
    assert everything() == before
    assert root_file.read_bytes() != file_before
    assert Keyring.objects.get().root_version == 2


def test_the_old_root_key_opens_nothing_any_more(root_file: Path, tmp_path: Path) -> None:
    stolen = tmp_path / "stolen.key"
    stolen.write_bytes(root_file.read_bytes())
    stolen.chmod(0o600)
    rotate_root()
    root_key.plug(FileRootKey(stolen))
    with pytest.raises(WrappedKeyRefused):
        tenant_secret(TENANT, "file", FILE)


def test_rotating_a_tenant_keeps_its_keys_and_leaves_others_alone() -> None:
    before = everything()
    other = TenantKey.objects.get(tenant_id=OTHER)
    assert rotate_tenant(TENANT) == 2
    assert everything() == before
    assert TenantKey.objects.get(tenant_id=OTHER).wrapped == other.wrapped
    assert {key.tenant_version for key in ContentKey.objects.filter(tenant_key=other)} == {1}


def test_rotations_can_be_repeated_in_any_order() -> None:
    before = everything()
    for _ in range(2):
        rotate_tenant(TENANT)
        rotate_root()
        rotate_tenant(OTHER)
        rotate_root()
    assert everything() == before


def test_what_was_sealed_before_a_rotation_opens_after_it() -> None:
    sealed = io.BytesIO()
    seal(io.BytesIO(b"minutes"), sealed, key=everything()[0], context=b"file")
    text = seal_text(tenant_secret(TENANT, "text", FILE), "审核记录", "note")
    rotate_tenant(TENANT)
    rotate_root()
    reader = SealedReader(sealed, audit_secret(TENANT, AUDIT, "file", FILE), b"file")
    assert reader.read_at(0, 100) == b"minutes"
    assert open_text(tenant_secret(TENANT, "text", FILE), text, "note") == "审核记录"


def test_keys_made_after_a_rotation_work() -> None:
    rotate_root()
    rotate_tenant(TENANT)
    new_tenant, new_audit = uuid4(), uuid4()
    create_tenant_key(new_tenant)
    create_audit_key(TENANT, new_audit)
    assert tenant_secret(new_tenant, "file", FILE)
    assert audit_secret(TENANT, new_audit, "file", FILE)


def test_a_rotation_that_died_before_its_commit_is_made_up_by_the_next() -> None:
    before = everything()
    root_key().renew()  # what a rotation does first; then the process was killed
    assert everything() == before
    create_audit_key(TENANT, uuid4())
    create_tenant_key(uuid4())
    assert rotate_root() == 3
    assert everything() == before


def test_the_root_key_file_keeps_the_newest_version_and_the_one_before(root_file: Path) -> None:
    for _ in range(3):
        rotate_root()
    assert [line.split()[0] for line in root_file.read_text().splitlines()[1:]] == ["3", "4"]


def test_yesterdays_backup_of_the_keys_opens_after_a_rotation() -> None:
    before, yesterday = everything(), list(TenantKey.objects.all())
    rotate_root()
    for row in yesterday:
        row.save()
    assert everything() == before


def test_a_destroyed_key_stays_destroyed_through_rotation() -> None:
    destroy_audit_key(TENANT, AUDIT)
    rotate_tenant(TENANT)
    rotate_root()
    with pytest.raises(AuditKeyDestroyed):
        audit_secret(TENANT, AUDIT, "file", FILE)


def test_a_tenant_without_keys_cannot_be_rotated() -> None:
    unknown: UUID = uuid4()
    with pytest.raises(KeyMissing):
        rotate_tenant(unknown)
