"""Global search: every stage that has something to find registers a source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports
from mingjian.kit.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found: what it is called, a line about it, and its page."""

    key: str
    title: str
    subtitle: str
    href: str


class SearchSource(Protocol):
    """A stage's answer to a search; it shows what the viewer may read, and nothing else."""

    kind: str
    """E.g. ``people``; groups hits, stable."""
    title: Words

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterable[Hit]: ...


search_sources: Ports[SearchSource] = Ports("search_sources")
