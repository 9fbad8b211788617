"""What every store promises, whether a directory or an S3 server."""

import io
import os
from datetime import UTC, datetime, timedelta

import pytest

from mingjian.kit.clock import now
from mingjian.kit.crypto import SealedReader, seal
from mingjian.kit.storage import BlobFile, BlobMissing, BlobStore, put

pytestmark = pytest.mark.own_databases
PATH = "owner/audit/file"
# One request on S3; and three parts, the last one short.
SIZES = [0, 1, 100_000, (32 << 20) + 5]


@pytest.mark.process
@pytest.mark.parametrize("size", SIZES)
def test_what_was_put_is_read_back(store: BlobStore, size: int) -> None:
    content = os.urandom(size)
    put(store, PATH, io.BytesIO(content))
    assert store.size(PATH) == size
    assert BlobFile(store, PATH).read(size) == content


@pytest.mark.process
def test_a_range_is_read_without_the_rest(store: BlobStore) -> None:
    put(store, PATH, io.BytesIO(bytes(range(256))))
    assert store.read_range(PATH, 100, 3) == b"def"
    assert store.read_range(PATH, 255, 1) == b"\xff"


@pytest.mark.process
def test_a_file_is_sealed_into_the_store_and_read_from_anywhere_in_it(store: BlobStore) -> None:
    plain, key = os.urandom(3_000_000), os.urandom(32)
    with store.writing(PATH) as target:
        sealed = seal(io.BytesIO(plain), target, key=key, context=b"file")
    assert store.size(PATH) == sealed.sealed_bytes
    reader = SealedReader(BlobFile(store, PATH), key, b"file")
    assert reader.size == len(plain)
    assert reader.read_at(2_345_678, 300_000) == plain[2_345_678:2_645_678]


@pytest.mark.process
def test_a_blob_file_seeks_and_reads_as_files_do(store: BlobStore) -> None:
    put(store, PATH, io.BytesIO(b"0123456789"))
    file = BlobFile(store, PATH)
    assert file.seek(-3, io.SEEK_END) == 7
    assert file.read(100) == b"789"
    assert file.read(100) == b""
    assert file.seek(2) == 2
    assert file.seek(2, io.SEEK_CUR) == 4
    assert file.read(2) == b"45"
    assert file.seek(50) == 50
    assert file.read(1) == b""


@pytest.mark.process
@pytest.mark.parametrize("foretold", [1, 5, 1000])
def test_a_size_told_beforehand_may_be_wrong(store: BlobStore, foretold: int) -> None:
    with store.writing(PATH, foretold) as target:
        target.write(b"12345")
    assert BlobFile(store, PATH).read(2000) == b"12345"


class Interrupted(Exception):
    """What happens to writers."""


def write_and_fail(store: BlobStore, content: bytes) -> None:
    with store.writing(PATH) as target:
        target.write(content)
        raise Interrupted


@pytest.mark.process
@pytest.mark.parametrize("written", [0, 10, 40 << 20])
def test_a_writer_that_fails_leaves_nothing(store: BlobStore, written: int) -> None:
    with pytest.raises(Interrupted):
        write_and_fail(store, bytes(written))
    assert not store.exists(PATH)
    assert list(store.paths()) == []
    assert store.sweep(now() + timedelta(days=1)) == 0


@pytest.mark.process
def test_a_writer_that_fails_leaves_the_earlier_blob_as_it_was(store: BlobStore) -> None:
    put(store, PATH, io.BytesIO(b"earlier"))
    with pytest.raises(Interrupted):
        write_and_fail(store, b"later")
    assert BlobFile(store, PATH).read(100) == b"earlier"
    put(store, PATH, io.BytesIO(b"later"))
    assert BlobFile(store, PATH).read(100) == b"later"


@pytest.mark.process
def test_nothing_is_to_be_seen_before_the_writer_is_done(store: BlobStore) -> None:
    with store.writing(PATH) as target:
        target.write(bytes(40 << 20))
        assert not store.exists(PATH)
        assert list(store.paths()) == []
    assert store.exists(PATH)


@pytest.mark.process
def test_what_a_killed_writer_left_is_swept(store: BlobStore) -> None:
    writing = store.writing(PATH)
    writing.__enter__().write(bytes(40 << 20))  # and never ends
    assert store.sweep(datetime(2000, 1, 1, tzinfo=UTC)) == 0
    assert store.sweep(now() + timedelta(days=1)) == 1
    assert store.sweep(now() + timedelta(days=1)) == 0
    assert not store.exists(PATH)


@pytest.mark.process
def test_paths_are_listed_in_order_below_a_prefix(store: BlobStore) -> None:
    for path in ("b/-/2", "a/x/3", "a/-/1", "ab/-/4"):
        put(store, path, io.BytesIO(b"x"))
    assert list(store.paths()) == ["a/-/1", "a/x/3", "ab/-/4", "b/-/2"]
    assert list(store.paths("a/")) == ["a/-/1", "a/x/3"]
    assert list(store.paths("nothing")) == []


@pytest.mark.process
def test_a_deleted_blob_is_gone_and_may_be_deleted_again(store: BlobStore) -> None:
    put(store, PATH, io.BytesIO(b"x"))
    store.delete(PATH)
    assert not store.exists(PATH)
    store.delete(PATH)
    store.delete("never/was/there")


@pytest.mark.process
def test_what_is_not_there_is_said_to_be_missing(store: BlobStore) -> None:
    assert not store.exists(PATH)
    with pytest.raises(BlobMissing):
        store.size(PATH)
    with pytest.raises(BlobMissing):
        store.read_range(PATH, 0, 1)


@pytest.mark.process
@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        ".hidden",
        "a/.b",
        "a\0b",
        "a b",
        "审",
        "a\n",
        "C:\\x",
        "x" * 501,
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(store: BlobStore, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"), store.writing(path):
        pass
    for refused in (store.size, store.exists, store.delete):
        with pytest.raises(ValueError, match="not a path"):
            refused(path)
