"""What an audit leaves behind: whoever stores something of a client's says so here.

Every theme that keeps anything a client gave, or anything made of it (rows with sealed columns,
files, an index, a preview, a cache), plugs a store into ``deletable_stores``. The deletion of an
audit lists what the stores hold, has it erased once the audit's key is destroyed, and looks again.
What the body has to keep as its own record is named by ``retained_stores`` instead, and sealed
anew under a key of its own before the audit's key goes (ADR 0012).
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.conf import settings

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports
from mingjian.kit.storage import blobs
from mingjian.kit.words import Words


class DeletableStore(Protocol):
    """A place where something of an audit lies until its deletion."""

    @property
    def code(self) -> str:
        """Stable, e.g. ``evidence.uploads``: inventory and certificate go by it."""

    @property
    def title(self) -> Words: ...

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterable[str]:
        """A name for each thing that is still there: a path or an id, never the client's words."""

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        """Erase all that ``traces`` names; called again where a crash came in between."""


class RetainedStore(Protocol):
    """A place where the body's own record of an audit lies under the audit's key."""

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> Words: ...

    def kept(self, owner_id: UUID, case_id: UUID) -> Iterable[str]:
        """A name for each thing that the body keeps."""

    def keep(self, viewer: Viewer, case_id: UUID) -> None:
        """Seal it under the key of the audit's records; what was sealed so already stays."""


deletable_stores: Ports[DeletableStore] = Ports("deletable_stores")
retained_stores: Ports[RetainedStore] = Ports("retained_stores")


@dataclass(frozen=True, slots=True)
class AuditDirectory:
    """Files of an audit below ``<data>/<folder>/<owner>/<audit>``: an index, a cache."""

    code: str
    title: Words
    folder: str

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        root = Path(settings.DATA)
        for file in sorted(self._place(owner_id, case_id).rglob("*")):
            yield file.relative_to(root).as_posix()

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        place = self._place(viewer.tenant_id, case_id)
        if place.exists():
            shutil.rmtree(place)

    def _place(self, owner_id: UUID, case_id: UUID) -> Path:
        return Path(settings.DATA) / self.folder / str(owner_id) / str(case_id)


@dataclass(frozen=True, slots=True)
class AuditBlobs:
    """Everything that lies under ``<owner>/<audit>/`` in the store of sealed files."""

    code: str
    title: Words

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        yield from blobs().paths(f"{owner_id}/{case_id}/")

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        for path in list(self.traces(viewer.tenant_id, case_id)):
            blobs().delete(path)
