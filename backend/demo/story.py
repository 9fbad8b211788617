"""What happened so far: the services are called with a moved clock, in the order of the days.

So every row and every journal entry of the demo came about as it would in real life,
and both verify.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from uuid import UUID

from openpyxl import Workbook

from demo import (
    applications,
    deletions,
    evidence,
    evidence_documents,
    evidence_requests,
    evidence_samples,
    feasibility,
    invoices,
    planning,
    plans,
    records,
    risk,
    rooms,
    surveys,
    team,
    time,
    tools,
)
from demo.cast import AUTHORITY, BODY, CLIENTS, PASSWORD, Actor, Party
from mingjian.identity.models import Account, Membership, Person
from mingjian.identity.queries.seats import Seat, seats, viewer_of
from mingjian.identity.services import (
    FirstAdministrator,
    add_person,
    deactivate_person,
    engage_organisation,
    found_body,
    grant_membership,
    link_account,
    revoke_membership,
    update_person,
)
from mingjian.identity.services.imports import check_import, confirm_import
from mingjian.identity.services.invitations import invite
from mingjian.journal.services import sign_checkpoint
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope

Chapter = tuple[int, Callable[[], object]]
"""How many days ago, and what happened."""

THEMES: tuple[Callable[["Story"], Iterator[Chapter]], ...] = (
    planning.chapters,
    risk.chapters,
    surveys.chapters,
    applications.chapters,
    invoices.chapters,
    plans.chapters,
    team.chapters,
    feasibility.chapters,
    time.chapters,
    tools.chapters,
    evidence.chapters,
    evidence_documents.chapters,
    evidence_requests.chapters,
    evidence_samples.chapters,
    records.chapters,
    deletions.chapters,
    rooms.chapters,
)
"""Chapters of each theme; they may use what earlier days of any theme have made."""

CHECKPOINTS = 980, 870, 650, 588, 400, 210, 96, 30, 7, 1


class Story:
    """The history of one body, seen by its first administrator."""

    def __init__(self) -> None:
        self.now = clock.now()
        self.tenants: dict[str, UUID] = {}
        self.people: dict[str, UUID] = {}
        self.sites: dict[str, UUID] = {}
        self.programmes: dict[str, UUID] = {}
        self.cases: dict[str, UUID] = {}
        self.evidence: dict[str, UUID] = {}
        with self._days_ago(BODY.since):
            self.founder = self._found()

    def tell(self) -> None:
        """Every chapter in the order of its day: a journal's time never runs backwards."""
        chapters = [*self._arrivals(), *self._turns()]
        chapters += [chapter for theme in THEMES for chapter in theme(self)]
        chapters += [(days, self._sign) for days in CHECKPOINTS]
        for days, happen in sorted(chapters, key=lambda chapter: -chapter[0]):
            with self._days_ago(days), tenant_scope(self.tenants.values()):
                happen()

    @property
    def viewer(self) -> Viewer:
        return viewer_of(self.founder, device="Chrome · Windows")

    def acting(self, mailbox: str) -> Viewer:
        """Somebody of the cast at work, in the first role they hold."""
        person = Person.objects.get(id=self.people[mailbox])
        assert person.account_id  # noqa: S101  (everybody who acts has a login)
        return viewer_of(seats(person.account_id)[0], device="Chrome · Windows")

    def day(self, days_from_now: int) -> date:
        """A local date of the body, counted from the day on which the story is told."""
        return (self.now + timedelta(days=days_from_now)).date()

    @contextmanager
    def _days_ago(self, days: int) -> Iterator[None]:
        with clock.moved_to(self.now - timedelta(days=days)):
            yield

    def _found(self) -> Seat:
        first = BODY.people[0]
        seat = found_body(
            profile=BODY.profile,
            administrator=FirstAdministrator(
                name=first.name, email=BODY.address(first), password=PASSWORD, phone=first.phone
            ),
        )
        self.tenants[BODY.domain] = seat.tenant.id
        self.people[first.mailbox] = seat.person.id
        return seat

    def _arrivals(self) -> Iterator[Chapter]:
        for actor in BODY.people[1:]:
            yield actor.joined, partial(self._join, BODY, actor)
        for party in (*CLIENTS, AUTHORITY):
            yield party.since, partial(self._engage, party)
            for actor in party.people:
                yield actor.joined, partial(self._join, party, actor)

    def _turns(self) -> Iterator[Chapter]:
        """What changed after people came: a promotion, a new number, a leaver, a newcomer."""
        yield 540, partial(self._grant, "chenjing", "AU")
        yield 300, partial(self._call_at, "wanglei", "138 0013 0022")
        yield 290, self._import_certificates
        yield 120, partial(self._withdraw, "tangning", "AU", "调离审核岗位")
        yield 118, partial(self._leave, "tangning", "离职")
        yield 3, partial(self._invite_newcomer, "方雨桐", "fangyutong")

    def _join(self, party: Party, actor: Actor) -> None:
        person = self._add(party, actor)
        account = Account.objects.create_user(party.address(actor), PASSWORD)
        grant_membership(viewer=self.viewer, person_id=person.id, role=actor.role)
        link_account(viewer=self.viewer, person_id=person.id, account=account)
        self.people[actor.mailbox] = person.id

    def _add(self, party: Party, actor: Actor) -> Person:
        return add_person(
            viewer=self.viewer,
            tenant_id=self.tenants[party.domain],
            name=actor.name,
            email=party.address(actor),
            phone=actor.phone,
            language=actor.language,
        )

    def _engage(self, party: Party) -> None:
        engagement = engage_organisation(
            viewer=self.viewer, kind=party.kind, profile=party.profile, covers=party.covers
        )
        self.tenants[party.domain] = engagement.party_id

    def _grant(self, mailbox: str, role: str) -> None:
        grant_membership(viewer=self.viewer, person_id=self.people[mailbox], role=role)

    def _call_at(self, mailbox: str, phone: str) -> None:
        person = Person.objects.get(id=self.people[mailbox])
        update_person(viewer=self.viewer, person_id=person.id, version=person.version, phone=phone)

    def _import_certificates(self) -> None:
        """From a workbook, as an administrator does who comes with earlier records."""
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append(["组织", "证书编号", "认证领域", "标准", "发证日期", "有效期至", "状态"])
        for party in CLIENTS:
            for held in party.certificates:
                issued = (self.now - timedelta(days=held.issued)).date()
                last = issued.replace(year=issued.year + 3) - timedelta(days=1)
                row = [party.profile["name"], held.number, held.scheme, held.standard]
                sheet.append([*row, issued.isoformat(), last.isoformat(), "有效"])
        content = BytesIO()
        book.save(content)
        checked = check_import(
            viewer=self.viewer,
            kind="certificates",
            file_name="证书台账.xlsx",
            content=content.getvalue(),
        )
        confirm_import(viewer=self.viewer, import_id=checked.id)

    def _withdraw(self, mailbox: str, role: str, reason: str) -> None:
        membership = Membership.objects.get(person=self.people[mailbox], role=role)
        revoke_membership(viewer=self.viewer, membership_id=membership.id, reason=reason)

    def _leave(self, mailbox: str, reason: str) -> None:
        person = Person.objects.get(id=self.people[mailbox])
        deactivate_person(
            viewer=self.viewer, person_id=person.id, version=person.version, reason=reason
        )

    def _invite_newcomer(self, name: str, mailbox: str) -> None:
        newcomer = Actor(name, mailbox, "AU", "", 3)
        person = self._add(BODY, newcomer)
        grant_membership(viewer=self.viewer, person_id=person.id, role=newcomer.role)
        invite(viewer=self.viewer, person_id=person.id)

    def _sign(self) -> None:
        for tenant_id in self.tenants.values():
            sign_checkpoint(tenant_id)
