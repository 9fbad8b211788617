"""Who reacts to what; filled by ``wiring.connect()`` only."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from mingjian.kit.outbox.events import Event, name_of

AnyEvent = TypeVar("AnyEvent", bound=Event)
Handler = Callable[[Any], None]

_handlers: dict[str, dict[str, Handler]] = defaultdict(dict)


def subscribe(event_type: type[AnyEvent], handler: Callable[[AnyEvent], None]) -> None:
    """Let ``handler`` react to ``event_type``; a second time changes nothing."""
    name = f"{handler.__module__.removeprefix('mingjian.')}.{handler.__qualname__}"
    _handlers[name_of(event_type)][name] = handler


def handlers_of(event_name: str) -> dict[str, Handler]:
    """The handlers of the event called ``event_name``, by their own names."""
    return dict(_handlers[event_name])


@contextmanager
def unsubscribe_all() -> Iterator[None]:
    """For tests: no handlers but those subscribed inside the block."""
    outer = dict(_handlers)
    _handlers.clear()
    try:
        yield
    finally:
        _handlers.clear()
        _handlers.update(outer)
