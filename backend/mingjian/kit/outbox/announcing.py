"""Putting an event into the outbox."""

from django.apps import apps
from django.db import transaction

from mingjian.kit.outbox.events import Event, dump, name_of


class OutsideTransaction(RuntimeError):
    """An event would outlive a change that fails: announce inside ``transaction.atomic()``."""


def announce(event: Event) -> None:
    """Announce ``event`` in the caller's transaction; if that rolls back, nothing was said."""
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(name_of(type(event)))
    # Stages import this package before the registry of models is ready.
    apps.get_model("outbox", "Announcement").objects.create(
        owner_id=event.owner_id, name=name_of(type(event)), fields=dump(event)
    )
