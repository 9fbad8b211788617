"""Pictures, sound and film: whole, and no larger than they look."""

import warnings
from collections.abc import Callable

from PIL import Image, ImageFile, UnidentifiedImageError

from engines.intake.verdict import Findings, Refused, Subject

UNREADABLE = frozenset({"image/heic", "image/avif"})
"""Pictures for which there is no decoder here."""
ISO = frozenset({"video/mp4", "video/quicktime", "audio/mp4"})
PROBED = 512


def look_into_image(subject: Subject, findings: Findings) -> None:
    """Its size before it is unfolded; then all of it, at an eighth of the size where possible."""
    if findings.media_type in UNREADABLE:
        return
    Image.MAX_IMAGE_PIXELS = None  # ours is asked below, before anything is unfolded
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(subject.file) as picture:
                width, height = picture.size
                findings.details |= {"width": width, "height": height}
                if width * height > subject.limits.pixels:
                    raise Refused("pixel_bomb", width=width, height=height)
                picture.draft("RGB", (PROBED, PROBED))
                picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise Refused("truncated") from None


def look_into_media(subject: Subject, findings: Findings) -> None:
    """The boxes or the length that the container states, against the bytes that there are."""
    look = CONTAINERS.get(findings.media_type)
    if look:
        look(subject)


def _iso(subject: Subject) -> None:
    """Every box ends within the file, and one says how to read the others."""
    place = 0
    kinds: set[bytes] = set()
    while place < subject.size and len(kinds) < 100:
        subject.file.seek(place)
        header = subject.file.read(16)
        size, kind = int.from_bytes(header[:4], "big"), header[4:8]
        if size == 1:
            size = int.from_bytes(header[8:16], "big")
        if size == 0:
            size = subject.size - place
        if size < 8 or place + size > subject.size:
            raise Refused("truncated")
        kinds.add(kind)
        place += size
    if not kinds & {b"moov", b"moof"}:
        raise Refused("truncated")


def _riff(subject: Subject) -> None:
    """Streams that nobody closed state no length (0 or all ones), and play nevertheless."""
    stated = int.from_bytes(subject.head[4:8], "little")
    if stated not in {0, 0xFFFFFFFF} and stated + 8 > subject.size + 1:
        raise Refused("truncated")


CONTAINERS: dict[str, Callable[[Subject], None]] = {
    **dict.fromkeys(ISO, _iso),
    "audio/wav": _riff,
    "video/x-msvideo": _riff,
}
