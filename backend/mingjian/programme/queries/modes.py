"""Whether the rules of its jurisdiction let an audit be held in a mode on its day."""

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, Jurisdiction
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.rules.modes import mode_refusal


def refusal_of(viewer: Viewer, case: AuditCase) -> Words | None:
    """Why the case's mode is refused; judged by the rules of its first day, or of today."""
    if case.programme.jurisdiction != Jurisdiction.CN:
        return None
    national = pack(viewer, "cn-qms", case.starts_on, owner=case.owner_id)
    return mode_refusal(national, kind=case.kind, schemes=case.schemes, mode=case.mode)
