"""Second factors, as far as an administrator may touch them."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from mingjian.identity.entry_errors import NoLoginError, OwnFactorsError, SharedAccountError
from mingjian.identity.models import Person
from mingjian.identity.queries.seats import seats
from mingjian.identity.queries.tenants import administering
from mingjian.identity.security_letters import send_security_notice
from mingjian.identity.services.people import locked_person
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def reset_factors(*, viewer: Viewer, person_id: UUID, reason: str) -> Person:
    """For a lost phone: every factor and every login ends; the password alone signs in.

    Refused where another organisation relies on the same account.
    """
    if viewer.person_id == person_id:
        raise OwnFactorsError
    with administering(viewer) as tenants, transaction.atomic():
        person = locked_person(viewer, person_id)
        account = person.account
        if account is None:
            raise NoLoginError(name=person.name)
        if any(seat.tenant.id not in tenants for seat in seats(account.id)):
            raise SharedAccountError(name=person.name)
        Authenticator.objects.filter(user=account).delete()
        for login in UserSession.objects.filter(user=account):
            login.end()
        action = "login.factors_reset"
        send_security_notice(person, account.email, action, device=viewer.device, ip="")
        record(viewer, action, person, reason=reason)
    return person
