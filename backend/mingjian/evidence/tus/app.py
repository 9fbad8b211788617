"""The methods of tus 1.0.0, one after the other; docs/tus.md says which rule is tested where.

The guard in front has checked host, Origin, CSRF token, sign-in and the role's right; here
the case is reached as everywhere, and an upload only by the person who began it. Every part
that touches the database or the disk runs in a thread; none of it runs per byte.
"""

import re
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import UTC
from email.utils import format_datetime
from uuid import UUID

from mingjian.evidence.access import reach_receiving
from mingjian.evidence.errors.uploads import (
    DeferredLengthError,
    UploadExpiredError,
    UploadLengthError,
    UploadOffsetError,
    UploadVersionError,
)
from mingjian.evidence.models import Upload
from mingjian.evidence.queries.uploads import completed_by, has_expired, metadata_of, upload_of
from mingjian.evidence.rules.quotas import LARGEST
from mingjian.evidence.rules.tus import (
    ALGORITHMS,
    CONTENT_TYPE,
    EXTENSIONS,
    VERSION,
    Checksum,
    metadata_in,
    number_in,
)
from mingjian.evidence.rules.uploaded_file import UploadedFile
from mingjian.evidence.services.receiving import Receiving, durable_offset, receiving
from mingjian.evidence.services.uploads import begin_upload, complete_upload, end_upload
from mingjian.evidence.tus.incoming import pour, pour_checked
from mingjian.evidence.tus.turns import Turn, Turns
from mingjian.kit.access import Viewer
from mingjian.kit.asgi import Receive, Scope, Send, respond
from mingjian.kit.asgi_guard import SAFE_METHODS, in_own_thread
from mingjian.kit.errors import MingjianError, NotFound, WrongContentType, WrongMethod
from mingjian.kit.tenancy import tenant_scope

PREFIX = "/uploads"
TUS_HEADERS = ((b"tus-resumable", VERSION.encode()), (b"tus-version", VERSION.encode()))
NEVER_KEPT = (b"cache-control", b"no-store")
_PATH = re.compile(rf"{PREFIX}(?:/(?P<id>[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}))?/?")
_turns = Turns()


class Call:
    """One request, as the methods below need it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self.receive, self._send = scope, receive, send
        self.viewer: Viewer = scope["viewer"]
        self.headers = {name.decode("latin-1"): value for name, value in scope["headers"]}
        self.method = self._method()

    def header(self, name: str) -> str:
        value: bytes = self.headers.get(name.lower(), b"")
        return value.decode("latin-1")

    def number(self, name: str) -> int:
        return number_in(name, self.header(name))

    @property
    def has_part(self) -> bool:
        return self.header("Content-Type") == CONTENT_TYPE

    @property
    def checksum(self) -> Checksum | None:
        """What the sender says of this request's bytes."""
        header = self.header("Upload-Checksum")
        return Checksum(header) if header else None

    async def answer(self, status: int, **headers: object) -> None:
        """``upload_offset=5`` becomes ``Upload-Offset: 5``; empty values are left out."""
        named = (
            (name.replace("_", "-").encode(), str(value).encode())
            for name, value in headers.items()
            if value != ""
        )
        await respond(self.scope, self._send, status, headers=(*TUS_HEADERS, NEVER_KEPT, *named))

    def _method(self) -> str:
        """Also of a client that can only send POST; never of one that skipped the CSRF check."""
        given: str = self.scope["method"]
        instead = self.header("X-HTTP-Method-Override").upper()
        if instead and given in SAFE_METHODS:
            raise WrongMethod(method=given)
        return str(instead or given)


async def uploads(scope: Scope, receive: Receive, send: Send) -> None:
    """The ASGI application behind ``/uploads``."""
    call = Call(scope, receive, send)
    match = _PATH.fullmatch(scope["path"])
    if not match:
        raise NotFound
    if call.method == "OPTIONS":
        await _options(call)
        return
    if call.header("Tus-Resumable") != VERSION:
        raise UploadVersionError
    method = (ON_UPLOAD if match["id"] else ON_COLLECTION).get(call.method)
    if method is None:
        raise WrongMethod(method=call.method)
    await method(call, match["id"] or "")


async def _options(call: Call) -> None:
    await call.answer(
        204,
        tus_extension=",".join(EXTENSIONS),
        tus_max_size=LARGEST,
        tus_checksum_algorithm=",".join(ALGORITHMS),
    )


async def _create(call: Call, _: str) -> None:
    if call.header("Upload-Defer-Length") or call.header("Upload-Concat"):
        raise DeferredLengthError
    length, checksum = call.number("Upload-Length"), call.checksum
    row = await in_own_thread(_begun, call.viewer, length, call.header("Upload-Metadata"))
    more: dict[str, object] = {}
    if call.has_part or not length:
        more["upload_offset"] = await _first_part(call, row, checksum)
    await call.answer(201, location=f"{PREFIX}/{row.id}", upload_expires=_expires(row), **more)


async def _first_part(call: Call, row: Upload, checksum: Checksum | None) -> int:
    """What came with the creation; where it is refused, its sender never learns the address."""
    async with _turns.taken(row.id) as turn:
        try:
            return await _receive(call, row, turn, checksum)
        except MingjianError:
            await in_own_thread(_cancelled, call.viewer, row)
            raise


async def _head(call: Call, given: str) -> None:
    async with _turns.taken(UUID(given)) as turn:
        try:
            row = await in_own_thread(_reached, call.viewer, UUID(given))
        except NotFound:
            size = await in_own_thread(_completed_size, call.viewer, UUID(given))
            await call.answer(200, upload_offset=size, upload_length=size)
            return
        offset, metadata = await in_own_thread(_state, call.viewer, row)
        if offset == row.length:
            # Everything is here, and what followed failed: once more, for nobody will resend.
            offset = await _receive(call, row, turn, None, is_empty=True)
    await call.answer(
        200,
        upload_offset=offset,
        upload_length=row.length,
        upload_metadata=metadata,
        upload_expires=_expires(row),
    )


async def _patch(call: Call, given: str) -> None:
    if not call.has_part:
        raise WrongContentType(given=call.header("Content-Type"), expected=CONTENT_TYPE)
    asked, checksum = call.number("Upload-Offset"), call.checksum
    async with _turns.taken(UUID(given)) as turn:
        row = await in_own_thread(_reached, call.viewer, UUID(given))
        offset = await _receive(call, row, turn, checksum, asked=asked)
    await call.answer(204, upload_offset=offset, upload_expires=_expires(row))


async def _delete(call: Call, given: str) -> None:
    async with _turns.taken(UUID(given)):
        row = await in_own_thread(_reached, call.viewer, UUID(given))
        await in_own_thread(_cancelled, call.viewer, row)
    await call.answer(204)


Method = Callable[[Call, str], Awaitable[None]]
ON_COLLECTION: dict[str, Method] = {"POST": _create}
ON_UPLOAD: dict[str, Method] = {"HEAD": _head, "PATCH": _patch, "DELETE": _delete}


async def _receive(
    call: Call,
    row: Upload,
    turn: Turn,
    checksum: Checksum | None,
    *,
    asked: int | None = None,
    is_empty: bool = False,
) -> int:
    """Take the body into the upload, and make an item of it when its last byte has come."""
    with ExitStack() as held:
        file = await in_own_thread(held.enter_context, receiving(row))
        if asked is not None and asked != file.offset:
            raise UploadOffsetError(offset=file.offset)
        left = row.length - file.offset
        _check_declared(call, row, left, is_empty=is_empty)
        if left and not is_empty:
            try:
                if checksum:
                    await pour_checked(call.receive, file, left, turn, checksum)
                else:
                    await pour(call.receive, file, left, turn)
            finally:
                if not file.is_whole:
                    await in_own_thread(_paused, call.viewer, row, file)
        if file.is_whole:
            await in_own_thread(_completed, call.viewer, row, file)
        return file.offset


def _check_declared(call: Call, row: Upload, left: int, *, is_empty: bool) -> None:
    declared = call.header("Content-Length")
    if not is_empty and declared and number_in("Content-Length", declared) > left:
        raise UploadLengthError(length=row.length)


def _begun(viewer: Viewer, length: int, metadata: str) -> Upload:
    known = UploadedFile.of(metadata_in(metadata))
    with tenant_scope(viewer.owners):
        reach_receiving(viewer, known.case)
        return begin_upload(viewer=viewer, length=length, metadata=metadata)


def _reached(viewer: Viewer, upload_id: UUID) -> Upload:
    with tenant_scope(viewer.owners):
        row = upload_of(viewer, upload_id)
        if row is None:
            raise NotFound
        reach_receiving(viewer, row.case_id)
    if has_expired(row):
        raise UploadExpiredError
    return row


def _completed_size(viewer: Viewer, item_id: UUID) -> int:
    with tenant_scope(viewer.owners):
        item = completed_by(viewer, item_id)
    if item is None:
        raise NotFound
    return item.size


def _state(viewer: Viewer, row: Upload) -> tuple[int, str]:
    return durable_offset(row), metadata_of(row)


def _paused(viewer: Viewer, row: Upload, file: Receiving) -> None:
    """Keep the tail in the row, unless there is none and was none."""
    tail = file.pause()
    if tail != row.tail:
        with tenant_scope(viewer.owners):
            Upload.objects.filter(id=row.id).update(tail=tail)


def _completed(viewer: Viewer, row: Upload, file: Receiving) -> None:
    complete_upload(viewer=viewer, row=row, sealed=file.finish())


def _cancelled(viewer: Viewer, row: Upload) -> None:
    with tenant_scope(viewer.owners):
        end_upload(viewer=viewer, row=row, action="upload.cancelled")


def _expires(row: Upload) -> str:
    return format_datetime(row.expires_at.astimezone(UTC), usegmt=True)
