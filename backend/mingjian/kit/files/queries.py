"""Reading a tenant's own documents."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.crypto import SealedReader
from mingjian.kit.errors import NotFound
from mingjian.kit.files.models import StoredFile
from mingjian.kit.keys.services import open_text, tenant_secret
from mingjian.kit.storage import BlobFile, blobs


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A document whose name and content are open to the viewer."""

    row: StoredFile
    name: str
    content: SealedReader


def stored_file(viewer: Viewer, file_id: UUID) -> StoredFile:
    row = StoredFile.objects.filter(owner_id__in=viewer.owners, pk=file_id).first()
    if row is None:
        raise NotFound
    return row


def open_file(viewer: Viewer, file_id: UUID) -> OpenFile:
    """The document, ready to be read anywhere in it."""
    row = stored_file(viewer, file_id)
    name = open_text(tenant_secret(row.owner_id, "file.name", row.id), row.name, row.path)
    key = tenant_secret(row.owner_id, "file", row.id)
    return OpenFile(row, name, SealedReader(BlobFile(blobs(), row.path), key, row.path.encode()))
