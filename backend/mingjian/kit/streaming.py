"""Ranged answers from a seekable source: how pictures, clips and documents leave the house.

Django's ``FileResponse`` under ASGI reads the whole file into memory and ignores ``Range``.
Here the body is an asynchronous iterator over small pieces; the view, its transaction and
its tenant scope have ended before the first piece, and so has its database connection.
"""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")


class Reader(Protocol):
    """A sealed file or any other source that can be read from anywhere; it holds nothing open."""

    @property
    def size(self) -> int: ...

    def read_at(self, offset: int, length: int) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the answer says of its content."""

    media_type: str
    etag: str
    """Strong and quoted: it changes whenever a byte does."""
    name: str
    is_shown: bool = False
    """Whether the browser may show it; otherwise it is saved."""


def ranged_response(
    request: HttpRequest, reader: Reader, description: Description
) -> HttpResponseBase:
    """The whole of ``reader``, or the one range asked for."""
    unchanged = get_conditional_response(request, etag=description.etag)
    if unchanged is not None:
        return unchanged
    asked = _asked_for(request, reader.size, description.etag)
    part = range(reader.size) if asked is None else asked
    if asked is not None and not part:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{reader.size}"})
    status = 200 if asked is None else 206
    response = (
        HttpResponse(status=status)
        if request.method == "HEAD"
        else StreamingHttpResponse(_pieces(reader, part), status=status)
    )
    _describe(response, description, part)
    if asked is not None:
        last = part.stop - 1
        response.headers["Content-Range"] = f"bytes {part.start}-{last}/{reader.size}"
    return response


async def _pieces(reader: Reader, part: range) -> AsyncIterator[bytes]:
    """Read in the request's own thread, whose database connection goes first."""
    await sync_to_async(close_old_connections)()
    read = sync_to_async(reader.read_at)
    for offset in part[::PIECE]:
        yield await read(offset, min(PIECE, part.stop - offset))


def _asked_for(request: HttpRequest, size: int, etag: str) -> range | None:
    """The range to send, empty where it lies outside; ``None`` means everything.

    A range that cannot be read, several at once, and one of another version are answered
    with everything, as RFC 9110 has it.
    """
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = (int(number) if number else None for number in asked.groups())
    if first is None:
        return None if last is None else range(max(0, size - last), size)
    if last is not None and last < first:
        return None
    return range(first, size if last is None else min(last + 1, size))


def _describe(response: HttpResponseBase, description: Description, part: range) -> None:
    response["Content-Type"] = description.media_type
    response["Content-Length"] = str(len(part))
    response["Content-Disposition"] = (
        content_disposition_header(not description.is_shown, description.name) or "inline"
    )
    # Nothing in it can act as a page of ours, whatever it contains.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = description.etag


def saved(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A small file that is whole already, for the browser to save under ``name``."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def sent_piece_by_piece(pieces: Iterator[bytes], name: str, media_type: str) -> HttpResponseBase:
    """A file that is made while it is sent: of unknown length, to be saved, never to be shown.

    Where ``pieces`` fails the connection breaks, so that no browser takes it for whole.
    """
    response = StreamingHttpResponse(_as_they_come(pieces), content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


async def _as_they_come(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    await sync_to_async(close_old_connections)()
    step = sync_to_async(partial(next, pieces, None))
    while (piece := await step()) is not None:
        yield piece
