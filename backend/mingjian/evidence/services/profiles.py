"""Choosing the algorithms of a body."""

from django.db import transaction

from mingjian.evidence.models import SealingProfile
from mingjian.evidence.queries.profiles import profile_of, profile_view
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def choose_profile(*, viewer: Viewer, version: int, suite: str) -> SealingProfile:
    """Seal in ``suite`` from now on; nothing is sealed again."""
    with transaction.atomic():
        rows = SealingProfile.objects.select_for_update().filter(owner_id=viewer.tenant_id)
        row = rows.first() or profile_of(viewer.tenant_id)
        before = b"" if row.version == 0 else row.digest()
        change(row, viewer=viewer, version=version, values={"suite": suite}, view=profile_view)
        record(viewer, "profile.chosen", row, before=before)
    return row
