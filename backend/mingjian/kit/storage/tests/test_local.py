"""The directory on a bad day: full, read-only, or shared with other users."""

import io
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from mingjian.kit.storage import LocalStore, StorageFull, StorageUnavailable, put, store_at


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small file system here")
    try:
        store = LocalStore(tmp_path)
        with pytest.raises(StorageFull):
            put(store, "owner/audit/file", io.BytesIO(bytes(4 << 20)))
        with pytest.raises(StorageFull), store.writing("owner/audit/file", 4 << 20):
            pytest.fail("the lack of space was not found before the work")
        assert list(store.paths()) == []
        assert list((tmp_path / ".unfinished").iterdir()) == []
        put(store, "owner/audit/file", io.BytesIO(bytes(1000)))
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_only_the_owner_can_read_the_directories(tmp_path: Path) -> None:
    put(LocalStore(tmp_path / "blobs"), "owner/audit/file", io.BytesIO(b"x"))
    made = [tmp_path / "blobs", *(tmp_path / "blobs").rglob("*")]
    assert not any(path.stat().st_mode & 0o077 for path in made)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("a file where a directory should be")
    with pytest.raises(StorageUnavailable):
        put(LocalStore(tmp_path / "blobs"), "owner/audit/file", io.BytesIO(b"x"))


def test_an_error_of_the_source_is_not_blamed_on_the_store(tmp_path: Path) -> None:
    with (
        pytest.raises(FileNotFoundError),
        LocalStore(tmp_path).writing("owner/audit/file"),
    ):
        (tmp_path / "source").open()


def test_a_storage_url_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="s3://"):
        store_at("ftp://somewhere", tmp_path)


def test_an_s3_that_does_not_answer_is_said() -> None:
    store = store_at("s3://key:secret@bucket?endpoint=http://127.0.0.1:9", Path())
    with pytest.raises(StorageUnavailable):
        store.size("owner/audit/file")
