"""A stand-in for ``identity`` behind the port :data:`mingjian.kit.access.authority`.

For tests of building blocks, which know no people: who a login is, is written into
its session by :meth:`FakeAuthority.sign_in`; what a role may do is a plain set.
"""

from dataclasses import replace
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from mingjian.kit.access import Facts, Grant, Rule, Viewer
from mingjian.kit.ids import uuid7

MEMBER = "fake_member"


class FakeAuthority:
    """Members by name, and the rights of each role."""

    def __init__(self) -> None:
        self.members: dict[str, Viewer] = {}
        self.rights: dict[str, set[tuple[str, str]]] = {}
        self.qualified: dict[str, str] = {}
        """Objects of which every role sees some rows only: object → qualifier."""

    def viewer(self, request: HttpRequest) -> Viewer | None:
        return self.members.get(request.session.get(MEMBER, ""))

    def grants(self, viewer: Viewer, rule: Rule) -> tuple[Grant, ...]:
        is_granted = (rule.object, rule.right) in self.rights.get(viewer.role, set())
        return (Grant(rule.right, self.qualified.get(rule.object, "")),) if is_granted else ()

    def admits(self, viewer: Viewer, grant: Grant, facts: Facts) -> bool:
        return True

    def enrol(self, name: str, *, tenant_id: UUID | None = None, role: str = "ADM") -> Viewer:
        """A new member called ``name``, of a new tenant unless one is given."""
        tenant = tenant_id or uuid7()
        self.members[name] = Viewer(f"person:{name}", tenant, "body", role, frozenset({tenant}))
        return self.members[name]

    def sign_in(self, name: str) -> str:
        """A new login of that member; returns the session key that its cookie carries."""
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[MEMBER] = name
        session.save()
        return str(session.session_key)

    def engage(self, name: str, owner_id: UUID) -> None:
        """Let that member's tenant reach rows of ``owner_id`` too."""
        member = self.members[name]
        self.members[name] = replace(member, owners=member.owners | {owner_id})
