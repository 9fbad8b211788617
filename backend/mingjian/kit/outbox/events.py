"""What an event is, and how it is written down and read back."""

from dataclasses import dataclass
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
    fields: dict[str, Any] = TypeAdapter(type(event)).dump_python(event, mode="json")
    return fields


def load(name: str, fields: dict[str, Any]) -> Event:
    """The event as it was announced."""
    return TypeAdapter(Event.known[name]).validate_python(fields)
