"""Names of files as other people's computers give them: any script, any encoding, any trick."""

import unicodedata

LONGEST = 200
NAMELESS = "未命名"
ENCODINGS = ("utf-8", "gb18030")


def decoded(raw: bytes) -> str:
    """Text of unknown encoding: UTF-8, else GB18030 as older Chinese programs write it."""
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def safe_name(given: str) -> str:
    """The last part of a path, without controls and marks that turn its direction around."""
    parts = _parts(given)
    return _shortened(parts[-1]) if parts else NAMELESS


def folder_of(given: str) -> str:
    """The folders of a relative path, none of which leads upwards."""
    return "/".join(part[:LONGEST] for part in _parts(given)[:-1])


def _parts(path: str) -> list[str]:
    normal = unicodedata.normalize("NFC", path).replace("\\", "/")
    parts = ("".join(filter(str.isprintable, part)).strip() for part in normal.split("/"))
    return [part for part in parts if part.strip(".")]


def _shortened(name: str) -> str:
    """Not longer than a name may be; the ending, by which people know the type, stays."""
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 20:
        return name[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"
