"""Storing a tenant's own documents. Whoever refers to one journals that (kit has no journal)."""

import hashlib
import io

from django.db import transaction

from mingjian.kit.access import Viewer
from mingjian.kit.crypto import seal, sealed_size
from mingjian.kit.files import pictures
from mingjian.kit.files.models import StoredFile
from mingjian.kit.keys.services import seal_text, tenant_secret
from mingjian.kit.storage import blobs

LONGEST_NAME = 200


def store_picture(*, viewer: Viewer, name: str, content: bytes) -> StoredFile:
    """Seal a picture of the viewer's own tenant, e.g. its logo."""
    return _store(viewer, name, pictures.media_type_of(content), content)


def store_document(*, viewer: Viewer, name: str, media_type: str, content: bytes) -> StoredFile:
    """Seal a document of the viewer's own tenant that the product itself has made."""
    return _store(viewer, name, media_type, content)


def _store(viewer: Viewer, name: str, media_type: str, content: bytes) -> StoredFile:
    """Content first, row second: a crash in between leaves ciphertext that nothing names."""
    row = StoredFile(owner_id=viewer.tenant_id, media_type=media_type, size=len(content))
    row.sha256 = hashlib.sha256(content).hexdigest()
    name_key = tenant_secret(row.owner_id, "file.name", row.id)
    row.name = seal_text(name_key, _printable(name), row.path)
    key = tenant_secret(row.owner_id, "file", row.id)
    with blobs().writing(row.path, sealed_size(row.size)) as target:
        seal(io.BytesIO(content), target, key=key, context=row.path.encode())
    with transaction.atomic():
        row.save(force_insert=True)
    return row


def _printable(name: str) -> str:
    """The name as it may stand in a header and on a page."""
    return "".join(filter(str.isprintable, name))[:LONGEST_NAME]
