"""What the media server's list of participants says about our own: who came, who went."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple


class Seen(NamedTuple):
    """A connection on the media server's list."""

    connection: str
    identity: str
    joined_at: datetime


class Reconciled(NamedTuple):
    """What has to be written down so that our list says what the server's does."""

    came: tuple[Seen, ...]
    went: Mapping[str, datetime]
    """Connection → when it left, as well as that can be known."""
    stayed: frozenset[str]


def reconcile(known: Mapping[str, datetime], listed: Collection[Seen], at: datetime) -> Reconciled:
    """``known``: connection → when it was seen last, for those that have not left."""
    there = {each.connection for each in listed}
    # It left between two looks: the middle is wrong by half of what lies between at most.
    gone = {name: seen + (at - seen) / 2 for name, seen in known.items() if name not in there}
    came = tuple(each for each in listed if each.connection not in known)
    return Reconciled(came, gone, frozenset(there & known.keys()))
