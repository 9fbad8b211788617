"""Tenants' and audits' keys: made once, useless without the root key, gone when destroyed."""

from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connections
from pytest_django import DjangoAssertNumQueries

from mingjian.kit.keys.at_hand import keys_at_hand
from mingjian.kit.keys.errors import (
    AuditKeyDestroyed,
    KeyMissing,
    RootKeyMissing,
    SealedTextRefused,
    WrappedKeyRefused,
)
from mingjian.kit.keys.models import ContentKey, Keyring, SigningKey, TenantKey
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
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


@pytest.fixture
def tenant() -> UUID:
    create_tenant_key(TENANT)
    create_audit_key(TENANT, AUDIT)
    return TENANT


def test_a_derived_key_is_always_the_same_and_never_stored(tenant: UUID) -> None:
    secret = audit_secret(tenant, AUDIT, "file", FILE)
    assert len(secret) == 32
    assert secret == audit_secret(tenant, AUDIT, "file", FILE)
    stored = b"".join(bytes(key.wrapped) for key in ContentKey.objects.all())
    assert secret not in stored


def test_every_tenant_audit_purpose_and_object_has_its_own_key(tenant: UUID) -> None:
    create_tenant_key(OTHER)
    create_audit_key(OTHER, AUDIT)
    secrets = {
        audit_secret(tenant, AUDIT, "file", FILE),
        audit_secret(tenant, AUDIT, "text", FILE),
        audit_secret(tenant, AUDIT, "file", uuid4()),
        audit_secret(OTHER, AUDIT, "file", FILE),
        tenant_secret(tenant, "file", FILE),
        tenant_secret(OTHER, "file", FILE),
    }
    assert len(secrets) == 6


def test_making_a_key_again_changes_nothing(tenant: UUID) -> None:
    before = tenant_secret(tenant, "file", FILE), audit_secret(tenant, AUDIT, "file", FILE)
    create_tenant_key(tenant)
    create_audit_key(tenant, AUDIT)
    assert before == (
        tenant_secret(tenant, "file", FILE),
        audit_secret(tenant, AUDIT, "file", FILE),
    )


def test_a_tenant_or_audit_without_a_key_is_said_so(tenant: UUID) -> None:
    with pytest.raises(KeyMissing):
        tenant_secret(OTHER, "file", FILE)
    with pytest.raises(KeyMissing):
        audit_secret(tenant, uuid4(), "file", FILE)
    with pytest.raises(KeyMissing):
        create_audit_key(OTHER, AUDIT)
    with pytest.raises(KeyMissing):
        signing_key(OTHER)


def test_the_signing_key_is_the_tenants_and_stays_the_same(tenant: UUID) -> None:
    create_tenant_key(OTHER)
    signature = signing_key(tenant).sign(b"checkpoint")
    signing_key(tenant).public_key().verify(signature, b"checkpoint")
    assert signing_key(tenant).private_bytes_raw() != signing_key(OTHER).private_bytes_raw()


def test_a_stolen_keys_database_opens_nothing_without_the_root_file(
    tenant: UUID, root_file: Path
) -> None:
    root_file.rename(root_file.with_name("elsewhere"))
    with pytest.raises(RootKeyMissing):
        tenant_secret(tenant, "file", FILE)
    with pytest.raises(RootKeyMissing):
        signing_key(tenant)
    with pytest.raises(RootKeyMissing):
        create_tenant_key(OTHER)
    assert not root_file.exists()


def test_a_stolen_keys_database_opens_nothing_with_another_root_key(
    tenant: UUID, tmp_path: Path
) -> None:
    foreign = FileRootKey(tmp_path / "foreign" / "root.key")
    foreign.create()
    root_key.plug(foreign)
    with pytest.raises(WrappedKeyRefused):
        tenant_secret(tenant, "file", FILE)


def test_a_wrapped_key_moved_to_another_row_opens_nothing(tenant: UUID) -> None:
    create_tenant_key(OTHER)
    mine = TenantKey.objects.get(tenant_id=tenant)
    TenantKey.objects.filter(tenant_id=OTHER).update(wrapped=mine.wrapped)
    with pytest.raises(WrappedKeyRefused):
        tenant_secret(OTHER, "file", FILE)
    audit = ContentKey.objects.get(object_id=AUDIT)
    ContentKey.objects.filter(object_id=tenant).update(wrapped=audit.wrapped)
    with pytest.raises(WrappedKeyRefused):
        tenant_secret(tenant, "file", FILE)
    SigningKey.objects.filter(tenant_key=mine).update(wrapped=audit.wrapped)
    with pytest.raises(WrappedKeyRefused):
        signing_key(tenant)


def test_a_destroyed_audit_key_opens_nothing_and_cannot_be_made_again(tenant: UUID) -> None:
    destroy_audit_key(tenant, AUDIT)
    with pytest.raises(AuditKeyDestroyed):
        audit_secret(tenant, AUDIT, "file", FILE)
    with pytest.raises(AuditKeyDestroyed):
        create_audit_key(tenant, AUDIT)
    assert tenant_secret(tenant, "file", FILE)


def test_destroying_twice_keeps_the_first_date(tenant: UUID) -> None:
    destroy_audit_key(tenant, AUDIT)
    first = ContentKey.objects.get(object_id=AUDIT).destroyed_at
    destroy_audit_key(tenant, AUDIT)
    assert ContentKey.objects.get(object_id=AUDIT).destroyed_at == first


def test_the_key_of_a_tenants_own_documents_cannot_be_destroyed_as_an_audits(
    tenant: UUID,
) -> None:
    with pytest.raises(ValueError, match="not an audit's"):
        destroy_audit_key(tenant, tenant)


@pytest.mark.django_db(transaction=True)
def test_no_file_of_the_keys_database_holds_a_destroyed_key(tenant: UUID) -> None:
    if connections["keys"].vendor != "sqlite":
        pytest.skip("PostgreSQL's old versions end with its vacuum and log retention (ADR 0003)")
    wrapped = bytes(ContentKey.objects.get(object_id=AUDIT).wrapped)
    database = Path(str(connections["keys"].settings_dict["NAME"]))
    remains = [database, database.with_name(database.name + "-wal")]
    assert any(wrapped in path.read_bytes() for path in remains)
    destroy_audit_key(tenant, AUDIT)
    assert not any(wrapped in path.read_bytes() for path in remains if path.exists())


def test_text_opens_with_its_key_and_context_only(tenant: UUID) -> None:
    secret = audit_secret(tenant, AUDIT, "text", FILE)
    sealed = seal_text(secret, "受控文件《内审程序》.docx 📎", "evidence.item/name")
    assert "内审".encode() not in sealed
    assert open_text(secret, sealed, "evidence.item/name") == "受控文件《内审程序》.docx 📎"
    with pytest.raises(SealedTextRefused):
        open_text(secret, sealed, "evidence.item/note")
    with pytest.raises(SealedTextRefused):
        open_text(tenant_secret(tenant, "text", FILE), sealed, "evidence.item/name")
    with pytest.raises(SealedTextRefused):
        open_text(secret, sealed[:5], "evidence.item/name")
    for place in range(len(sealed)):
        damaged = bytearray(sealed)
        damaged[place] ^= 1
        with pytest.raises(SealedTextRefused):
            open_text(secret, bytes(damaged), "evidence.item/name")


def test_equal_texts_do_not_look_equal_when_sealed(tenant: UUID) -> None:
    secret = tenant_secret(tenant, "text", FILE)
    assert seal_text(secret, "同一句话", "a") != seal_text(secret, "同一句话", "a")


def test_the_first_key_makes_the_keyring_once(tenant: UUID) -> None:
    create_tenant_key(OTHER)
    assert Keyring.objects.get().root_version == 1


def test_one_answer_unwraps_a_key_once_and_the_next_answer_again(
    tenant: UUID, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def reads(count: int) -> AbstractContextManager[object]:
        return django_assert_num_queries(count, using="keys")

    with keys_at_hand(), reads(1):
        for _ in range(3):
            audit_secret(tenant, AUDIT, "file", FILE)
    with reads(2):
        audit_secret(tenant, AUDIT, "file", FILE)
        audit_secret(tenant, AUDIT, "file", FILE)


def test_a_key_destroyed_while_an_answer_is_made_is_gone_for_it_too(tenant: UUID) -> None:
    with keys_at_hand():
        audit_secret(tenant, AUDIT, "file", FILE)
        destroy_audit_key(tenant, AUDIT)
        with pytest.raises(AuditKeyDestroyed):
            audit_secret(tenant, AUDIT, "file", FILE)
