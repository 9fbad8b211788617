"""The root key file: made once, private, never silently replaced."""

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from mingjian.kit.keys.errors import (
    RootKeyDamaged,
    RootKeyExposed,
    RootKeyInPlace,
    RootKeyMissing,
    WrappedKeyRefused,
)
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.kit.keys.services import check_root_key, create_tenant_key, tenant_secret
from mingjian.kit.keys.wrapping import fresh_key

TENANT = uuid4()


def test_it_is_made_private_and_with_a_word_of_warning(root_file: Path) -> None:
    assert FileRootKey(root_file).create() == 1
    assert root_file.stat().st_mode & 0o777 == 0o600
    assert root_file.parent.stat().st_mode & 0o777 == 0o700
    assert "secret" in root_file.read_text().splitlines()[0]


def test_making_it_again_keeps_the_first(root_file: Path) -> None:
    FileRootKey(root_file).create()
    first = root_file.read_bytes()
    FileRootKey(root_file).create()
    assert root_file.read_bytes() == first


def test_two_processes_that_start_at_once_share_one_key(root_file: Path) -> None:
    program = (
        "import sys, pathlib; from mingjian.kit.keys.root_file import FileRootKey as F; "
        "f = F(pathlib.Path(sys.argv[1])); f.create(); print(f.export().hex())"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", program, str(root_file)], stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert len({process.communicate()[0] for process in processes}) == 1
    assert [path.name for path in root_file.parent.iterdir()] == ["root.key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o777])
def test_a_file_that_others_can_read_is_refused(root_file: Path, mode: int) -> None:
    root = FileRootKey(root_file)
    root.create()
    root_file.chmod(mode)
    with pytest.raises(RootKeyExposed) as refusal:
        root.wrap(1, fresh_key(), "label")
    assert f"chmod 600 {root_file}" in refusal.value.message


@pytest.mark.parametrize(
    "content", ["", "note\n", "note\n1 abcd\n", "note\none 00\n", "note\n1 00 00\n", "\x00\xff"]
)
def test_a_damaged_file_is_refused(root_file: Path, content: str) -> None:
    root = FileRootKey(root_file)
    root.create()
    root_file.write_text(content)
    with pytest.raises(RootKeyDamaged):
        root.wrap(1, fresh_key(), "label")


def test_versions_wrap_and_open_only_their_own(root_file: Path) -> None:
    root, key = FileRootKey(root_file), fresh_key()
    root.create()
    old = root.wrap(1, key, "label")
    assert root.renew() == 2
    new = root.wrap(2, key, "label")
    assert root.unwrap(1, old, "label") == root.unwrap(2, new, "label") == key
    with pytest.raises(WrappedKeyRefused):
        root.unwrap(2, old, "label")
    with pytest.raises(WrappedKeyRefused):
        root.unwrap(1, old, "another label")
    root.retire(below=2)
    with pytest.raises(WrappedKeyRefused):
        root.unwrap(1, old, "label")
    assert root.unwrap(2, new, "label") == key


def test_restoring_never_overwrites(root_file: Path) -> None:
    root = FileRootKey(root_file)
    root.create()
    exported = root.export()
    with pytest.raises(RootKeyInPlace):
        root.restore(exported)
    root_file.unlink()
    root.restore(exported)
    assert root.export() == exported
    assert root_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_starting_for_the_first_time_makes_the_root_key(root_file: Path) -> None:
    check_root_key()
    assert root_file.exists()


@pytest.mark.django_db
def test_starting_without_the_root_file_of_existing_keys_is_refused(root_file: Path) -> None:
    create_tenant_key(TENANT)
    check_root_key()
    root_file.unlink()
    with pytest.raises(RootKeyMissing):
        check_root_key()
    assert not root_file.exists()


@pytest.mark.django_db
def test_starting_with_another_installations_root_file_is_refused(root_file: Path) -> None:
    create_tenant_key(TENANT)
    root_file.unlink()
    FileRootKey(root_file).create()
    with pytest.raises(WrappedKeyRefused):
        check_root_key()


@pytest.mark.django_db
def test_a_flipped_bit_in_the_root_key_is_refused(root_file: Path) -> None:
    create_tenant_key(TENANT)
    text = root_file.read_text()
    place = text.index("\n1 ") + 3
    root_file.write_text(text[:place] + f"{int(text[place], 16) ^ 1:x}" + text[place + 1 :])
    with pytest.raises(WrappedKeyRefused):
        tenant_secret(TENANT, "file", TENANT)
