"""Due windows: kept in step with the dates they follow from, and noted when missed."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.events import DueWindowMissed
from mingjian.programme.letters.cycle import write_missed, write_reminder
from mingjian.programme.models import AuditCase, AuditProgramme, MissedWindow
from mingjian.programme.queries.cycle import Line, cycle_of, rules_of
from mingjian.programme.rules.case_states import BEFORE_OPENING, CaseState
from mingjian.programme.rules.cycle import threshold

MOVABLE = BEFORE_OPENING | {CaseState.POSTPONED}


def realign_windows(
    viewer: Viewer, programme: AuditProgramme, *, but: UUID | None = None
) -> list[AuditCase]:
    """Move the windows of cases that are not yet held to where the rules put them now.

    Part of the caller's transaction; the caller's own journal entry comes after it. ``but``
    is the case whose dates the caller has just set by hand.
    """
    moved = []
    for line in cycle_of(viewer, programme):
        case, window = line.case, line.window
        if case is None or case.state not in MOVABLE or case.id == but:
            continue
        if (case.due_from, case.due_by) == (window.due_from, window.due_by):
            continue
        before = case.digest()
        case.due_from, case.due_by = window.due_from, window.due_by
        case.version += 1
        case.changed_by = name_of(viewer)
        case.save()
        record(viewer, "case.window_moved", case, before=before)
        moved.append(case)
    return moved


def watch_windows(*, viewer: Viewer, pending: Iterable[tuple[AuditProgramme, Line]]) -> int:
    """Note what was missed and write what comes near; gives the number newly missed.

    Run again it notes nothing twice: a missed window is one row, a reminder one letter.
    """
    missed = 0
    for programme, line in pending:
        if line.days_left < 0:
            missed += _note_missed(viewer, programme, line)
            continue
        reached = threshold(line.days_left, rules_of(viewer, programme).alert_days)
        if reached is not None:
            write_reminder(programme, line, reached)
    return missed


def _note_missed(viewer: Viewer, programme: AuditProgramme, line: Line) -> int:
    key = {
        "programme": programme,
        "kind": line.window.kind,
        "sequence": line.window.sequence,
        "due_by": line.window.due_by,
    }
    if MissedWindow.objects.filter(**key).exists():
        return 0
    row = MissedWindow(
        owner_id=programme.owner_id,
        case=line.case,
        must_suspend=rules_of(viewer, programme).must_suspend,
        **key,
    )
    with transaction.atomic():
        row.save(force_insert=True)
        write_missed(programme, line, must_suspend=row.must_suspend)
        announce(_event(row))
        record(viewer, "window.missed", row)
    return 1


def _event(row: MissedWindow) -> DueWindowMissed:
    return DueWindowMissed(
        owner_id=row.owner_id,
        programme_id=row.programme_id,
        case_id=row.case_id,
        kind=row.kind,
        sequence=row.sequence,
        due_by=row.due_by,
        must_suspend=row.must_suspend,
    )
