"""What is said of a file when its upload begins."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AliasChoices, AwareDatetime, BaseModel, Field, StringConstraints
from pydantic import ValidationError as Invalid

from mingjian.evidence.errors.uploads import UploadMetadataError
from mingjian.evidence.rules.redactions import checked_redactions, read_redactions

OCTETS = "application/octet-stream"
MediaType = Annotated[str, StringConstraints(pattern=r"^[\w.+-]{1,60}/[\w.+-]{1,38}$")]


class UploadedFile(BaseModel):
    """The metadata of a tus upload; what else a program sends is ignored."""

    case: UUID
    name: str = Field("", validation_alias=AliasChoices("name", "filename"))
    type: MediaType | Literal[""] = Field("", validation_alias=AliasChoices("type", "filetype"))
    path: str = Field("", validation_alias=AliasChoices("relativePath", "path"))
    kind: Literal["file", "capture", "clip", "recording", "delivery"] = "file"
    origin: Literal["upload", "external", "device_still", "device_queue"] = "upload"
    """Never the server: what it captures itself does not come through here."""
    note: Annotated[str, StringConstraints(max_length=4000)] = ""
    replaces: UUID | None = None
    request: UUID | None = None
    site: UUID | None = None
    plan_item: UUID | None = None
    arose_at: AwareDatetime | None = None
    effective_on: date | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    """Of the whole content, where the sender knows it beforehand."""

    original_sha256: str = ""
    redactions: str = ""
    """What was covered on the device, as ``rules.redactions`` describes it."""
    redaction_reason: Annotated[str, StringConstraints(max_length=500)] = ""

    @classmethod
    def of(cls, metadata: Mapping[str, str]) -> "UploadedFile":
        """Empty values are as good as none."""
        try:
            known = cls.model_validate({key: value for key, value in metadata.items() if value})
        except Invalid as error:
            field = str(error.errors()[0]["loc"][0])
            raise UploadMetadataError(field=field) from None
        checked_redactions(known.original_sha256, read_redactions(known.redactions))
        return known
