"""Ports: the places where a later stage, or an adapter, is plugged in by ``wiring.py``.

An earlier stage never imports a later one. Where it needs something from it, it
declares a port and calls that; ``mingjian/wiring.py`` is the one list of what is
plugged in where.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Unplugged(RuntimeError):
    """A port was used before ``wiring.py`` plugged something in: a programming error."""


class Port(Generic[T]):
    """Exactly one adapter, e.g. who may do what, or where blobs lie."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._adapter: T | None = None

    def plug(self, adapter: T) -> None:
        self._adapter = adapter

    def __call__(self) -> T:
        if self._adapter is None:
            raise Unplugged(f"nothing is plugged into the port {self.name!r}")
        return self._adapter

    @contextmanager
    def replaced_by(self, adapter: T) -> Iterator[None]:
        """Another adapter for a while: how tests plug in a fake."""
        outer, self._adapter = self._adapter, adapter
        try:
            yield
        finally:
            self._adapter = outer


class Ports(Generic[T]):
    """Any number of contributions, asked in the order they were plugged in."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._adapters: list[T] = []

    def plug(self, *adapters: T) -> None:
        self._adapters.extend(adapters)

    @contextmanager
    def replaced_by(self, *adapters: T) -> Iterator[None]:
        """Other contributions for a while: how tests plug in fakes."""
        outer, self._adapters = self._adapters, list(adapters)
        try:
            yield
        finally:
            self._adapters = outer

    def __call__(self) -> tuple[T, ...]:
        return tuple(self._adapters)
