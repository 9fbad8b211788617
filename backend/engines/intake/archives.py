"""Archives: looked through member by member, unpacked only as far as the next archive inside."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any, BinaryIO

from engines.intake.documents import look_into_package
from engines.intake.kinds import ARCHIVE, FAMILY_OF_NAME, ZIP, kind_of
from engines.intake.members import Counted, Tally, readable, readable_in_zip
from engines.intake.verdict import Findings, Refused, Subject, subject_of

LISTED = 96 << 20
"""Bytes of a compressed tape archive that are read through; there is no list in front."""
BROKEN = (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError)
ENTRY = 46
"""Bytes of the shortest entry in a ZIP's list."""
STREAMS: dict[str, Callable[[Any], Any]] = {
    "application/gzip": lambda file: gzip.GzipFile(fileobj=file),
    "application/x-bzip2": bz2.BZ2File,
    "application/x-xz": lzma.LZMAFile,
}


def look_into_archive(subject: Subject, findings: Findings, tally: Tally | None = None) -> None:
    """Refuse what would harm whoever unpacks it; say what cannot be looked through."""
    counts = tally or Tally(subject.limits, subject.size)
    media_type = kind_of(subject.head, subject.extension).media_type
    try:
        if media_type == ZIP.media_type:
            _zip(subject, findings, counts)
        elif media_type == "application/x-tar":
            _tar(subject.file, findings, counts)
        elif media_type in STREAMS:
            _stream(subject, STREAMS[media_type](subject.file), findings, counts)
        else:
            findings.warn("not_opened")
    except BROKEN:
        raise Refused("truncated") from None
    if counts.members:
        findings.details |= {"members": counts.members, "unpacked": counts.unpacked}


def _zip(subject: Subject, findings: Findings, tally: Tally) -> None:
    _check_list(subject)
    with zipfile.ZipFile(subject.file) as archive:
        entries = archive.infolist()
        _refuse_overlaps(entries)
        for entry in entries:
            entry_name = readable_in_zip(entry.filename, is_unicode=bool(entry.flag_bits & 0x800))
            if stat.S_ISLNK(entry.external_attr >> 16):
                raise Refused("link_inside", entry_name)
            if entry.flag_bits & 1:
                raise Refused("encrypted", entry_name)
            tally.add(entry_name, entry.file_size, findings)
        names = [entry.filename for entry in entries]
        if look_into_package(archive, names, subject, findings):
            return
        for entry in entries:
            _inside(subject, entry.filename, partial(archive.open, entry), findings, tally)


def _check_list(subject: Subject) -> None:
    """How long the list of members says it is, before it is read into memory."""
    at = subject.tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise Refused("truncated")
    length = int.from_bytes(subject.tail[at + 12 : at + 16], "little")
    locator = subject.tail.rfind(b"PK\x06\x06")
    if locator >= 0:
        length = int.from_bytes(subject.tail[locator + 40 : locator + 48], "little")
    if length > subject.limits.members * (ENTRY + 300):
        raise Refused("too_many_members", limit=subject.limits.members)


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Members that share bytes: the densest bombs there are."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise Refused("archive_bomb", unpacked=sum(each.file_size for each in entries))
        end = entry.header_offset + 30 + entry.compress_size


def _tar(file: BinaryIO | Counted, findings: Findings, tally: Tally) -> None:
    with tarfile.open(fileobj=file, mode="r|") as archive:  # type: ignore[call-overload]
        for member in archive:
            name = readable(member.name)
            if member.issym() or member.islnk():
                raise Refused("link_inside", name)
            if not (member.isreg() or member.isdir()):
                raise Refused("special_inside", name)
            tally.add(name, member.size, findings)


def _stream(subject: Subject, stream: Any, findings: Findings, tally: Tally) -> None:
    """One compressed stream: a tape archive, or a single file."""
    if subject.size > LISTED:
        findings.warn("not_opened")
        return
    start = io.BufferedReader(stream, 1024).peek(1024)[:1024]
    stream.seek(0)
    counted = Counted(stream, tally)
    if start[257:262] == b"ustar":
        _tar(counted, findings, tally)
        return
    while counted.read():
        pass
    tally.add(subject.name.rpartition(".")[0], counted.given, findings)


def _inside(
    subject: Subject, name: str, opened: Callable[[], Any], findings: Findings, tally: Tally
) -> None:
    """An archive within the archive, if that is what this member is called."""
    if FAMILY_OF_NAME.get(name.rpartition(".")[2].lower()) != ARCHIVE:
        return
    if subject.depth >= subject.limits.nesting:
        raise Refused("nested_too_deep", name, limit=subject.limits.nesting)
    with opened() as member:
        content = member.read(subject.limits.opened + 1)
    if len(content) > subject.limits.opened:
        findings.warn("not_opened", name)
        return
    if not content:
        return
    inner = subject_of(io.BytesIO(content), len(content), name, subject.limits, subject.depth + 1)
    look_into_archive(inner, Findings(warnings=findings.warnings), tally)
