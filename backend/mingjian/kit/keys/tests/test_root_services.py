"""The root key in a service of its own: it wraps, it is rotated, it never comes to us."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from mingjian.kit.keys.errors import RootKeyElsewhere, RootKeyUnavailable, WrappedKeyRefused
from mingjian.kit.keys.models import Keyring, RecoveryCopy
from mingjian.kit.keys.recovery import issue_recovery_code
from mingjian.kit.keys.root import RootKey, root_key
from mingjian.kit.keys.root_at import root_key_at
from mingjian.kit.keys.rotation import rotate_root
from mingjian.kit.keys.services import (
    audit_secret,
    check_root_key,
    create_audit_key,
    create_tenant_key,
)
from mingjian.kit.keys.tests import services
from mingjian.kit.keys.wrapping import fresh_key

TENANT, AUDIT, FILE = uuid4(), uuid4(), uuid4()


@pytest.fixture(params=["kms", "transit", "openbao"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with getattr(services, request.param)(tmp_path) as url:
        yield url


@pytest.fixture
def root(url: str, tmp_path: Path) -> Iterator[RootKey]:
    """The root key in a service that holds none yet, plugged in."""
    root = root_key_at(url, tmp_path / "unused")
    with root_key.replaced_by(root):
        yield root


def test_it_is_made_once_and_wraps_for_one_label_only(root: RootKey) -> None:
    key = fresh_key()
    assert root.create() == root.create() == 1
    wrapped = root.wrap(1, key, "tenant/1")
    assert key not in wrapped
    assert root.unwrap(1, wrapped, "tenant/1") == key
    with pytest.raises(WrappedKeyRefused):
        root.unwrap(1, wrapped, "tenant/2")


def test_what_was_altered_is_refused(root: RootKey) -> None:
    wrapped = bytearray(root.wrap(root.create(), fresh_key(), "tenant/1"))
    wrapped[-6] ^= 1
    with pytest.raises(WrappedKeyRefused):
        root.unwrap(1, bytes(wrapped), "tenant/1")


def test_a_retired_version_opens_nothing(root: RootKey) -> None:
    old = root.wrap(root.create(), fresh_key(), "tenant/1")
    assert root.renew() == 2
    root.unwrap(1, old, "tenant/1")
    root.retire(below=2)
    with pytest.raises((WrappedKeyRefused, RootKeyUnavailable)):
        root.unwrap(1, old, "tenant/1")
    assert root.unwrap(2, root.wrap(2, b"k" * 32, "tenant/1"), "tenant/1") == b"k" * 32


def test_it_never_comes_out_so_there_is_no_recovery_code(root: RootKey) -> None:
    root.create()
    with pytest.raises(RootKeyElsewhere):
        root.export()


@pytest.mark.django_db(databases=["default", "keys"])
def test_keys_are_made_rotated_and_opened_under_it(root: RootKey) -> None:
    check_root_key()
    create_tenant_key(TENANT)
    create_audit_key(TENANT, AUDIT)
    before = audit_secret(TENANT, AUDIT, "file", FILE)
    assert rotate_root() == 2
    assert audit_secret(TENANT, AUDIT, "file", FILE) == before
    check_root_key()


@pytest.mark.django_db(databases=["default", "keys"])
def test_an_installation_moves_from_the_file_to_the_service(url: str, tmp_path: Path) -> None:
    create_tenant_key(TENANT)
    create_audit_key(TENANT, AUDIT)
    issue_recovery_code()
    before = audit_secret(TENANT, AUDIT, "file", FILE)
    call_command("move_root_key", url)
    with pytest.raises(WrappedKeyRefused):
        audit_secret(TENANT, AUDIT, "file", FILE)
    with root_key.replaced_by(root_key_at(url, tmp_path / "unused")):
        assert audit_secret(TENANT, AUDIT, "file", FILE) == before
    assert not RecoveryCopy.objects.exists()
    assert Keyring.objects.get().root_version == 1


def test_a_token_that_is_not_let_in_is_told_apart_from_damage(tmp_path: Path) -> None:
    with services.transit(tmp_path) as url:
        root_key_at(url, tmp_path / "unused").create()
        (tmp_path / "token").write_text("withdrawn")
        with pytest.raises(RootKeyUnavailable):
            root_key_at(url, tmp_path / "unused").wrap(1, fresh_key(), "tenant/1")


@pytest.mark.parametrize("scheme", ["kms://k:s@name?endpoint", "bao+http://t/k?token"])
def test_a_service_that_is_away_is_named(scheme: str, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("t")
    value = {"kms": "http://127.0.0.1:9"}.get(scheme[:3], str(token))
    url = f"{scheme}={value}".replace("http://t/", "http://127.0.0.1:9/t/")
    with pytest.raises(RootKeyUnavailable) as refusal:
        root_key_at(url, tmp_path / "unused").create()
    assert "127.0.0.1:9" in refusal.value.params["where"]


def test_an_address_of_no_service_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="MINGJIAN_ROOT_KEY_URL"):
        root_key_at("ftp://somewhere", tmp_path / "unused")
