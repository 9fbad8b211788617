"""The life of a session."""

from django.db.models import TextChoices


class SessionState(TextChoices):
    PLANNED = "planned", "已计划"
    LOBBY = "lobby", "候场中"
    LIVE = "live", "进行中"
    ENDED = "ended", "已结束"
    CANCELLED = "cancelled", "已取消"


OPEN = frozenset({SessionState.LOBBY, SessionState.LIVE})
"""People may ask to enter, and be there."""

OVER = frozenset({SessionState.ENDED, SessionState.CANCELLED})

_NEXT: dict[str, frozenset[str]] = {
    SessionState.PLANNED: frozenset({SessionState.LOBBY, SessionState.CANCELLED}),
    SessionState.LOBBY: frozenset({SessionState.LIVE, SessionState.CANCELLED}),
    SessionState.LIVE: frozenset({SessionState.ENDED}),
    SessionState.ENDED: frozenset(),
    SessionState.CANCELLED: frozenset(),
}


def may_follow(state: str, following: str) -> bool:
    """Whether a session in ``state`` may come to ``following``."""
    return following in _NEXT[state]
