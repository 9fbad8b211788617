"""One preview from beginning to end: the task of a confined child."""

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from engines.intake.kinds import ODF, OOXML
from engines.previews.films import preview_media
from engines.previews.office import preview_office
from engines.previews.pages import preview_pdf
from engines.previews.parts import NotMade, Preview
from engines.previews.pictures import preview_image
from engines.previews.texts import preview_text

Make = Callable[[BinaryIO, str], Preview]
MADE = "made"
TEXTS = "image/svg+xml", "text/", "application/json", "application/xml", "message/rfc822"
"""Drawings and pages of the web are shown as their source: both may hold scripts."""
MAKERS: tuple[tuple[tuple[str, ...], Make], ...] = (
    (TEXTS, preview_text),
    (("image/vnd.dwg",), lambda file, media_type: _nothing()),
    (("image/",), preview_image),
    (("application/pdf",), preview_pdf),
    ((OOXML, ODF, "application/msword", "application/vnd.ms-", "application/rtf"), preview_office),
    (("audio/", "video/"), preview_media),
)


def run(file: BinaryIO, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """What was made, as JSON, and its parts in order; or why nothing was."""
    media_type = str(given["media_type"])
    try:
        made = _maker(media_type)(file, media_type)
    except NotMade as reason:
        return {"code": reason.code, "kind": "", "details": {}, "parts": []}, []
    parts = [
        {
            "role": part.role,
            "media_type": part.media_type,
            "width": part.width,
            "height": part.height,
        }
        for part in made.parts
    ]
    answer = {"code": MADE, "kind": made.kind, "details": made.details, "parts": parts}
    return answer, [part.content for part in made.parts]


def _maker(media_type: str) -> Make:
    for beginnings, maker in MAKERS:
        if media_type.startswith(beginnings):
            return maker
    return lambda file, media_type: _nothing()


def _nothing() -> Preview:
    raise NotMade("nothing")
