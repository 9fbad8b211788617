"""One examination from beginning to end: the task of a confined child."""

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from engines.intake import kinds
from engines.intake.archives import look_into_archive
from engines.intake.documents import look_into_ole, look_into_pdf, look_into_text
from engines.intake.media import look_into_image, look_into_media
from engines.intake.verdict import Findings, Limits, Refused, Subject, subject_of

Look = Callable[[Subject, Findings], None]
LOOKS: dict[str, Look] = {
    kinds.IMAGE: look_into_image,
    kinds.PDF: look_into_pdf,
    kinds.OFFICE: look_into_ole,
    kinds.ARCHIVE: look_into_archive,
    kinds.TEXT: look_into_text,
    kinds.SOUND: look_into_media,
    kinds.VIDEO: look_into_media,
}
NEEDS_CONFINEMENT = frozenset({kinds.IMAGE, kinds.PDF})
"""Families whose decoders are not Python: not run where a child cannot be confined."""
END_OF_ZIP = b"PK\x05\x06"


def run(file: BinaryIO, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The verdict on one upload, as JSON; no artefacts."""
    findings = Findings()
    try:
        file.seek(0, 2)
        subject = subject_of_upload(file, file.tell(), given)
        examine(subject, findings, is_confined=bool(given["is_confined"]))
    except Refused as refusal:
        return _answer(findings, refusal.code, refusal.details, refusal.names), []
    return _answer(findings, "held", {}, ()), []


def subject_of_upload(file: BinaryIO, size: int, given: Mapping[str, Any]) -> Subject:
    file.seek(0)
    return subject_of(file, size, str(given["name"]), Limits.of(given["limits"]))


def examine(subject: Subject, findings: Findings, *, is_confined: bool = True) -> None:
    """Raise :class:`Refused`, or leave type and warnings in ``findings``."""
    if not subject.size:
        raise Refused("empty")
    kind = kinds.kind_of(subject.head, subject.extension)
    findings.media_type = kind.media_type
    if kind.family == kinds.PROGRAM or subject.extension in kinds.PROGRAM_NAMES:
        raise Refused("program")
    _refuse_two_in_one(subject, kind)
    if kind.family in NEEDS_CONFINEMENT and not is_confined:
        findings.warn("not_opened")
    else:
        LOOKS.get(kind.family, _know_nothing)(subject, findings)
    _compare_with_name(subject, kind, findings)


def _know_nothing(subject: Subject, findings: Findings) -> None:
    findings.warn("unknown_type")


def _compare_with_name(subject: Subject, kind: kinds.Kind, findings: Findings) -> None:
    """A picture called a picture of another sort is renamed; a program called one is refused."""
    claimed = kinds.FAMILY_OF_NAME.get(subject.extension)
    family = family_of(findings.media_type) or kind.family
    if claimed is None or claimed == family or {claimed, family} <= kinds.ALIKE:
        return
    raise Refused("other_type")


def family_of(media_type: str) -> str:
    """The family that the look inside found out: a document in a ZIP is no archive."""
    if media_type.startswith((kinds.OOXML, kinds.ODF, "application/vnd.ms-")):
        return kinds.OFFICE
    if media_type == "application/msword":
        return kinds.OFFICE
    return ""


def _refuse_two_in_one(subject: Subject, kind: kinds.Kind) -> None:
    """A file that is two things at once says one to us and another to whoever opens it."""
    if kind is not kinds.ZIP and _ends_as_zip(subject.tail):
        raise Refused("two_in_one")
    begins_late = kind.family != kinds.PDF and b"%PDF-" in subject.head[:1024]
    if begins_late and b"%%EOF" in subject.tail[-2048:]:
        raise Refused("two_in_one")


def _ends_as_zip(tail: bytes) -> bool:
    at = tail.rfind(END_OF_ZIP)
    if at < 0 or len(tail) < at + 22:
        return False
    comment = int.from_bytes(tail[at + 20 : at + 22], "little")
    return at + 22 + comment == len(tail)


def _answer(
    findings: Findings, code: str, details: Mapping[str, int], names: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "code": code,
        "media_type": findings.media_type,
        "warnings": findings.warnings,
        "details": findings.details | dict(details),
        "names": [_printable(name) for name in (*names, *findings.names)][:20],
    }


def _printable(name: str) -> str:
    return "".join(filter(str.isprintable, name))[:200]
