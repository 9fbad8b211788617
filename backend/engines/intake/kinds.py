"""What a file is by its first bytes, and which names it may carry."""

import re
from collections.abc import Callable
from dataclasses import dataclass

IMAGE, PDF, OFFICE, ARCHIVE, TEXT, SOUND, VIDEO, PROGRAM, DATA, UNKNOWN = (
    "image",
    "pdf",
    "office",
    "archive",
    "text",
    "audio",
    "video",
    "program",
    "data",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A media type and the family within which a name may be wrong without harm."""

    media_type: str
    family: str


OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
ZIP = Kind("application/zip", ARCHIVE)
OLE = Kind("application/x-ole-storage", OFFICE)
PLAIN = Kind("text/plain", TEXT)
NOTHING_KNOWN = Kind("application/octet-stream", UNKNOWN)

SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", Kind("image/png", IMAGE)),
    (0, b"\xff\xd8\xff", Kind("image/jpeg", IMAGE)),
    (0, b"GIF87a", Kind("image/gif", IMAGE)),
    (0, b"GIF89a", Kind("image/gif", IMAGE)),
    (8, b"WEBP", Kind("image/webp", IMAGE)),
    (8, b"WAVE", Kind("audio/wav", SOUND)),
    (8, b"AVI ", Kind("video/x-msvideo", VIDEO)),
    (0, b"II*\0", Kind("image/tiff", IMAGE)),
    (0, b"MM\0*", Kind("image/tiff", IMAGE)),
    (0, b"%PDF-", Kind("application/pdf", PDF)),
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (0, b"Rar!\x1a\x07", Kind("application/vnd.rar", ARCHIVE)),
    (0, b"7z\xbc\xaf\x27\x1c", Kind("application/x-7z-compressed", ARCHIVE)),
    (0, b"\x1f\x8b\x08", Kind("application/gzip", ARCHIVE)),
    (0, b"BZh", Kind("application/x-bzip2", ARCHIVE)),
    (0, b"\xfd7zXZ\0", Kind("application/x-xz", ARCHIVE)),
    (0, b"\x28\xb5\x2f\xfd", Kind("application/zstd", ARCHIVE)),
    (257, b"ustar", Kind("application/x-tar", ARCHIVE)),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (0, b"{\\rtf", Kind("application/rtf", OFFICE)),
    (0, b"\x1aE\xdf\xa3", Kind("video/webm", VIDEO)),
    (0, b"OggS", Kind("audio/ogg", SOUND)),
    (0, b"fLaC", Kind("audio/flac", SOUND)),
    (0, b"ID3", Kind("audio/mpeg", SOUND)),
    (0, b"\xff\xfb", Kind("audio/mpeg", SOUND)),
    (0, b"\xff\xf3", Kind("audio/mpeg", SOUND)),
    (0, b"\xff\xf1", Kind("audio/aac", SOUND)),
    (0, b"\xff\xf9", Kind("audio/aac", SOUND)),
    (0, b"#!AMR", Kind("audio/amr", SOUND)),
    (0, b"\0\0\x01\xba", Kind("video/mpeg", VIDEO)),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind("video/x-ms-asf", VIDEO)),
    (0, b"FLV\x01", Kind("video/x-flv", VIDEO)),
    (0, b"MZ", Kind("application/vnd.microsoft.portable-executable", PROGRAM)),
    (0, b"\x7fELF", Kind("application/x-elf", PROGRAM)),
    (0, b"\xfe\xed\xfa\xce", Kind("application/x-mach-binary", PROGRAM)),
    (0, b"\xfe\xed\xfa\xcf", Kind("application/x-mach-binary", PROGRAM)),
    (0, b"\xce\xfa\xed\xfe", Kind("application/x-mach-binary", PROGRAM)),
    (0, b"\xcf\xfa\xed\xfe", Kind("application/x-mach-binary", PROGRAM)),
    (0, b"\xca\xfe\xba\xbe", Kind("application/java-vm", PROGRAM)),
    (0, b"\0asm", Kind("application/wasm", PROGRAM)),
    (0, b"L\0\0\0\x01\x14\x02\0", Kind("application/x-ms-shortcut", PROGRAM)),
    (0, b"ITSF", Kind("application/vnd.ms-htmlhelp", PROGRAM)),
    (0, b"MSCF", Kind("application/vnd.ms-cab-compressed", PROGRAM)),
    (0, b"#!/", Kind("text/x-shellscript", PROGRAM)),
    (0, b"SQLite format 3\0", Kind("application/vnd.sqlite3", DATA)),
    (0, b"PAR1", Kind("application/vnd.apache.parquet", DATA)),
    (128, b"DICM", Kind("application/dicom", DATA)),
    (0, b"AC10", Kind("image/vnd.dwg", DATA)),
    (0, b"BM", Kind("image/bmp", IMAGE)),
)
BRANDS = {
    b"heic": Kind("image/heic", IMAGE),
    b"heix": Kind("image/heic", IMAGE),
    b"mif1": Kind("image/heic", IMAGE),
    b"msf1": Kind("image/heic", IMAGE),
    b"avif": Kind("image/avif", IMAGE),
    b"qt  ": Kind("video/quicktime", VIDEO),
    b"M4A ": Kind("audio/mp4", SOUND),
    b"M4B ": Kind("audio/mp4", SOUND),
}


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PROGRAM_NAMES = _names(
    "exe dll com scr sys msi msp bat cmd ps1 psm1 vbs vbe wsf wsh hta lnk reg chm jar apk app "
    "deb rpm sh cpl inf url scf iso img dmg vhd"
)
"""Names that start something on a double click, or mount something that does."""
NAMES: dict[str, frozenset[str]] = {
    IMAGE: _names("png jpg jpeg jpe jfif gif webp bmp tif tiff heic heif avif"),
    PDF: _names("pdf"),
    OFFICE: _names(
        "doc docx docm dot dotx xls xlsx xlsm xlsb xlt xltx ppt pptx pptm pps ppsx "
        "odt ods odp rtf wps et dps vsd vsdx mpp msg"
    ),
    ARCHIVE: _names("zip 7z rar tar gz tgz bz2 tbz xz txz zst"),
    SOUND: _names("mp3 wav ogg oga opus flac aac m4a amr wma weba"),
    VIDEO: _names("mp4 m4v mov webm mkv avi mpg mpeg wmv asf flv 3gp ts ogv mts"),
    TEXT: _names(
        "txt csv tsv json xml log md html htm svg eml yaml yml ini cfg conf sql xsd ics vcf "
        "geojson jsonl ndjson srt vtt"
    ),
}
FAMILY_OF_NAME = {name: family for family, names in NAMES.items() for name in names}
ALIKE = frozenset({SOUND, VIDEO})
"""Containers hold either; which, no name has to say."""


def kind_of(head: bytes, extension: str) -> Kind:
    """By content; ``extension`` only tells texts apart, which no byte does."""
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], Kind("video/mp4", VIDEO))
    for place, signature, kind in SIGNATURES:
        if head[place : place + len(signature)] == signature and _fits(head, kind):
            return kind
    if len(head) > 376 and head[0] == head[188] == head[376] == 0x47:
        return Kind("video/mp2t", VIDEO)
    return _text_of(head, extension) if is_text(head) else NOTHING_KNOWN


def _fits(head: bytes, kind: Kind) -> bool:
    """Two letters are no signature by themselves: a text may begin with them."""
    if kind.media_type in {"image/webp", "audio/wav", "video/x-msvideo"}:
        return head.startswith(b"RIFF")
    check = SHORT.get(kind.media_type)
    return check is None or check(head)


SHORT: dict[str, Callable[[bytes], bool]] = {
    "image/bmp": lambda head: head[6:10] == b"\0\0\0\0" and len(head) > 26,
    "application/vnd.microsoft.portable-executable": lambda head: not is_text(head),
    "application/x-bzip2": lambda head: head[4:10] == b"1AY&SY",
}
SHOWN_PAGE = re.compile(rb"<(!doctype\s+html|html|script|iframe|object|embed)[\s>]", re.I)
DRAWING = re.compile(rb"<(\w+:)?svg[\s>]", re.I)
BY_NAME = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "xml": "application/xml",
    "md": "text/markdown",
    "eml": "message/rfc822",
    "ics": "text/calendar",
    "vcf": "text/vcard",
}


def _text_of(head: bytes, extension: str) -> Kind:
    start = head[:4096]
    if DRAWING.search(start):
        return Kind("image/svg+xml", TEXT)
    if SHOWN_PAGE.search(start):
        return Kind("text/html", TEXT)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return Kind("application/xml", TEXT)
    return Kind(BY_NAME.get(extension, PLAIN.media_type), TEXT)


CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})


def is_text(head: bytes) -> bool:
    """Whether somebody could have typed it, in Unicode or in GB 18030."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return head.translate(None, CONTROLS) == head and bool(text_encoding(head))


def text_encoding(head: bytes) -> str:
    """The encoding that reads all of it but perhaps a character cut off at the end; or none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return ""
