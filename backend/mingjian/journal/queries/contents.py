"""Sealed contents and keys, held against what was written down: every later stage has its own."""

from collections.abc import Callable, Iterator
from typing import Protocol
from uuid import UUID

from mingjian.journal.rules.findings import Finding
from mingjian.kit.keys.examination import damaged_keys
from mingjian.kit.ports import Ports


class SealedContents(Protocol):
    """A stage that keeps sealed files (adapter: ``evidence``)."""

    def faults(
        self, owner_id: UUID, examined: Callable[[int], None]
    ) -> Iterator[tuple[str, str, UUID]]:
        """Code of a finding, kind and id of every content of ``owner_id`` that is not as it was
        sealed; reads all of them."""
        ...


sealed_contents: Ports[SealedContents] = Ports("sealed_contents")


def content_findings(owner_id: UUID, examined: Callable[[int], None]) -> Iterator[Finding]:
    """Every key that does not open, then every sealed content that is not as it was."""
    for kind, object_id in damaged_keys(owner_id):
        yield Finding("key_damaged", object_kind=kind, object_id=str(object_id))
    for stage in sealed_contents():
        for code, kind, object_id in stage.faults(owner_id, examined):
            yield Finding(code, object_kind=kind, object_id=str(object_id))
