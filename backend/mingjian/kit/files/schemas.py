"""Documents as the API shows them."""

from uuid import UUID

from mingjian.kit.files.models import StoredFile
from mingjian.kit.schema import Schema


class FileOut(Schema):
    id: UUID
    media_type: str
    size: int
    sha256: str
    href: str

    @staticmethod
    def resolve_href(row: StoredFile) -> str:
        return f"/api/files/{row.id}"
