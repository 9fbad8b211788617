"""The first day."""

from typing import Annotated

from pydantic import StringConstraints

from mingjian.identity.schemas.organisations import Code, CreditCode
from mingjian.kit.schema import Email, Input, Language, Line, OptionalLine, Phone, Schema

Token = Annotated[str, StringConstraints(max_length=100)]
Password = Annotated[str, StringConstraints(max_length=200)]


class BodyProfile(Input):
    name: Line
    name_en: OptionalLine = ""
    short_name: Code = ""
    approval_number: Code
    credit_code: CreditCode = ""
    address: OptionalLine = ""
    zone: Line = "Asia/Shanghai"
    language: Language = "zh-hans"


class FirstAdministratorInput(Input):
    name: Line
    email: Email
    phone: Phone = ""
    password: Password


class SetUp(Input):
    token: Token
    body: BodyProfile
    administrator: FirstAdministratorInput


class SetupState(Schema):
    is_needed: bool


class RecoveryCode(Schema):
    """Shown once; nobody can read it again."""

    recovery_code: str


class RecoveryState(Schema):
    is_confirmed: bool
    is_needed: bool
    """False where the root key lies in a service, which keeps its own backup."""


class RecoveryConfirmation(Input):
    recovery_code: Line
