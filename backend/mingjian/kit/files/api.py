"""``/api/files``: a tenant's own documents, up and down."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from ninja import File, Router, Status, UploadedFile

from mingjian.kit.access import AuthorisedRequest, requires, signed_in
from mingjian.kit.files import queries, services
from mingjian.kit.files.pictures import LARGEST
from mingjian.kit.files.schemas import FileOut

router = Router(tags=["files"])


@router.post("/pictures", response={201: FileOut})
@requires("settings", "U")
def upload_picture(request: AuthorisedRequest, file: File[UploadedFile]) -> Any:
    """Store a PNG or JPEG of at most 2 MiB, e.g. the logo."""
    content = file.read(LARGEST + 1)
    picture = services.store_picture(viewer=request.viewer, name=file.name or "", content=content)
    return Status(201, picture)


@router.get("/{uuid:file_id}")
@signed_in
def read_file(request: AuthorisedRequest, file_id: UUID) -> HttpResponse:
    """The document itself: pictures to be shown, everything else to be saved."""
    etag = f'"{queries.stored_file(request.viewer, file_id).sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    return unchanged or _response(queries.open_file(request.viewer, file_id), etag)


def _response(file: queries.OpenFile, etag: str) -> HttpResponse:
    """Served so that nothing in it can act as a page of ours, whatever it contains."""
    is_picture = file.row.media_type.startswith("image/")
    return HttpResponse(
        file.content.read_at(0, file.content.size),
        content_type=file.row.media_type,
        headers={
            "Content-Disposition": content_disposition_header(not is_picture, file.name),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, no-cache",
            "ETag": etag,
        },
    )
