"""Taking on the confidentiality of an audit (S13)."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import Side, Undertaking
from mingjian.evidence.queries.deletion_rules import wording_of
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.programme.queries.cases import case_of


def give_undertaking(*, viewer: Viewer, case_id: UUID) -> Undertaking:
    """The person takes on the wording in force, as it is shown; once is enough."""
    case = case_of(viewer, case_id)
    if viewer.person_id is None:
        raise NotPermitted
    wording = wording_of(viewer, case)
    is_client = viewer.tenant_id == case.client_id
    earlier = Undertaking.objects.filter(
        case=case, person_id=viewer.person_id, stamp=wording.stamp
    ).first()
    if earlier:
        return earlier
    row = Undertaking(owner_id=case.owner_id, case=case, person_id=viewer.person_id)
    row.side = Side.CLIENT if is_client else Side.BODY
    row.person_name, row.stamp = name_of(viewer), wording.stamp
    row.text = str(wording.client if is_client else wording.body)
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "confidentiality.undertaken", row)
    return row
