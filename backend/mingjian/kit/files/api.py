"""``/api/files``: a tenant's own documents, up and down."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import File, Router, Status, UploadedFile

from mingjian.kit.access import AuthorisedRequest, requires, signed_in
from mingjian.kit.files import queries, services
from mingjian.kit.files.pictures import LARGEST
from mingjian.kit.files.schemas import FileOut
from mingjian.kit.streaming import Description, ranged_response

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
def read_file(request: AuthorisedRequest, file_id: UUID) -> HttpResponseBase:
    """The document itself: pictures to be shown, everything else to be saved."""
    file = queries.open_file(request.viewer, file_id)
    description = Description(
        media_type=file.row.media_type,
        etag=f'"{file.row.sha256}"',
        name=file.name,
        is_shown=file.row.media_type.startswith("image/"),
    )
    return ranged_response(request, file.content, description)
