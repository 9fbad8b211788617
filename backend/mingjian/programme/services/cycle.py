"""The cases of a cycle, opened in one step."""

from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.programme.errors.cycle import CycleNotDatedError, ProgrammeNotRunningError
from mingjian.programme.models import AuditCase, ProgrammeState
from mingjian.programme.queries.cycle import cycle_of
from mingjian.programme.queries.programmes import programme_of
from mingjian.programme.services.cases import open_case


def open_cycle(*, viewer: Viewer, programme_id: UUID) -> list[AuditCase]:
    """Open every surveillance and the recertification that the cycle needs and lacks.

    Each is one transaction, for each needs a key of its own; asked for again, it goes on.
    """
    programme = programme_of(viewer, programme_id)
    if programme.state != ProgrammeState.RUNNING:
        raise ProgrammeNotRunningError(state=programme.get_state_display())
    if programme.certified_on is None:
        raise CycleNotDatedError
    opened = []
    for line in cycle_of(viewer, programme):
        if line.case is None:
            window = line.window
            values = {
                "kind": window.kind,
                "sequence": window.sequence,
                "due_from": window.due_from,
                "due_by": window.due_by,
            }
            opened.append(open_case(viewer=viewer, programme_id=programme.id, values=values))
    return opened
