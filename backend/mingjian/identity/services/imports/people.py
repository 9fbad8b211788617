"""People with their roles, of the own body and of the organisations it engages."""

import re
from collections.abc import Iterator
from uuid import UUID

from mingjian.identity.models import Membership, Person, Tenant
from mingjian.identity.rules import ROLES, ROLES_OF_KIND
from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.identity.services.imports.parties import own_or_named
from mingjian.identity.services.memberships import grant_membership
from mingjian.identity.services.people import add_person
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Email, Input, Line, OptionalLine, Phone
from mingjian.kit.words import in_language

TAKEN = ("该机构已有人使用此邮箱。", "Somebody of this organisation has this address.")
REPEATED = ("与前面的行重复。", "An earlier row has the same.")
NOT_A_ROLE = ("“{role}”不是该类机构可以授予的角色。", "“{role}” is no role there.")
IN_USE = ("此人已可登录或已被修改，予以保留。", "Can sign in or was changed since; kept.")


class PersonRow(Input):
    name: Line
    email: Email
    phone: Phone = ""
    roles: OptionalLine = ""
    organisation: OptionalLine = ""


class PeopleImport(Kind[PersonRow]):
    name = "people"
    title = ("人员", "People")
    note = (
        "可一次导入本机构与客户的人员及其角色；不会发出邀请，之后可在“人员与角色”中邀请。",
        "Adds people of your own body and of clients, with their roles. "
        "No invitation is sent; invite them one by one under People.",
    )
    page = "/people"
    rule = Rule("people", "C")
    row = PersonRow
    columns = (
        Column("name", ("姓名", "Name"), "陈星野", ("必填", "required")),
        Column("email", ("邮箱", "E-mail"), "chen@example.com", ("必填", "required")),
        Column("phone", ("电话", "Phone"), "138 0000 1111", ("可不填", "optional")),
        Column(
            "roles",
            ("角色", "Roles"),
            "审核员、技术专家",
            ("名称或代码，用顿号或逗号分隔；可不填", "names or codes with commas; optional"),
        ),
        Column(
            "organisation",
            ("组织", "Organisation"),
            "",
            ("客户或监管部门的名称；本机构人员不填", "a client or authority; empty for your own"),
        ),
    )

    def check(self, row: PersonRow) -> dict[str, str]:
        try:
            tenant_id = own_or_named(self.viewer, row.organisation)
        except ValueError as refusal:
            return {"organisation": str(refusal)}
        wrong = {}
        if self.is_repeated((tenant_id, row.email)):
            wrong["email"] = in_language(REPEATED)
        elif Person.objects.filter(owner_id=tenant_id, email=row.email).exists():
            wrong["email"] = in_language(TAKEN)
        allowed = ROLES_OF_KIND[Tenant.objects.get(id=tenant_id).kind]
        for role in _roles(row.roles):
            if role not in allowed:
                wrong["roles"] = in_language(NOT_A_ROLE).format(role=role)
        return wrong

    def make(self, row: PersonRow) -> UUID:
        person = add_person(
            viewer=self.viewer,
            tenant_id=own_or_named(self.viewer, row.organisation),
            name=row.name,
            email=row.email,
            phone=row.phone,
        )
        for role in _roles(row.roles):
            grant_membership(viewer=self.viewer, person_id=person.id, role=role)
        return person.id

    def unmake(self, made: UUID) -> str:
        untouched = Person.objects.filter(id=made, version=1, account=None, invitations=None)
        person = untouched.first()
        if person is None:
            return in_language(IN_USE)
        for membership in Membership.objects.filter(person=person):
            before = membership.digest()
            Membership.objects.filter(id=membership.id).delete()
            record(self.viewer, "membership.removed", membership, before=before, removed=True)
        before = person.digest()
        untouched.delete()
        record(self.viewer, "person.removed", person, before=before, removed=True)
        return ""


def _roles(text: str) -> Iterator[str]:
    """Role codes of names or codes as somebody typed them; what is no role stays as typed."""
    codes = {name.lower(): code for code, names in ROLES.items() for name in (code, *names)}
    # A name such as 见证人 / 观察员 holds a slash of its own.
    for typed in filter(None, map(str.strip, re.split(r"[、,，;；]", text))):
        yield codes.get(typed.lower(), typed)
