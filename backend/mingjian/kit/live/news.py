"""One look at the change feed on behalf of every follower; plain blocking code.

It runs in the poller's own thread. Whoever has something to hear is asked anew who it is
and what that role may hear. On a quiet day it is enough to see every few seconds that the
login is still there; rights change by what the journal tells, or with the calendar.
"""

import logging
from dataclasses import dataclass, field
from time import monotonic
from typing import NamedTuple
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.asgi import Scope, request_of
from mingjian.kit.asgi_guard import CLOSE_CODES, login_exists, viewer_of
from mingjian.kit.errors import MingjianError, NotSignedIn
from mingjian.kit.live.topics import Change, feed, topics
from mingjian.kit.tenancy import tenant_scope

logger = logging.getLogger(__name__)

RECHECK_SECONDS = 3.0
LONGEST_TRUST_SECONDS = 60.0
"""Roles end by date without anybody doing anything."""
LONGEST_RESUME = 200
"""A follower further behind is told to read everything again."""

FAILED = 1011


class Line(NamedTuple):
    """What goes over the wire."""

    topic: str
    id: str
    version: int


class Goodbye(NamedTuple):
    """The socket is to be closed with this code."""

    code: int
    reason: str


@dataclass(eq=False, slots=True)
class Follower:
    """One open page: how to ask again who it is, and up to where it knows each journal."""

    scope: Scope
    viewer: Viewer
    since: int | None = None
    seen: dict[UUID, int] = field(default_factory=dict)
    is_new: bool = True
    checked_at: float = field(default_factory=monotonic)
    """When its rights were read last."""
    seen_at: float = field(default_factory=monotonic)
    """When its login was seen last."""
    has_missed_changes: bool = False
    """Whether its journals grew since its rights were read: they may be others now."""

    def is_due(self) -> bool:
        """Whether its rights have to be read again though there is nothing to tell."""
        age = monotonic() - self.checked_at
        return age > (RECHECK_SECONDS if self.has_missed_changes else LONGEST_TRUST_SECONDS)

    def heartbeat(self) -> Line:
        """Nothing happened, and this is the version to resume from."""
        return Line("heartbeat", "", self.seen.get(self.viewer.tenant_id, 0))

    def unheard(self, news: dict[UUID, list[Change]]) -> list[Change]:
        """The changes this follower has not been told; from now on it has."""
        changes = [
            change
            for owner, seen in self.seen.items()
            for change in news.get(owner, ())
            if change.seq > seen
        ]
        self.seen.update({change.owner_id: change.seq for change in changes})
        return changes


def look(followers: list[Follower]) -> list[tuple[Follower, Line | Goodbye]]:
    """Everything that has to be told now, and to whom."""
    told = [(each, line) for each in followers if each.is_new for line in _welcome(each)]
    news = _news_for(followers)
    for each in followers:
        changes = each.unheard(news)
        told += [(each, line) for line in _attend(each, changes)]
    return told


def _welcome(follower: Follower) -> list[Line | Goodbye]:
    """The first line says from which version the page follows: now, or where it left."""
    follower.seen = {owner: _head(owner) for owner in follower.viewer.owners}
    follower.is_new = False
    own = follower.viewer.tenant_id
    since, head = follower.since, follower.seen.get(own, 0)
    if since is None or since == head:
        return [follower.heartbeat()]
    # One number cannot say where several journals were left; nor does a page resume from
    # a version that a restored database has not reached.
    if len(follower.seen) == 1 and head - LONGEST_RESUME <= since < head:
        follower.seen[own] = since
        return [follower.heartbeat()]
    return [follower.heartbeat(), Line("*", "", head)]


def _news_for(followers: list[Follower]) -> dict[UUID, list[Change]]:
    least: dict[UUID, int] = {}
    for each in followers:
        for owner, seen in each.seen.items():
            least[owner] = min(seen, least.get(owner, seen))
    return {owner: _changes(owner, seq) for owner, seq in least.items()}


def _attend(follower: Follower, changes: list[Change]) -> list[Line | Goodbye]:
    """What one follower has to be told, a goodbye where it has lost the right to follow."""
    follower.has_missed_changes |= bool(changes)
    try:
        if follower.is_due() or _lines(follower.viewer, changes):
            return _told_by_rights_read_now(follower, changes)
        if monotonic() - follower.seen_at > RECHECK_SECONDS:
            _see_login(follower)
    except MingjianError as refusal:
        return [Goodbye(CLOSE_CODES + refusal.status, refusal.code)]
    except Exception:
        logger.exception("live updates for %s ended", follower.viewer.actor)
        return [Goodbye(FAILED, "internal error")]
    return []


def _told_by_rights_read_now(follower: Follower, changes: list[Change]) -> list[Line | Goodbye]:
    viewer = viewer_of(request_of(follower.scope))
    if viewer is None:
        raise NotSignedIn
    _adopt(follower, viewer)
    return _lines(viewer, changes)


def _see_login(follower: Follower) -> None:
    if not login_exists(request_of(follower.scope)):
        raise NotSignedIn
    follower.seen_at = monotonic()


def _adopt(follower: Follower, viewer: Viewer) -> None:
    """The login may act in another membership by now, or an engagement began or ended."""
    follower.viewer, follower.has_missed_changes = viewer, False
    follower.checked_at = follower.seen_at = monotonic()
    follower.seen = {
        owner: follower.seen[owner] if owner in follower.seen else _head(owner)
        for owner in viewer.owners
    }


def _lines(viewer: Viewer, changes: list[Change]) -> list[Line | Goodbye]:
    reachable = [change for change in changes if change.owner_id in viewer.owners]
    if not reachable:
        return []
    with tenant_scope(viewer.owners):
        return [
            Line(topic.name, str(change.object_id), change.seq)
            for topic in topics()
            for change in topic.audible(viewer, reachable)
        ]


def _head(owner: UUID) -> int:
    with tenant_scope({owner}):
        return feed().head(owner)


def _changes(owner: UUID, seq: int) -> list[Change]:
    with tenant_scope({owner}):
        return [Change(owner, *change) for change in feed().changes_since(owner, seq)]
