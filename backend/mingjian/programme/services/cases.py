"""Audit cases: opened, changed, moved on, postponed, cancelled, ended early."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import administering, own_tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.cases import facts_of_case
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.services import create_audit_key
from mingjian.kit.outbox import announce
from mingjian.programme.errors.cases import (
    AuditDatesError,
    CaseClosedError,
    CaseNotReadyError,
    CaseSchemesError,
    CaseStateError,
    DueDatesError,
    ModeNotAllowedError,
    NotOfTheBodyError,
    NotOfTheClientError,
    PastDatesError,
)
from mingjian.programme.events import CaseAdvanced, CaseOpened
from mingjian.programme.models import AuditCase, AuditProgramme, TeamMember
from mingjian.programme.queries.cases import case_of, entries_view
from mingjian.programme.queries.modes import refusal_of
from mingjian.programme.queries.programmes import programme_of
from mingjian.programme.rules.case_states import CLOSED, WAYS_OUT, CaseState, may_follow
from mingjian.programme.rules.numbers import plan_number
from mingjian.programme.rules.schemes import in_order
from mingjian.programme.services.windows import realign_windows

SETTLES = frozenset({CaseState.FIELDWORK_CLOSED, CaseState.CANCELLED})
"""States from which on it is certain when, or that no, audit was held: later windows move."""


def open_case(*, viewer: Viewer, programme_id: UUID, values: Mapping[str, Any]) -> AuditCase:
    """One more audit of a programme; its key is made and committed before its row."""
    programme = programme_of(viewer, programme_id)
    given = {"schemes": programme.schemes, "scope": programme.scope, **values}
    case = AuditCase(
        id=uuid7(), owner_id=viewer.tenant_id, programme=programme, client_id=programme.client_id
    )
    for name, value in checked_case(viewer, programme, given).items():
        setattr(case, name, value)
    _check_dates(case)
    _check_mode(viewer, case)
    create_audit_key(case.owner_id, case.id)
    with transaction.atomic():
        case.number = _next_number(viewer)
        case.changed_by = name_of(viewer)
        case.save(force_insert=True)
        announce(CaseOpened(owner_id=case.owner_id, case_id=case.id))
        record(viewer, "case.opened", case)
    return case


def record_past_case(
    *,
    viewer: Viewer,
    programme_id: UUID,
    values: Mapping[str, Any],
    team: Sequence[tuple[UUID, str]] = (),
) -> AuditCase:
    """An audit held before this platform, entered from earlier records: for history only.

    ``team`` are (person, team role) pairs; a past audit has no key, for nothing of it is sealed.
    """
    programme = programme_of(viewer, programme_id)
    case = AuditCase(
        owner_id=viewer.tenant_id,
        programme=programme,
        client_id=programme.client_id,
        state=CaseState.ARCHIVED,
        changed_by=name_of(viewer),
    )
    given = {"schemes": programme.schemes, "scope": programme.scope, **values}
    for name, value in checked_case(viewer, programme, given).items():
        setattr(case, name, value)
    if not case.starts_on or not case.ends_on:
        raise PastDatesError
    _check_dates(case)
    _check_people(viewer, {person_id for person_id, _ in team})
    with transaction.atomic():
        case.number = case.number or _next_number(viewer)
        case.save(force_insert=True)
        for person_id, role in team:
            member = TeamMember(owner_id=case.owner_id, case=case, role=role, person_id=person_id)
            member.save(force_insert=True)
            record(viewer, "team.recorded", member)
        record(viewer, "case.recorded", case)
    return case


def update_case(
    *, viewer: Viewer, case_id: UUID, version: int, values: Mapping[str, Any]
) -> AuditCase:
    """Change dates, mode, schemes, texts or the coordinator of a case that is not closed."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        new = checked_case(viewer, case.programme, dict(values))
        days = (case.starts_on, case.ends_on)
        before = change(case, viewer=viewer, version=version, values=new, view=entries_view)
        _check_dates(case)
        if days != (case.starts_on, case.ends_on):
            realign_windows(viewer, case.programme, but=case.id)
        if {"mode", "schemes"} & set(new):
            _check_mode(viewer, case)
        record(viewer, "case.changed", case, before=before)
    return case


def advance_case(*, viewer: Viewer, case_id: UUID, to: str) -> AuditCase:
    """Bring a case to the state ``to``, if it may follow and nothing that it needs is missing.

    The one way in which any stage moves a case on. Raises :class:`CaseStateError` where ``to``
    cannot follow, :class:`CaseNotReadyError` with every missing thing where it has to wait.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if not may_follow(case.state, to):
            raise CaseStateError(state=case.get_state_display())
        _check_ready(viewer, case, to)
        _move(viewer, case, to, action="case.advanced")
    return case


def postpone_case(*, viewer: Viewer, case_id: UUID, reason: str) -> AuditCase:
    """Nothing is lost: :func:`resume_case` goes on where the case stood."""
    return _leave(viewer, case_id, CaseState.POSTPONED, "case.postponed", reason)


def cancel_case(*, viewer: Viewer, case_id: UUID, reason: str) -> AuditCase:
    """The audit will not take place."""
    return _leave(viewer, case_id, CaseState.CANCELLED, "case.cancelled", reason)


def end_case_early(*, viewer: Viewer, case_id: UUID, reason: str) -> AuditCase:
    """The audit stops before its plan is done; what was found is still reported."""
    return _leave(viewer, case_id, CaseState.ENDED_EARLY, "case.ended_early", reason)


def resume_case(*, viewer: Viewer, case_id: UUID) -> AuditCase:
    """Go on with a postponed case where it stood."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if case.state != CaseState.POSTPONED:
            raise CaseStateError(state=case.get_state_display())
        _move(viewer, case, case.state_before, action="case.resumed")
    return case


def checked_case(
    viewer: Viewer, programme: AuditProgramme, values: dict[str, Any]
) -> dict[str, Any]:
    """The entries of a case, if the programme has the schemes and the client the coordinator."""
    if "schemes" in values:
        if not values["schemes"] or not set(values["schemes"]) <= set(programme.schemes):
            raise CaseSchemesError(schemes="、".join(programme.schemes))
        values["schemes"] = in_order(values["schemes"])
    if values.get("coordinator_id"):
        with administering(viewer):
            people = Person.objects.filter(owner_id=programme.client_id, is_active=True)
            if not people.filter(id=values["coordinator_id"]).exists():
                raise NotOfTheClientError
    return values


def locked_case(viewer: Viewer, case_id: UUID) -> AuditCase:
    """A case the viewer may see and that is not closed, locked until the transaction ends."""
    found = case_of(viewer, case_id)
    rows = AuditCase.objects.select_for_update(of=("self",)).select_related("programme", "client")
    case = rows.get(id=found.id)
    if case.state in CLOSED:
        raise CaseClosedError
    return case


def _check_dates(case: AuditCase) -> None:
    if case.due_from and case.due_by and case.due_by < case.due_from:
        raise DueDatesError
    if case.starts_on and case.ends_on and case.ends_on < case.starts_on:
        raise AuditDatesError


def _check_mode(viewer: Viewer, case: AuditCase) -> None:
    """What the rules forbid is refused, e.g. a fully remote QMS recertification in China."""
    refusal = refusal_of(viewer, case)
    if refusal is not None:
        raise ModeNotAllowedError(why=str(refusal))


def _check_people(viewer: Viewer, ids: set[UUID]) -> None:
    """Whoever was in a past team is known to the body, active or not."""
    known = Person.objects.filter(owner_id=viewer.tenant_id, id__in=ids)
    if known.count() != len(ids):
        raise NotOfTheBodyError


def _check_ready(viewer: Viewer, case: AuditCase, to: str) -> None:
    facts = facts_of_case(viewer, case.id)
    missing = [str(fact.words) for fact in facts if fact.gate == to and not fact.is_met]
    if missing:
        raise CaseNotReadyError(count=len(missing), sentences=" ".join(missing), missing=missing)


def _leave(viewer: Viewer, case_id: UUID, to: str, action: str, reason: str) -> AuditCase:
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if case.state not in WAYS_OUT[to]:
            raise CaseStateError(state=case.get_state_display())
        _move(viewer, case, to, action=action, reason=reason)
    return case


def _move(viewer: Viewer, case: AuditCase, to: str, *, action: str, reason: str = "") -> None:
    """Set the state, announce it and write it down: the last statements of a transaction."""
    before = case.digest()
    case.state_before, case.state = case.state, to
    case.state_at, case.state_reason = clock.now(), reason
    case.version += 1
    case.changed_by = name_of(viewer)
    case.save()
    if to in SETTLES:
        realign_windows(viewer, case.programme)
    announce(CaseAdvanced(owner_id=case.owner_id, case_id=case.id, state=to))
    record(viewer, action, case, before=before, reason=reason)


def _next_number(viewer: Viewer) -> str:
    """The next plan number of the year; the body's own row is the lock."""
    tenant = own_tenant(viewer)
    type(tenant).objects.select_for_update().get(id=tenant.id)
    year = clock.today(tenant.zone).year
    taken = AuditCase.objects.filter(
        owner_id=tenant.id, number__contains=f"-{year % 100:02}-"
    ).count()
    return plan_number(tenant.approval_number, year, taken + 1)
