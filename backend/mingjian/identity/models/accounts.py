"""The login: an e-mail address and a password, global and of no tenant."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from mingjian.kit import clock
from mingjian.kit.ids import uuid7


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; addresses are kept in lower case so that each exists once."""

    def create_user(self, email: str, password: str | None = None, **rest: Any) -> "Account":
        account = self.model(email=email.strip().lower(), **rest)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Proves who somebody is; what they may do follows from their memberships."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.email
