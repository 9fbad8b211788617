"""The recovery code brings the root key back on a bare machine, and nothing else does."""

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.kit.keys import recovery_code
from mingjian.kit.keys.errors import (
    RecoveryCodeForeign,
    RecoveryCodeMistyped,
    RootKeyInPlace,
    WrappedKeyRefused,
)
from mingjian.kit.keys.models import RecoveryCopy
from mingjian.kit.keys.recovery import (
    confirm_recovery_code,
    confirmed_recovery_copy,
    issue_recovery_code,
    restore_root_key,
)
from mingjian.kit.keys.rotation import rotate_root
from mingjian.kit.keys.services import create_tenant_key, tenant_secret

TENANT = uuid4()
SECRETS = st.binary(min_size=32, max_size=32)


@given(secret=SECRETS)
def test_a_code_reads_back_however_a_person_types_it(secret: bytes) -> None:
    code = recovery_code.write(secret)
    assert [len(group) for group in code.split("-")] == [4] * 14
    assert recovery_code.read(code) == secret
    assert recovery_code.read(code.lower().replace("-", "  ")) == secret
    assert recovery_code.read(code.replace("0", "o").replace("1", "l")) == secret


@given(secret=SECRETS, place=st.integers(0, 55), letter=st.sampled_from(recovery_code.ALPHABET))
def test_any_single_slip_is_noticed(secret: bytes, place: int, letter: str) -> None:
    letters = recovery_code.write(secret).replace("-", "")
    slipped = letters[:place] + letter + letters[place + 1 :]
    if slipped != letters:
        with pytest.raises(RecoveryCodeMistyped):
            recovery_code.read(slipped)


@pytest.mark.parametrize("text", ["", "abcd", "é" * 56, "U" * 56, "恢复码" * 20, "0" * 55])
def test_anything_else_is_said_to_be_mistyped(text: str) -> None:
    with pytest.raises(RecoveryCodeMistyped):
        recovery_code.read(text)


@pytest.fixture
def code() -> str:
    create_tenant_key(TENANT)
    issued = issue_recovery_code()
    confirm_recovery_code(issued)
    return issued


@pytest.mark.django_db
def test_the_code_brings_the_lost_root_key_back(code: str, root_file: Path) -> None:
    secret = tenant_secret(TENANT, "file", TENANT)
    root_file.unlink()
    restore_root_key(code)
    assert tenant_secret(TENANT, "file", TENANT) == secret
    assert root_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_the_code_on_paper_still_works_after_rotations(code: str, root_file: Path) -> None:
    secret = tenant_secret(TENANT, "file", TENANT)
    rotate_root()
    rotate_root()
    root_file.unlink()
    restore_root_key(code)
    assert tenant_secret(TENANT, "file", TENANT) == secret


@pytest.mark.django_db
def test_recovery_overwrites_nothing(code: str) -> None:
    with pytest.raises(RootKeyInPlace):
        restore_root_key(code)


@pytest.mark.django_db
def test_another_installations_code_is_refused(code: str, root_file: Path) -> None:
    root_file.unlink()
    with pytest.raises(RecoveryCodeForeign):
        restore_root_key(recovery_code.write(bytes(range(32))))


@pytest.mark.django_db
def test_a_damaged_recovery_copy_is_refused(code: str, root_file: Path) -> None:
    root_file.unlink()
    copy = RecoveryCopy.objects.get()
    copy.sealed = bytes(copy.sealed)[:-1] + b"\0"
    copy.save()
    with pytest.raises(WrappedKeyRefused):
        restore_root_key(code)
    assert not root_file.exists()


@pytest.mark.django_db
def test_a_new_code_replaces_the_old_one_only_once_it_is_confirmed(
    code: str, root_file: Path
) -> None:
    assert confirmed_recovery_copy() is not None
    new = issue_recovery_code()
    first = confirmed_recovery_copy()
    confirm_recovery_code(new)
    second = confirmed_recovery_copy()
    assert first is not None
    assert second is not None
    assert first.id != second.id
    root_file.unlink()
    with pytest.raises(RecoveryCodeForeign):
        restore_root_key(code)
    restore_root_key(new)


@pytest.mark.django_db
def test_a_code_that_nobody_confirmed_does_not_count() -> None:
    issue_recovery_code()
    assert confirmed_recovery_copy() is None


@pytest.mark.django_db
def test_the_code_itself_is_stored_nowhere(code: str) -> None:
    secret, copy = recovery_code.read(code), RecoveryCopy.objects.get()
    assert secret not in bytes(copy.public_key) + bytes(copy.sealed)
