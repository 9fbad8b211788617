"""Several hands on one thing at the same instant."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections

HANDS = 4


def at_once(act: Callable[[int], Any]) -> list[Any]:
    """What ``act`` gave each of four threads that started together."""
    barrier = Barrier(HANDS)

    def run(number: int) -> Any:
        barrier.wait()
        try:
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(run, range(HANDS)))
