"""A sealed file reads back exactly, anywhere; anything else done to it is refused."""

import hashlib
import io
import os
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.kit.crypto import (
    CiphertextError,
    CiphertextForeign,
    CiphertextReordered,
    CiphertextTampered,
    CiphertextTruncated,
    SealedReader,
    seal,
    sealed_size,
)
from mingjian.kit.crypto.cipher import BATCH, CHUNK, HEADER, SEALED_CHUNK
from mingjian.kit.crypto.suites import TAG

KEY = os.urandom(32)
CONTEXT = b"tenant/audit/file"
# Around every boundary of the format: chunks, and the batches they are read in.
SIZES = st.one_of(
    st.integers(0, 3 * CHUNK),
    st.sampled_from([BATCH * CHUNK + extra for extra in (-1, 0, 1, CHUNK)]),
)


def sealed_form(plain: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(plain), target, key=key, context=context)
    return target.getvalue()


def read(sealed: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    return b"".join(SealedReader(io.BytesIO(sealed), key, context).iterate())


def chunk(sealed: bytes, index: int) -> bytes:
    return sealed[HEADER + index * SEALED_CHUNK : HEADER + (index + 1) * SEALED_CHUNK]


@given(size=SIZES)
def test_what_was_sealed_reads_back_with_its_length_and_digest(size: int) -> None:
    plain, target = os.urandom(size), io.BytesIO()
    sealed = seal(io.BytesIO(plain), target, key=KEY, context=CONTEXT)
    assert sealed.plain_bytes == size
    assert sealed.sealed_bytes == len(target.getvalue()) == sealed_size(size)
    assert sealed.sha256 == hashlib.sha256(plain).digest()
    assert read(target.getvalue()) == plain


class Dribble(io.RawIOBase):
    """A source that gives few bytes at a time, as sockets and uploads do."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer[:4999])


def test_a_source_that_gives_few_bytes_at_a_time_is_sealed_whole() -> None:
    plain, target = os.urandom(100_000), io.BytesIO()
    assert seal(Dribble(plain), target, key=KEY, context=CONTEXT).plain_bytes == len(plain)
    assert read(target.getvalue()) == plain


LONG = os.urandom(BATCH * CHUNK + 5 * CHUNK + 77)
LONG_SEALED = sealed_form(LONG)


@given(offset=st.integers(0, len(LONG) + 10), length=st.integers(0, 300_000))
def test_any_range_equals_the_same_range_of_the_plaintext(offset: int, length: int) -> None:
    reader = SealedReader(io.BytesIO(LONG_SEALED), KEY, CONTEXT)
    assert reader.size == len(LONG)
    assert reader.read_at(offset, length) == LONG[offset : offset + length]


@given(
    offset=st.integers(0, len(LONG)),
    length=st.none() | st.integers(0, len(LONG)),
    block=st.integers(1, 8).map(lambda chunks: chunks * CHUNK),
)
def test_a_range_can_be_streamed_in_pieces(offset: int, length: int | None, block: int) -> None:
    pieces = list(
        SealedReader(io.BytesIO(LONG_SEALED), KEY, CONTEXT).iterate(offset, length, block)
    )
    expected = LONG[offset:] if length is None else LONG[offset : offset + length]
    assert b"".join(pieces) == expected
    assert all(len(piece) <= block for piece in pieces)


def test_the_same_content_sealed_twice_shares_no_bytes() -> None:
    first, second = sealed_form(LONG), sealed_form(LONG)
    assert first[:24] != second[:24]
    assert chunk(first, 0) != chunk(second, 0)


SHORT = os.urandom(2 * CHUNK + 100)
SHORT_SEALED = sealed_form(SHORT)


@given(bit=st.integers(0, 8 * len(SHORT_SEALED) - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    damaged = bytearray(SHORT_SEALED)
    damaged[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CiphertextError):
        read(bytes(damaged))


@given(length=st.integers(0, len(SHORT_SEALED) - 1))
def test_any_cut_is_refused_as_truncated_before_a_byte_is_read(length: int) -> None:
    with pytest.raises(CiphertextTruncated):
        SealedReader(io.BytesIO(SHORT_SEALED[:length]), KEY, CONTEXT)


@given(extra=st.binary(min_size=1, max_size=2 * SEALED_CHUNK))
def test_anything_appended_is_refused_before_a_byte_is_read(extra: bytes) -> None:
    with pytest.raises(CiphertextTruncated):
        SealedReader(io.BytesIO(SHORT_SEALED + extra), KEY, CONTEXT)


@given(order=st.permutations(range(4)).filter(lambda order: order != [0, 1, 2, 3]))
def test_any_other_order_of_the_chunks_is_refused_as_reordered(order: list[int]) -> None:
    sealed = sealed_form(os.urandom(4 * CHUNK + 9))
    chunks = b"".join(chunk(sealed, index) for index in order)
    with pytest.raises(CiphertextReordered):
        read(sealed[:HEADER] + chunks + chunk(sealed, 4))


def test_a_chunk_repeated_in_place_of_another_is_refused_as_reordered() -> None:
    repeated = SHORT_SEALED[:HEADER] + chunk(SHORT_SEALED, 0) * 2 + chunk(SHORT_SEALED, 2)
    with pytest.raises(CiphertextReordered) as refusal:
        read(repeated)
    assert refusal.value.params == {"chunk": 2}


@given(index=st.integers(0, 1))
def test_a_chunk_of_another_file_is_refused_as_tampered(index: int) -> None:
    other = sealed_form(SHORT)
    start = HEADER + index * SEALED_CHUNK
    swapped = SHORT_SEALED[:start] + chunk(other, index) + SHORT_SEALED[start + SEALED_CHUNK :]
    with pytest.raises(CiphertextTampered):
        read(swapped)


@given(context=st.binary(max_size=60).filter(lambda context: context != CONTEXT))
def test_a_file_moved_to_another_record_is_refused_as_foreign(context: bytes) -> None:
    with pytest.raises(CiphertextForeign):
        read(SHORT_SEALED, context=context)


@given(key=st.binary(min_size=32, max_size=32).filter(lambda key: key != KEY))
def test_another_key_is_refused_as_foreign(key: bytes) -> None:
    with pytest.raises(CiphertextForeign):
        read(SHORT_SEALED, key=key)


@given(length=st.integers(0, 64).filter(lambda length: length != 32))
def test_a_key_of_another_length_seals_nothing(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        sealed_form(b"anything", key=os.urandom(length))


def test_a_file_that_shrinks_while_it_is_read_is_refused() -> None:
    file = io.BytesIO(LONG_SEALED)
    reader = SealedReader(file, KEY, CONTEXT)
    file.truncate(len(LONG_SEALED) // 2)
    with pytest.raises(CiphertextTruncated):
        list(reader.iterate())


def test_damage_outside_the_range_read_does_not_hinder_reading() -> None:
    damaged = bytearray(LONG_SEALED)
    damaged[-2 * SEALED_CHUNK] ^= 1
    reader = SealedReader(io.BytesIO(bytes(damaged)), KEY, CONTEXT)
    assert reader.read_at(0, CHUNK) == LONG[:CHUNK]
    with pytest.raises(CiphertextTampered):
        list(reader.iterate())


class Zeros(io.RawIOBase):
    """A long source that takes no memory."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readinto(self, buffer: Any) -> int:
        count = min(len(buffer), self.left)
        self.left -= count
        return count


class Pit:
    """A target that keeps nothing."""

    def write(self, block: bytes) -> int:
        return len(block)


def test_sealing_64_mib_takes_less_than_4_mib_of_memory() -> None:
    tracemalloc.start()
    try:
        seal(Zeros(64 << 20), Pit(), key=KEY, context=CONTEXT)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 << 20


def test_reading_64_mib_takes_less_than_8_mib_of_memory(tmp_path: Any) -> None:
    path = tmp_path / "sealed"
    with path.open("wb") as target:
        seal(Zeros(64 << 20), target, key=KEY, context=CONTEXT)
    with path.open("rb") as file:
        tracemalloc.start()
        try:
            total = sum(len(piece) for piece in SealedReader(file, KEY, CONTEXT).iterate())
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert total == 64 << 20
    assert peak < 8 << 20


def test_the_overhead_is_a_tenth_of_a_percent() -> None:
    assert sealed_size(1 << 30) == (1 << 30) + HEADER + TAG * (65_536 + 1)
