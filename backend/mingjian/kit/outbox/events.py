"""What an event is, and how it is written down and read back."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact, named in the past participle: ``PersonInvited``. Subclasses add ids and scalars."""

    known: ClassVar[dict[str, type["Event"]]] = {}

    owner_id: UUID

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # A dataclass with slots is made twice; the second class is the one in use.
        Event.known[name_of(cls)] = cls


def name_of(event_type: type[Event]) -> str:
    """``identity.PersonInvited`` for the class of that name in ``mingjian/identity/events.py``."""
    module = event_type.__module__.removeprefix("mingjian.").removesuffix(".events")
    return f"{module}.{event_type.__qualname__}"


def dump(event: Event) -> dict[str, Any]:
    """The event's fields as JSON values."""
    fields: dict[str, Any] = _adapter_of(type(event)).dump_python(event, mode="json")  # type: ignore[arg-type]
    return fields


def load(name: str, fields: dict[str, Any]) -> Event:
    """The event as it was announced."""
    return _adapter_of(Event.known[name]).validate_python(fields)  # type: ignore[arg-type]


@cache
def _adapter_of(event_type: type[Event]) -> TypeAdapter[Event]:
    """Once for each kind: building takes milliseconds, using microseconds.

    Mypy takes the hash of a class for the one of its instances, hence the two remarks above.
    """
    return TypeAdapter(event_type)
