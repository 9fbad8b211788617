"""The first day of an installation, and the recovery code that it ends with."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from mingjian.identity.errors import BodyExistsError
from mingjian.identity.queries.seats import Seat
from mingjian.identity.queries.tenants import own_tenant, tenant_ids
from mingjian.identity.services.body import FirstAdministrator, found_body
from mingjian.identity.setup_token import used
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.keys.recovery import confirm_recovery_code, issue_recovery_code
from mingjian.kit.keys.root import root_key


def set_up(
    *, token: str, profile: Mapping[str, Any], administrator: FirstAdministrator
) -> tuple[Seat, str]:
    """Found the installation's first body; gives the recovery code, to be shown once.

    There is none (empty) where the root key lies in a service that keeps its own backup.
    """
    with used(token):
        if tenant_ids():
            raise BodyExistsError
        seat = found_body(profile=profile, administrator=administrator)
        return seat, issue_recovery_code() if root_key().is_exportable else ""


def renew_recovery(*, viewer: Viewer) -> str:
    """A new recovery code, to be shown once; the old one works until this is confirmed."""
    code = issue_recovery_code()
    with transaction.atomic():
        record(viewer, "recovery_code.issued", own_tenant(viewer))
    return code


def confirm_recovery(*, viewer: Viewer, code: str) -> None:
    """The administrator typed the code back from paper."""
    confirm_recovery_code(code)
    with transaction.atomic():
        record(viewer, "recovery_code.confirmed", own_tenant(viewer))
