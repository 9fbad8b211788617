"""Where the cycle of a client stands: each audit it needs, its window, and its case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, AuditProgramme, ProgrammeState
from mingjian.programme.queries.cycle_rules import cycle_rules
from mingjian.programme.queries.programmes import programmes
from mingjian.programme.rules.case_states import HELD, CaseState
from mingjian.programme.rules.cycle import (
    RECERTIFICATION,
    SURVEILLANCE,
    Audit,
    CycleRules,
    Window,
    expiry,
    threshold,
    windows,
)

CYCLIC = frozenset({SURVEILLANCE, RECERTIFICATION})


@dataclass(frozen=True, slots=True)
class Line:
    """One audit of the cycle: its window, and the case that fills it."""

    window: Window
    case: AuditCase | None
    today: date

    @property
    def is_held(self) -> bool:
        return self.case is not None and self.case.state in HELD

    @property
    def days_left(self) -> int:
        """Until the last day; negative when it has passed."""
        return (self.window.due_by - self.today).days

    @property
    def state(self) -> str:
        """``held``, ``late`` (held after its window), ``overdue``, ``due`` or ``ahead``."""
        if self.is_held:
            held_on = held_day(self.case)
            return "late" if held_on and held_on > self.window.due_by else "held"
        if self.days_left < 0:
            return "overdue"
        return "due" if self.today >= self.window.due_from else "ahead"

    @property
    def is_planned(self) -> bool:
        """Whether it has days that lie in its window."""
        day = self.case.ends_on if self.case else None
        return day is not None and day <= self.window.due_by


def held_day(case: AuditCase | None) -> date | None:
    return (case.ends_on or case.starts_on) if case else None


def cycle_of(viewer: Viewer, programme: AuditProgramme, today: date | None = None) -> list[Line]:
    """The audits that a programme needs; none before the day of certification is known."""
    if programme.certified_on is None:
        return []
    found = windows(
        rules_of(viewer, programme),
        programme.certified_on,
        programme.expires_on,
        [
            Audit(case.kind, case.sequence, held_day(case), case.state in HELD)
            for case in _cyclic(programme)
        ],
    )
    cases = {(case.kind, case.sequence): case for case in _cyclic(programme)}
    on = today or clock.today(own_tenant(viewer).zone)
    return [Line(each, cases.get((each.kind, each.sequence)), on) for each in found]


def rules_of(viewer: Viewer, programme: AuditProgramme) -> CycleRules:
    return cycle_rules(viewer, programme.jurisdiction)


def running_lines(viewer: Viewer) -> Iterable[tuple[AuditProgramme, Line]]:
    """What is still to be held in every running programme of the viewer's body."""
    rows = with_cases(programmes(viewer)).filter(
        owner_id=viewer.tenant_id,
        state__in=(ProgrammeState.RUNNING, ProgrammeState.CHANGE_PENDING),
    )
    today = clock.today(own_tenant(viewer).zone)
    for programme in rows:
        for line in cycle_of(viewer, programme, today):
            if not line.is_held:
                yield programme, line


def pending_lines(viewer: Viewer) -> list[tuple[AuditProgramme, Line]]:
    """What is overdue, or comes due within the alert days and has no day in its window."""
    return [
        (programme, line)
        for programme, line in running_lines(viewer)
        if line.days_left < 0
        or (
            not line.is_planned
            and threshold(line.days_left, rules_of(viewer, programme).alert_days) is not None
        )
    ]


def with_cases(rows: Any) -> Any:
    """Programmes with their cases, read in one query."""
    cases = AuditCase.objects.order_by("due_by", "created_at")
    return rows.prefetch_related(Prefetch("cases", cases, to_attr="all_cases"))


def cycle_view(viewer: Viewer, programme: AuditProgramme) -> dict[str, Any]:
    """A programme's cycle as the API shows it."""
    rules, today = rules_of(viewer, programme), clock.today(own_tenant(viewer).zone)
    start = programme.certified_on
    return {
        "programme_id": programme.id,
        "client_id": programme.client_id,
        "client": programme.client.short_name or programme.client.name,
        "cycle": programme.cycle,
        "schemes": programme.schemes,
        "jurisdiction": programme.jurisdiction,
        "programme_state": programme.state,
        "counts_from": rules.counts_from,
        "certified_on": start,
        "expires_on": expiry(rules, start, programme.expires_on) if start else None,
        "today": today,
        "must_suspend": rules.must_suspend,
        "lines": [line_view(line) for line in cycle_of(viewer, programme, today)],
        "others": [
            _case_view(case)
            for case in _all_cases(programme)
            if case.kind not in CYCLIC and case.state != CaseState.CANCELLED
        ],
    }


def line_view(line: Line) -> dict[str, Any]:
    window = line.window
    return {
        "kind": window.kind,
        "sequence": window.sequence,
        "due_from": window.due_from,
        "due_by": window.due_by,
        "clause": window.clause,
        "state": line.state,
        "days_left": line.days_left,
        "case": _case_view(line.case) if line.case else None,
    }


def _case_view(case: AuditCase) -> dict[str, Any]:
    names = ("id", "number", "kind", "sequence", "state", "mode", "starts_on", "ends_on")
    return {name: getattr(case, name) for name in names}


def _cyclic(programme: AuditProgramme) -> list[AuditCase]:
    """Surveillances and recertifications that count; a cancelled one leaves its place free."""
    return [
        case
        for case in _all_cases(programme)
        if case.kind in CYCLIC and case.state not in {CaseState.CANCELLED, CaseState.ENDED_EARLY}
    ]


def _all_cases(programme: AuditProgramme) -> list[AuditCase]:
    ready: list[AuditCase] | None = getattr(programme, "all_cases", None)
    return list(programme.cases.order_by("due_by", "created_at")) if ready is None else ready
