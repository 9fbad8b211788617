"""Offline copies: whatever becomes of the root key, the security officer's identity helps."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from pyrage.x25519 import Identity

from mingjian.kit.keys.errors import AuditKeyDestroyed, OfflineCopyForeign, WrappedKeyRefused
from mingjian.kit.keys.models import RecoveryCopy, TenantKey
from mingjian.kit.keys.offline import keep_offline_copies, recover_from_offline_copies
from mingjian.kit.keys.recovery import issue_recovery_code
from mingjian.kit.keys.rotation import rotate_root, rotate_tenant
from mingjian.kit.keys.services import (
    audit_secret,
    create_audit_key,
    create_tenant_key,
    destroy_audit_key,
    signing_key,
)

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
BODY, CLIENT, AUDIT, GONE, FILE = (uuid4() for _ in range(5))


@pytest.fixture
def officer() -> Identity:
    """Its private half lies in a safe."""
    return Identity.generate()


@pytest.fixture(autouse=True)
def _copied(officer: Identity) -> None:
    create_tenant_key(BODY)
    keep_offline_copies(str(officer.to_public()))
    create_tenant_key(CLIENT)
    create_audit_key(BODY, AUDIT)
    create_audit_key(BODY, GONE)


def secrets() -> list[bytes]:
    signed = [signing_key(tenant).private_bytes_raw() for tenant in (BODY, CLIENT)]
    return [audit_secret(BODY, AUDIT, "file", FILE), *signed]


def lose(root_file: Path) -> None:
    root_file.unlink()


def test_all_keys_come_back_when_the_root_key_is_lost(root_file: Path, officer: Identity) -> None:
    before = secrets()
    issue_recovery_code()
    lose(root_file)
    assert recover_from_offline_copies(officer) == 2
    assert secrets() == before
    assert not RecoveryCopy.objects.exists()


def test_a_destroyed_audit_stays_destroyed(root_file: Path, officer: Identity) -> None:
    destroy_audit_key(BODY, GONE)
    lose(root_file)
    recover_from_offline_copies(officer)
    with pytest.raises(AuditKeyDestroyed):
        audit_secret(BODY, GONE, "file", FILE)


def test_rotations_keep_the_copies_good(root_file: Path, officer: Identity) -> None:
    before = secrets()
    rotate_tenant(BODY)
    rotate_root()
    lose(root_file)
    recover_from_offline_copies(officer)
    assert secrets() == before


def test_another_identity_opens_nothing_and_changes_nothing(root_file: Path) -> None:
    before, root = secrets(), root_file.read_bytes()
    with pytest.raises(OfflineCopyForeign):
        recover_from_offline_copies(Identity.generate())
    assert (secrets(), root_file.read_bytes()) == (before, root)


def test_who_held_the_copies_before_opens_none(officer: Identity) -> None:
    successor = Identity.generate()
    keep_offline_copies(str(successor.to_public()))
    with pytest.raises(OfflineCopyForeign):
        recover_from_offline_copies(officer)
    recover_from_offline_copies(successor)


def test_a_copy_moved_to_another_tenants_row_is_refused(officer: Identity) -> None:
    row, other = _row(BODY), _row(CLIENT)
    row.offline_copy = other.offline_copy
    row.save()
    with pytest.raises(OfflineCopyForeign):
        recover_from_offline_copies(officer)


def test_the_copies_alone_open_nothing(root_file: Path) -> None:
    lose(root_file)
    root_file.write_text("note\n1 " + "00" * 32 + "\n")
    root_file.chmod(0o600)
    with pytest.raises(WrappedKeyRefused):
        secrets()


def test_the_operator_recovers_with_the_identity_file(
    root_file: Path, officer: Identity, tmp_path: Path
) -> None:
    before, file = secrets(), tmp_path / "officer.txt"
    file.write_text(f"# created: 2026\n# public key: {officer.to_public()}\n{officer}\n")
    lose(root_file)
    call_command("recover_keys", str(file))
    assert secrets() == before


def test_a_file_without_an_identity_is_named(root_file: Path) -> None:
    with pytest.raises(CommandError, match="no age identity"):
        call_command("recover_keys", str(root_file))


def _row(tenant: UUID) -> TenantKey:
    return TenantKey.objects.get(tenant_id=tenant)
