"""Ending logins: one's own, here or on another device."""

from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db import transaction

from mingjian.identity.devices import device_in_words
from mingjian.identity.models import Person
from mingjian.identity.queries.logins import login, logins
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def end_login(*, viewer: Viewer, account_id: UUID, login_id: int) -> None:
    """Sign that device out at once: its session is gone, its next request is nobody's."""
    with transaction.atomic():
        _end(viewer, account_id, [login(account_id, login_id)])


def end_other_logins(*, viewer: Viewer, account_id: UUID, current: str) -> None:
    """Sign out every device but the one whose session key is ``current``."""
    with transaction.atomic():
        _end(
            viewer, account_id, [each for each in logins(account_id) if each.session_key != current]
        )


def _end(viewer: Viewer, account_id: UUID, ended: list[UserSession]) -> None:
    devices = [device_in_words(each.user_agent) for each in ended]
    for each in ended:
        each.end()
    person = Person.objects.get(account=account_id, owner_id=viewer.tenant_id)
    for device in devices:
        record(viewer, "login.ended_remotely", person, reason=device)
