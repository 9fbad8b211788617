"""What leaves as a bag can be checked by anybody's program, and opened by nobody when it broke."""

import hashlib
import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import bagit
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import DecryptError, decrypt
from pyrage.x25519 import Identity

from mingjian.kit import clock
from mingjian.kit.age_files import age_recipient, fingerprint, sealed_to
from mingjian.kit.bags import BagBroken, Payload, safe_file_name, zipped_bag
from mingjian.kit.crypto import CiphertextTampered

NAMES = "E-1_校准记录 2026.txt", "E-2_100%合格 (终).csv", "E-3_a\u202eb.txt"


def payload(name: str, content: bytes = b"evidence", **other: Any) -> Payload:
    known: dict[str, Any] = {
        "name": safe_file_name(*name.split("_", 1)),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "pieces": lambda: iter([content]),
    }
    return Payload(**(known | other))


def bag(*payloads: Payload) -> Iterator[bytes]:
    return zipped_bag(
        "bag-1",
        payloads,
        info={"Source-Organization": "中鉴认证\n有限公司"},
        notes={"letter.txt": "致法院".encode()},
        at=clock.now(),
    )


def unpacked(content: bytes, where: Path) -> bagit.Bag:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(where)
    return bagit.Bag(str(where / "bag-1"))


def flat(pieces: Iterator[bytes]) -> Iterator[int]:
    """Byte by byte, so that what arrived before a failure stays."""
    return chain.from_iterable(pieces)


def test_the_bag_is_valid_by_the_reference_program(tmp_path: Path) -> None:
    found = unpacked(b"".join(bag(*map(payload, NAMES))), tmp_path)

    found.validate()
    assert found.version_info == (1, 0)
    assert found.info["Payload-Oxum"] == "24.3"
    assert found.info["Source-Organization"] == "中鉴认证 有限公司"
    assert (tmp_path / "bag-1/data/E-1_校准记录 2026.txt").read_bytes() == b"evidence"


def test_a_changed_file_of_the_bag_is_noticed(tmp_path: Path) -> None:
    found = unpacked(b"".join(bag(payload(NAMES[0]))), tmp_path)
    (tmp_path / "bag-1/data/E-1_校准记录 2026.txt").write_bytes(b"evidencf")

    with pytest.raises(bagit.BagValidationError):
        found.validate()


def test_content_that_is_not_what_was_promised_ends_the_stream_before_the_end() -> None:
    sent = bytearray()
    with pytest.raises(BagBroken) as broken:
        sent.extend(flat(bag(payload("E-1_a.txt"), payload("E-2_b.txt", sha256="0" * 64))))

    assert (broken.value.payload.name, broken.value.code) == ("E-2_b.txt", "content_changed")
    assert not zipfile.is_zipfile(io.BytesIO(sent))


def test_a_file_that_cannot_be_read_is_named() -> None:
    def damaged() -> Iterator[bytes]:
        yield b"evid"
        raise CiphertextTampered(chunk=1)

    with pytest.raises(BagBroken) as broken:
        list(bag(payload("E-1_a.txt", pieces=damaged)))
    assert (broken.value.payload.name, broken.value.code) == ("E-1_a.txt", "ciphertext_tampered")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder_or_is_too_long(name: str) -> None:
    safe = safe_file_name("E-7", name)

    assert safe.startswith("E-7")
    assert len(safe.encode()) <= 200
    assert not set(safe) & set('\\/:*?"<>|%\n\r\0')
    assert safe.rstrip(" .") == safe


def test_a_chinese_name_keeps_its_words_and_its_ending() -> None:
    assert safe_file_name("E-7", "内审/报告:2026.pdf") == "E-7_内审_报告_2026.pdf"
    assert safe_file_name("E-7", "长" * 200 + ".pdf").endswith("长.pdf")


def test_the_age_file_opens_for_its_recipient_only(tmp_path: Path) -> None:
    officer = Identity.generate()
    recipient = age_recipient(str(officer.to_public()))
    assert recipient is not None

    sent = b"".join(sealed_to(recipient, bag(*map(payload, NAMES))))
    unpacked(decrypt(sent, [officer]), tmp_path).validate()
    with pytest.raises(DecryptError):
        decrypt(sent, [Identity.generate()])


def test_an_age_file_that_broke_opens_for_nobody() -> None:
    officer = Identity.generate()
    recipient = age_recipient(str(officer.to_public()))
    assert recipient is not None
    sent = bytearray()
    with pytest.raises(BagBroken):
        sent.extend(flat(sealed_to(recipient, bag(payload("E-1_a.txt", sha256="0" * 64)))))

    with pytest.raises(DecryptError):
        decrypt(bytes(sent), [officer])


def test_neither_holds_more_than_some_pieces_in_memory() -> None:
    piece, count = b"\0" * 2**19, 200
    content = hashlib.sha256()
    for _ in range(count):
        content.update(piece)
    large = Payload(
        name="E-1_a.mp4",
        size=count * len(piece),
        sha256=content.hexdigest(),
        pieces=lambda: (piece for _ in range(count)),
    )
    recipient = age_recipient(str(Identity.generate().to_public()))
    assert recipient is not None
    tracemalloc.start()
    try:
        sent = sum(len(each) for each in sealed_to(recipient, bag(large)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert sent > large.size
    assert peak < 16 * 2**20


def test_whoever_stops_reading_stops_the_sealing() -> None:
    recipient = age_recipient(str(Identity.generate().to_public()))
    assert recipient is not None
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            read.append(1)
            yield b"\0" * 2**16

    stream = sealed_to(recipient, endless())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    before = len(read)
    assert len(read) == before


def test_a_fingerprint_tells_keys_apart() -> None:
    one, other = (str(Identity.generate().to_public()) for _ in range(2))
    assert fingerprint(one) == fingerprint(f" {one}\n") != fingerprint(other)
    assert age_recipient("ssh-ed25519 AAAA") is None
