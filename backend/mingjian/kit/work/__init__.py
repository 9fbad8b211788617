"""What waits for whom: every stage contributes, the home page lists it by due date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports
from mingjian.kit.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """One thing a viewer has to do, with the verb that does it."""

    key: str
    """Stable while the item waits, e.g. ``invitation:<id>``."""
    title: Words
    verb: Words
    href: str
    """The page of the web client where it is done."""
    due: date | None = None
    """A local date of the body; None comes last."""
    subject: str = ""
    """What it is about in a few words: a client, an audit, a person."""


class WorkSource(Protocol):
    """A stage's answer to "what waits for this viewer?"."""

    def items(self, viewer: Viewer) -> Iterable[WorkItem]: ...


work_sources: Ports[WorkSource] = Ports("work_sources")


def work_of(viewer: Viewer) -> list[WorkItem]:
    """Everything that waits for ``viewer``, the earliest due date first."""
    items = [item for source in work_sources() for item in source.items(viewer)]
    return sorted(items, key=lambda item: (item.due or date.max, item.key))
