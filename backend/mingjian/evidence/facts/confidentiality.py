"""Confidentiality both ways (S13): the audit is not opened before everybody has taken it on."""

from collections.abc import Iterator

from mingjian.evidence.queries.undertakings import missing_undertakings
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditMode
from mingjian.programme.rules.case_states import CaseState, Step


def confidentiality(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """An audit on site has the contract's own clause on it."""
    if case.mode == AuditMode.ON_SITE:
        return
    missing = missing_undertakings(viewer, case)
    names = "、".join(person.name for _, person in missing)
    yield CaseFact(
        key="confidentiality.undertaken",
        step=Step.TEST,
        gate=CaseState.OPENED,
        is_met=not missing,
        words=Words(
            f"尚未确认保密承诺：{names}。", f"Confidentiality is not taken on yet by {names}."
        )
        if missing
        else Words("双方均已确认保密承诺", "Both sides have taken on confidentiality"),
        role="LA",
        href=f"/audits/{case.id}/evidence/deletion",
        verb=Words("查看保密承诺", "See the undertakings"),
    )
