"""Planning inputs of a programme: what was chosen for each question, and why."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.risks import PlanningInputsError
from mingjian.programme.models import AuditProgramme
from mingjian.programme.queries.programmes import programme_view
from mingjian.programme.rules.planning_inputs import INPUTS, Answer, faults, stored
from mingjian.programme.services.cases import locked_case


def set_planning_inputs(
    *, viewer: Viewer, case_id: UUID, version: int, given: Mapping[str, Answer]
) -> AuditProgramme:
    """For the programme of a case, and so for every audit of its cycle."""
    wrong = faults(given)
    if wrong:
        fields = {code: str(words) for code, words in wrong.items()}
        raise PlanningInputsError(count=len(wrong), fields=fields)
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        rows = AuditProgramme.objects.select_for_update(of=("self",)).select_related("client")
        programme = rows.get(id=case.programme_id)
        kept = {name: value for name, value in programme.inputs.items() if name not in INPUTS}
        values = {"inputs": kept | stored(given)}
        before = change(
            programme, viewer=viewer, version=version, values=values, view=programme_view
        )
        record(viewer, "programme.inputs_set", programme, before=before)
    return programme
