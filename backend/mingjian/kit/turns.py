"""Turns: so many at once, and whoever comes first is next."""

from collections import deque
from threading import Condition, Lock
from time import monotonic
from weakref import WeakSet

LOOK_SECONDS = 1.0
"""How often the first in the queue looks whether those inside still exist."""


class Turns:
    """``places`` threads may be inside; the others wait in the order in which they came.

    Whoever takes a turn names an object that lives for as long: should it vanish
    without leaving, its place is free again.
    """

    def __init__(self, places: int) -> None:
        self._places = places
        self._inside: WeakSet[object] = WeakSet()
        self._waiting: deque[Condition] = deque()
        self._mutex = Lock()

    def enter(self, who: object, *, within_seconds: float) -> bool:
        """Wait for a turn; False when it did not come in time. Who is inside stays there."""
        with self._mutex:
            if who in self._inside:
                return True
            own = Condition(self._mutex)
            self._waiting.append(own)
            try:
                if not self._is_called(own, monotonic() + within_seconds):
                    return False
                self._inside.add(who)
                return True
            finally:
                self._waiting.remove(own)
                self._call_next()

    def leave(self, who: object) -> None:
        """Make room for the next; nothing happens if ``who`` is not inside."""
        with self._mutex:
            self._inside.discard(who)
            self._call_next()

    def __len__(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def _is_called(self, own: Condition, deadline: float) -> bool:
        while self._waiting[0] is not own or len(self._inside) >= self._places:
            left = deadline - monotonic()
            if left <= 0:
                return False
            own.wait(min(left, LOOK_SECONDS))
        return True

    def _call_next(self) -> None:
        if self._waiting and len(self._inside) < self._places:
            self._waiting[0].notify()
