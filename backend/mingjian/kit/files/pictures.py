"""What a picture is by its content, whatever its name claims: PNG or JPEG, of sane size."""

from mingjian.kit.errors import TooLarge
from mingjian.kit.files.errors import NotAPicture, PictureTooLarge, VectorPicture

LARGEST = 2 << 20
LARGEST_SIDE = 4096
"""Pixels: a small file may unfold into gigabytes in every browser that shows it."""
PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff"
# Start-of-frame markers of JPEG; the four between them mean something else.
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def media_type_of(content: bytes) -> str:
    """The media type of an acceptable picture; otherwise the error that says what is wrong."""
    if len(content) > LARGEST:
        raise TooLarge(limit=f"{LARGEST >> 20} MiB")
    if content.startswith(PNG):
        media_type, size = "image/png", _png_size(content)
    elif content.startswith(JPEG):
        media_type, size = "image/jpeg", _jpeg_size(content)
    elif b"<svg" in content[:1000].lower():
        raise VectorPicture
    else:
        raise NotAPicture
    if max(size) > LARGEST_SIDE:
        raise PictureTooLarge(width=size[0], height=size[1], limit=LARGEST_SIDE)
    return media_type


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or PNG_END not in content:
        raise NotAPicture
    return _number(content[16:20]), _number(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header, which holds height and width."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], _number(content[at + 2 : at + 4])
        if marker in FRAMES:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        at += 1 if marker == 0xFF else 2 + max(length, 2)  # 0xFF here only fills up
    raise NotAPicture


def _number(field: bytes) -> int:
    return int.from_bytes(field, "big")
