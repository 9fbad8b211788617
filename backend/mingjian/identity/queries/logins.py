"""Where an account is signed in."""

from uuid import UUID

from allauth.usersessions.models import UserSession

from mingjian.identity.models import Account
from mingjian.kit.errors import NotFound


def logins(account_id: UUID) -> list[UserSession]:
    """The account's living logins, last seen first; dead ones are swept on the way."""
    living: list[UserSession] = UserSession.objects.purge_and_list(Account(pk=account_id))
    return sorted(living, key=lambda login: login.last_seen_at, reverse=True)


def login(account_id: UUID, login_id: int) -> UserSession:
    found = UserSession.objects.filter(user_id=account_id, pk=login_id).first()
    if found is None:
        raise NotFound
    return found
