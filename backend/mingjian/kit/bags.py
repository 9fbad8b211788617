"""A BagIt bag (RFC 8493) as one ZIP, written while it is sent: no copy, no growing memory.

The content goes first, each file hashed as it passes; the manifests that vouch for it come last.
A file that is not what it should be ends the stream before them: what arrived then is no ZIP.
"""

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mingjian.kit.errors import MingjianError
from mingjian.kit.zips import ZipSink

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
UNSAFE = re.compile(r'[\\/:*?"<>|%]')
"""Refused by some file system, or (the per cent) read differently by tools for bags."""
LONGEST_NAME = 200
"""Bytes of UTF-8; file systems take 255."""
CHANGED = "content_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """One file of a bag, and what it must turn out to be."""

    name: str
    size: int
    sha256: str
    pieces: Callable[[], Iterator[bytes]]
    ref: UUID | None = None
    """What the caller knows it by."""


class BagBroken(Exception):
    """A file could not be read, or is not what was promised; nothing after it was sent."""

    def __init__(self, payload: Payload, code: str) -> None:
        self.payload, self.code = payload, code
        super().__init__(f"{payload.name}: {code}")


def safe_file_name(prefix: str, name: str) -> str:
    """A name for every file system: short, without tricks, unique where ``prefix`` is."""
    normal = unicodedata.normalize("NFC", name)
    plain = UNSAFE.sub("_", "".join(filter(str.isprintable, normal))).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = plain, ""
    ending = f".{ending}" if ending else ""
    room = LONGEST_NAME - len(f"{prefix}_{ending}".encode())
    short = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{prefix}_{short}{ending}" if short else f"{prefix}{ending}"


def zipped_bag(
    name: str,
    payloads: Sequence[Payload],
    *,
    info: Mapping[str, str],
    notes: Mapping[str, bytes],
    at: datetime,
) -> Iterator[bytes]:
    """The bag ``name``, piece by piece; ``notes`` are further files beside its content."""
    sink = ZipSink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for payload in payloads:
            yield from _payload(archive, sink, f"{name}/data/{payload.name}", payload, at)
        for path, content in _tags(payloads, info, notes).items():
            archive.writestr(_entry(f"{name}/{path}", at), content)
            yield sink.drained()
    yield sink.drained()


def _payload(
    archive: zipfile.ZipFile, sink: ZipSink, path: str, payload: Payload, at: datetime
) -> Iterator[bytes]:
    entry = _entry(path, at)
    entry.file_size = payload.size  # lets the archive choose ZIP64 where it is needed
    digest = hashlib.sha256()
    with archive.open(entry, "w") as member:
        try:
            for piece in payload.pieces():
                digest.update(piece)
                member.write(piece)
                yield sink.drained()
        except MingjianError as fault:
            raise BagBroken(payload, fault.code) from fault
    if digest.hexdigest() != payload.sha256:
        raise BagBroken(payload, CHANGED)


def _tags(
    payloads: Sequence[Payload], info: Mapping[str, str], notes: Mapping[str, bytes]
) -> dict[str, bytes]:
    oxum = f"{sum(each.size for each in payloads)}.{len(payloads)}"
    known = {**info, "Payload-Oxum": oxum}
    said = "".join(f"{key}: {' '.join(value.split())}\n" for key, value in known.items() if value)
    manifest = "".join(f"{each.sha256}  data/{each.name}\n" for each in payloads)
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": said.encode(),
        "manifest-sha256.txt": manifest.encode(),
        **notes,
    }
    sums = "".join(f"{hashlib.sha256(tags[path]).hexdigest()}  {path}\n" for path in sorted(tags))
    return {**tags, "tagmanifest-sha256.txt": sums.encode()}


def _entry(path: str, at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, at.timetuple()[:6])
    entry.external_attr = 0o644 << 16
    return entry
