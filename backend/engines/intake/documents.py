"""Documents: what they carry beside their text, and whether they open without a password."""

import zipfile
from typing import Any
from xml.parsers import expat

import pikepdf

from engines.intake.kinds import ODF, OOXML
from engines.intake.verdict import Findings, Refused, Subject

PACKAGES = {
    "word/": f"{OOXML}wordprocessingml.document",
    "xl/": f"{OOXML}spreadsheetml.sheet",
    "ppt/": f"{OOXML}presentationml.presentation",
    "visio/": "application/vnd.ms-visio.drawing",
}
MACROS = "vbaproject.bin", "vbadata.xml", "basic/script-lb.xml", "basic/script-lc.xml"
WIDE = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "Macros", "_VBA_PROJECT")}
OLD_FORMATS = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
    "VisioDocument": "application/vnd.ms-visio",
    "__properties_version1.0": "application/vnd.ms-outlook",
}
MOST_OBJECTS = 200_000


def look_into_package(
    archive: zipfile.ZipFile, names: list[str], subject: Subject, findings: Findings
) -> bool:
    """A document or a program that is a ZIP inside; False where it is only an archive."""
    lower = [name.lower() for name in names]
    if "androidmanifest.xml" in lower or any(name.endswith(".class") for name in lower):
        raise Refused("program")
    media_type = _package_type(archive, names)
    if not media_type:
        return False
    findings.media_type = media_type
    if any(name.endswith(MACROS) for name in lower):
        findings.warn("macros")
    for name in names:
        if name.lower().endswith((".xml", ".rels")):
            with archive.open(name) as part:
                refuse_entities(part.read(64 << 10))
    return True


def _package_type(archive: zipfile.ZipFile, names: list[str]) -> str:
    if "[Content_Types].xml" in names:
        folders = {name.partition("/")[0] + "/" for name in names}
        return next((kind for folder, kind in PACKAGES.items() if folder in folders), "")
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            said = part.read(100).decode("ascii", "replace").strip()
        return said if said.startswith(ODF) else ""
    return ""


def look_into_ole(subject: Subject, findings: Findings) -> None:
    """The formats before 2007, and encrypted ones of today: found by the names of their parts."""
    if not subject.head.startswith(b"\xd0\xcf\x11\xe0"):
        return
    part = _directory(subject)
    if WIDE["EncryptedPackage"] in part:
        raise Refused("encrypted")
    found = (kind for name, kind in OLD_FORMATS.items() if name.encode("utf-16-le") in part)
    findings.media_type = next(found, "application/x-ole-storage")
    if findings.media_type == "application/x-ole-storage":
        findings.warn("unknown_type")
    if WIDE["_VBA_PROJECT"] in part or WIDE["Macros"] in part:
        findings.warn("macros")


def _directory(subject: Subject) -> bytes:
    """The parts' names stand in sectors anywhere: the first 8 MiB and the end are searched."""
    subject.file.seek(0)
    return subject.file.read(8 << 20) + subject.tail


def look_into_text(subject: Subject, findings: Findings) -> None:
    if findings.media_type in {"text/html", "image/svg+xml"}:
        findings.warn("active_page")
    if findings.media_type in {"application/xml", "image/svg+xml"}:
        refuse_entities(subject.head)


class _Begun(Exception):
    """The first element: whatever could be declared has been."""


def refuse_entities(head: bytes) -> None:
    """XML that declares entities can grow without end, or fetch what it is not given."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.StartElementHandler = _stop
    try:
        parser.Parse(head, False)
    except (_Begun, expat.ExpatError):
        return


def _refuse(*declared: Any) -> None:
    raise Refused("xml_entities")


def _stop(name: str, attributes: Any) -> None:
    raise _Begun


def look_into_pdf(subject: Subject, findings: Findings) -> None:
    if b"%%EOF" not in subject.tail:
        raise Refused("truncated")
    try:
        with pikepdf.open(subject.file, attempt_recovery=False) as document:
            pages = len(document.pages)
            findings.details["pages"] = pages
            if pages > subject.limits.pages:
                raise Refused("too_many_pages", limit=subject.limits.pages)
            _look_for_actions(document, findings)
    except pikepdf.PasswordError:
        raise Refused("encrypted") from None
    except pikepdf.PdfError:
        raise Refused("truncated") from None


def _look_for_actions(document: pikepdf.Pdf, findings: Findings) -> None:
    """Scripts, programs to start and files inside: said, and never shown in the browser."""
    if "/AcroForm" in document.Root and "/XFA" in document.Root.AcroForm:
        findings.warn("pdf_active")
    for number, each in enumerate(document.objects):
        if number > MOST_OBJECTS:
            findings.warn("not_opened")
            return
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            _look_at(each, findings)


def _look_at(each: Any, findings: Findings) -> None:
    action = each.get("/S")
    if "/JS" in each or action in {"/JavaScript", "/Launch", "/ImportData"}:
        findings.warn("pdf_active")
    if each.get("/Type") == "/EmbeddedFile":
        findings.warn("files_inside")
    for name in ("/A", "/OpenAction"):
        inner = each.get(name)
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            _look_at(inner, findings)
