"""Who may join a team: what is known of each person with a view to one case."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models import Membership, Person, Tenant
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, Interest, Qualification
from mingjian.programme.queries.absences import away_between
from mingjian.programme.queries.bookings import bookings, wanted, zones_of
from mingjian.programme.queries.competence import held_by
from mingjian.programme.queries.duties import duties_on
from mingjian.programme.queries.history import leaders, visits
from mingjian.programme.queries.impartiality import KINDS, ties_to
from mingjian.programme.queries.team_rules import team_rules
from mingjian.programme.rules.availability import clashes, week_of
from mingjian.programme.rules.competence import Held, fills
from mingjian.programme.rules.impartiality import led_in_a_row, worst
from mingjian.programme.rules.separation import Duty, duties_of
from mingjian.programme.rules.suitability import Known, Need, Reason, rank, reasons
from mingjian.programme.rules.team_rules import TeamRules

AUDITING = ("LA", "AU", "TE", "OBS")
DAY, WEEK = timedelta(days=1), timedelta(days=6)


def need_of(
    case: AuditCase,
    *,
    role: str,
    schemes: Sequence[str],
    codes: Sequence[str],
    rules: TeamRules,
    held: Sequence[Held] = (),
    is_final: bool = False,
) -> Need:
    """The place that somebody is to fill; an expert without schemes advises in their own."""
    first, last = days_of(case)
    wanted_schemes = list(schemes or case.schemes)
    if role == "TE" and not schemes:
        own = [each for each in case.schemes if any(fills(h, each, role, rules) for h in held)]
        wanted_schemes = own or wanted_schemes
    return Need(
        role=role,
        schemes=tuple(wanted_schemes),
        codes=tuple(codes),
        first=first,
        last=last,
        is_final=is_final,
    )


def days_of(case: AuditCase) -> tuple[date, date]:
    """The audit's days; today while they are not set."""
    if case.starts_on:
        return case.starts_on, case.ends_on or case.starts_on
    today = clock.today(Tenant.objects.get(id=case.owner_id).zone)
    return today, today


def known_of(case: AuditCase, people: Sequence[Person], rules: TeamRules) -> dict[UUID, Known]:
    """What is known of each of these people with a view to the case, in a handful of reads."""
    ids = [person.id for person in people]
    owner_id, client_id = case.owner_id, case.client_id
    held, ties = held_by(owner_id, ids), _ties(case, ids, rules)
    visited, led = visits(owner_id, client_id, case.id), leaders(owner_id, client_id)
    duties, time = duties_on(case), _Time(case, ids)
    return {
        person.id: Known(
            is_active=person.is_active,
            held=held.get(person.id, ()),
            duties=tuple(d for d in duties_of(person.id, duties) if d != Duty.TEAM),
            standing=worst([how for _, how in ties.get(person.id, [])]),
            ties="、".join(str(KINDS[row.kind]) for row, _ in ties.get(person.id, [])),
            visits=visited.get(person.id, 0),
            led_in_a_row=led_in_a_row(led, str(person.id)),
            absences=time.absences(person.id),
            bookings=time.bookings(person.id),
            week_days=time.load(person.id),
        )
        for person in people
    }


def _ties(
    case: AuditCase, people: Collection[UUID], rules: TeamRules
) -> dict[UUID, list[tuple[Interest, str]]]:
    return ties_to(case.owner_id, case.client_id, people, days_of(case)[0], rules)


class _Time:
    """What takes the time of people around the days of one case."""

    def __init__(self, case: AuditCase, people: Collection[UUID]) -> None:
        first, last = days_of(case)
        zone = zones_of(case.owner_id, [case.client_id])[case.client_id]
        self.wanted = wanted(case, zone)
        self.case_id = case.id
        # A day more at each end: midnight is not at the same time everywhere.
        around = week_of(first) - DAY, week_of(last) + WEEK + DAY
        self.away = away_between(case.owner_id, people, *around)
        self.booked = bookings(case.owner_id, people, *around)

    def absences(self, person_id: UUID) -> tuple[str, ...]:
        return tuple(clashes(self.wanted, self.away.get(person_id, [])))

    def bookings(self, person_id: UUID) -> tuple[str, ...]:
        busy = [
            each
            for booking in self.booked.get(person_id, [])
            if booking.member.case_id != self.case_id
            for each in booking.busy
        ]
        return tuple(clashes(self.wanted, busy))

    def load(self, person_id: UUID) -> float:
        return float(
            sum(
                booking.member.days
                for booking in self.booked.get(person_id, [])
                if booking.member.case_id != self.case_id
            )
        )


def assignable(viewer: Viewer, role: str) -> QuerySet[Person]:
    """Active people of the body who audit, or are qualified to."""
    today = clock.today(own_tenant(viewer).zone)
    roles = AUDITING if role in {"LA", "AU", "TE", "TR"} else (*AUDITING, "PM", "REV", "QS")
    holding = Membership.objects.in_force(today).filter(owner_id=viewer.tenant_id, role__in=roles)
    qualified = Qualification.objects.filter(
        owner_id=viewer.tenant_id, ended_at=None, role__in=("LA", "AU", "TE", "TR")
    )
    rows = Person.objects.filter(owner_id=viewer.tenant_id, is_active=True)
    return rows.filter(
        Q(id__in=holding.values("person_id")) | Q(id__in=qualified.values("person_id"))
    ).order_by("name", "id")


def candidates(viewer: Viewer, case: AuditCase, *, role: str) -> list[dict[str, Any]]:
    """Everybody who might take the role, the most suitable first, each with reasons."""
    people = list(assignable(viewer, role))
    rules = team_rules(case.owner_id)
    known = known_of(case, people, rules)
    members = set(case.team.filter(ended_at=None).values_list("person_id", flat=True))
    codes = case.programme.scope_codes
    found = []
    for person in people:
        what = known[person.id]
        need = need_of(
            case,
            role=role,
            schemes=_schemes(case, what.held, role, rules),
            codes=codes,
            rules=rules,
        )
        why = reasons(need, what, rules)
        found.append((rank(why, what), person.name, _view(person, what, need, why, members)))
    return [view for _, _, view in sorted(found, key=lambda each: each[:2])]


def judged(
    case: AuditCase, person: Person, *, role: str, schemes: Sequence[str], codes: Sequence[str]
) -> list[Reason]:
    """Everything for and against one person in one place, as it would be assigned."""
    rules = team_rules(case.owner_id)
    known = known_of(case, [person], rules)[person.id]
    need = need_of(
        case,
        role=role,
        schemes=schemes,
        codes=codes,
        held=known.held,
        is_final=True,
        rules=rules,
    )
    return reasons(need, known, rules)


def reason_view(reason: Reason) -> dict[str, Any]:
    return {
        "key": reason.key,
        "is_good": reason.is_good,
        "blocks": reason.blocks,
        "words": str(reason.words),
        "clause": reason.clause,
    }


def _view(
    person: Person, known: Known, need: Need, why: list[Reason], members: set[UUID]
) -> dict[str, Any]:
    granted = [code for held in known.held if held.scheme in need.schemes for code in held.codes]
    return {
        "person_id": person.id,
        "person": person.name,
        "is_member": person.id in members,
        "is_blocked": any(each.blocks and not each.is_good for each in why),
        "schemes": list(need.schemes),
        "codes": list(dict.fromkeys(granted)),
        "visits": known.visits,
        "week_days": known.week_days,
        "reasons": [reason_view(each) for each in why],
    }


def _schemes(case: AuditCase, held: Sequence[Held], role: str, rules: TeamRules) -> list[str]:
    """The schemes of the case in which the person might take the role; all, where none."""
    own = [scheme for scheme in case.schemes if any(fills(h, scheme, role, rules) for h in held)]
    return own or list(case.schemes)
