"""Documents of planning on their way out: stored files, to be saved by the reader."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mingjian.kit.access import Viewer
from mingjian.kit.files.queries import OpenFile
from mingjian.kit.streaming import Description, ranged_response
from mingjian.programme.queries.applications import application_of
from mingjian.programme.queries.contracts import contract_file
from mingjian.programme.queries.invoices import invoice_file, invoice_of


def contract_response(
    request: HttpRequest, viewer: Viewer, application_id: UUID, kind: str
) -> HttpResponseBase:
    """An application's contract as ``pdf`` or ``docx``."""
    file = contract_file(viewer, application_of(viewer, application_id), kind)
    return _saved(request, file)


def invoice_response(request: HttpRequest, viewer: Viewer, invoice_id: UUID) -> HttpResponseBase:
    """An issued invoice."""
    return _saved(request, invoice_file(viewer, invoice_of(viewer, invoice_id)))


def _saved(request: HttpRequest, file: OpenFile) -> HttpResponseBase:
    description = Description(
        media_type=file.row.media_type, etag=f'"{file.row.sha256}"', name=file.name
    )
    return ranged_response(request, file.content, description)
