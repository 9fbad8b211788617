"""Inviting people to an account, and their acceptance."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.entry_errors import (
    AccountTakenError,
    HasLoginError,
    InvitationSettledError,
    OtherAccountError,
)
from mingjian.identity.errors import InactivePersonError
from mingjian.identity.events import InvitationAccepted
from mingjian.identity.letters import send_invitation
from mingjian.identity.links import hash_of, new_token, owner_of
from mingjian.identity.models import Account, Invitation, Person
from mingjian.identity.queries.links import arriving, usable_invitation
from mingjian.identity.queries.tenants import administered_tenant, administering
from mingjian.identity.services.accounts import new_account, save_new
from mingjian.identity.services.people import locked_person
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.kit.tenancy import tenant_scope

VALID_FOR = timedelta(days=7)


def invite(*, viewer: Viewer, person_id: UUID) -> Invitation:
    """Mail a person the link to their account; earlier links of theirs stop working."""
    with administering(viewer), transaction.atomic():
        person = locked_person(viewer, person_id)
        _check(person)
        for earlier in person.invitations.filter(used_at=None, revoked_at=None):
            _revoke(viewer, earlier, reason="")
        invitation = Invitation(owner_id=person.owner_id, person=person)
        _send(viewer, invitation)
        record(viewer, "invitation.sent", invitation)
    return invitation


def resend(*, viewer: Viewer, invitation_id: UUID) -> Invitation:
    """Mail a new link to the person's present address; the old link stops working."""
    with administering(viewer), transaction.atomic():
        invitation = _locked(viewer, invitation_id)
        _check(invitation.person)
        before = invitation.digest()
        _send(viewer, invitation)
        record(viewer, "invitation.sent_again", invitation, before=before)
    return invitation


def revoke(*, viewer: Viewer, invitation_id: UUID, reason: str = "") -> Invitation:
    """The link stops working at once."""
    with administering(viewer), transaction.atomic():
        invitation = _locked(viewer, invitation_id)
        _revoke(viewer, invitation, reason)
    return invitation


def accept(
    *, token: str, account: Account | None = None, password: str = "", device: str = ""
) -> Account:
    """Give the invited person their login: ``account`` where they have one, else a new one.

    Hashing the password takes its time on purpose and happens before the transaction.
    """
    with tenant_scope({owner_of(token)}):
        email = usable_invitation(token, Invitation.objects.all()).email
    login = account or new_account(email, password)
    if login.email != email:
        raise OtherAccountError(email=email, current=login.email)
    with tenant_scope({owner_of(token)}), transaction.atomic():
        locked = Invitation.objects.select_for_update(of=("self",))
        invitation = usable_invitation(token, locked)
        if account is None:
            save_new(login)
        _join(invitation, login, device)
    return login


def _join(invitation: Invitation, account: Account, device: str) -> None:
    person = invitation.person
    viewer = replace(arriving(person), device=device)
    before, person_before = invitation.digest(), person.digest()
    _link(person, account)
    invitation.used_at = clock.now()
    invitation.save(update_fields=["used_at"])
    announce(InvitationAccepted(owner_id=person.owner_id, person_id=person.id))
    record(viewer, "person.signed_up", person, before=person_before)
    record(viewer, "invitation.accepted", invitation, before=before)


def _link(person: Person, account: Account) -> None:
    try:
        with transaction.atomic():
            person.account = account
            person.save(update_fields=["account"])
    except IntegrityError:
        raise AccountTakenError(email=account.email) from None


def _check(person: Person) -> None:
    if person.account_id:
        raise HasLoginError(name=person.name)
    if not person.is_active:
        raise InactivePersonError


def _send(viewer: Viewer, invitation: Invitation) -> None:
    person = invitation.person
    token = new_token(invitation.owner_id)
    invitation.email = person.email
    invitation.token_hash = hash_of(token)
    invitation.expires_at = clock.now() + VALID_FOR
    invitation.revoked_at = None
    invitation.save()
    send_invitation(invitation, administered_tenant(viewer, invitation.owner_id), token)


def _revoke(viewer: Viewer, invitation: Invitation, reason: str) -> None:
    if invitation.revoked_at:
        return
    before = invitation.digest()
    invitation.revoked_at = clock.now()
    invitation.save(update_fields=["revoked_at"])
    record(viewer, "invitation.revoked", invitation, before=before, reason=reason)


def _locked(viewer: Viewer, invitation_id: UUID) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("person")
    invitation = rows.filter(id=invitation_id).first()
    if invitation is None:
        raise NotFound
    administered_tenant(viewer, invitation.owner_id)
    if invitation.used_at:
        raise InvitationSettledError
    return invitation
