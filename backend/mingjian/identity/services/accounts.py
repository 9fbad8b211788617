"""Accounts come into being by invitation; nobody signs up."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from mingjian.identity.entry_errors import SignInToAcceptError
from mingjian.identity.errors import PasswordRefusedError
from mingjian.identity.models import Account


def new_account(email: str, password: str) -> Account:
    """An account that is not saved yet; its password is checked and hashed."""
    if Account.objects.filter(email=email).exists():
        raise SignInToAcceptError(email=email)
    account = Account(email=email)
    try:
        validate_password(password, account)
    except ValidationError as refusal:
        raise PasswordRefusedError(why=" ".join(refusal.messages)) from None
    account.set_password(password)
    return account


def save_new(account: Account) -> None:
    """Two invitations to one address may be accepted at once; the database decides."""
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        raise SignInToAcceptError(email=account.email) from None
