"""What may be kept beyond an audit, and what still waits for a word (S31)."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from mingjian.evidence.models import (
    EvidenceItem,
    ItemState,
    KeepingSide,
    KeepingVerdict,
    KeepingWord,
    Retention,
)
from mingjian.evidence.queries.items import items, name_of_item
from mingjian.evidence.rules.keeping import KeepingState, keeping_state
from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import opened_texts, sealed_texts
from mingjian.programme.models import AuditCase

REASON = "evidence.keeping"
"""The purpose under which the words' reasons are sealed."""
SORTABLE = {"number": "number", "kind": "kind", "received_at": "received_at"}
NEGATIVE = (KeepingVerdict.NO, KeepingVerdict.COVER)
THERE = (ItemState.HELD, ItemState.QUARANTINED)


def with_words(rows: QuerySet[EvidenceItem]) -> QuerySet[EvidenceItem]:
    """``rows`` with ``auditor_word`` and ``client_word``, the latest of each side."""
    return rows.annotate(
        auditor_word=_latest(KeepingSide.AUDITOR), client_word=_latest(KeepingSide.CLIENT)
    )


def kept_beyond(case: AuditCase) -> QuerySet[EvidenceItem]:
    """The items of a case that outlive it: of the body's records, free of sensitive information
    by the auditor's word, and with the client's consent. Everything else goes with the audit."""
    rows = with_words(EvidenceItem.objects.filter(case=case, retention=Retention.RECORD))
    yes = KeepingVerdict.YES
    return rows.filter(Q(auditor_word=yes, client_word=yes), state__in=THERE)


def to_settle(case: AuditCase) -> QuerySet[EvidenceItem]:
    """Records of a case on which one of the two words is missing."""
    rows = EvidenceItem.objects.filter(case=case, retention=Retention.RECORD, state__in=THERE)
    return rows.exclude(id__in=kept_beyond(case).values("id"))


def keeping(viewer: Viewer, case: AuditCase) -> QuerySet[EvidenceItem]:
    """Every item on which the two words are wanted or were said, the newest first."""
    rows = with_words(items(viewer, case).filter(state__in=THERE))
    refused = Q(auditor_word__in=NEGATIVE) | Q(client_word__in=NEGATIVE)
    return rows.filter(Q(retention=Retention.RECORD) | refused)


def narrowed(
    rows: QuerySet[EvidenceItem], *, state: str = "", search: str = ""
) -> QuerySet[EvidenceItem]:
    """``search`` is part of a sealed name, so the records of an audit are opened one by one."""
    if state:
        rows = rows.filter(id__in=[row.id for row in rows if state_of(row) == state])
    if search:
        wanted = search.casefold()
        found = [row.id for row in rows if wanted in f"{row.code} {name_of_item(row)}".casefold()]
        rows = rows.filter(id__in=found)
    return rows


def state_of(row: EvidenceItem) -> KeepingState:
    """Of a row that :func:`with_words` annotated."""
    return keeping_state(
        row.retention, getattr(row, "auditor_word", None), getattr(row, "client_word", None)
    )


def keeping_view(row: EvidenceItem) -> dict[str, Any]:
    """An item as a line of the list, with both sides' latest words."""
    names = "id", "code", "kind", "origin", "retention", "media_type", "received_at"
    said = list(row.keeping_words.order_by("said_at", "id"))
    state = state_of(row)
    return {
        **{name: getattr(row, name) for name in names},
        "name": name_of_item(row),
        "state": state,
        "is_covered": bool(row.redactions),
        "covered_by": _covered_by(row) if state is KeepingState.COVER else "",
        "auditor": _latest_view(row, said, KeepingSide.AUDITOR),
        "client": _latest_view(row, said, KeepingSide.CLIENT),
    }


def keeping_of(row: EvidenceItem) -> dict[str, Any] | None:
    """The two words on one item; None where nobody wants to keep it."""
    found = with_words(EvidenceItem.objects.filter(id=row.id)).get()
    is_asked = found.retention == Retention.RECORD or row.keeping_words.exists()
    return keeping_view(found) if is_asked else None


def sealed_reason(word: KeepingWord, reason: str) -> str:
    texts = {"reason": reason}
    return sealed_texts(word.owner_id, word.item.case_id, word.id, REASON, texts)


def _latest(side: KeepingSide) -> Subquery:
    said = KeepingWord.objects.filter(item=OuterRef("pk"), side=side).order_by("-said_at", "-id")
    return Subquery(said.values("verdict")[:1])


def _latest_view(
    row: EvidenceItem, said: list[KeepingWord], side: KeepingSide
) -> dict[str, Any] | None:
    for word in reversed(said):
        if word.side == side:
            texts = opened_texts(row.owner_id, row.case_id, word.id, REASON, word.sealed)
            names = "verdict", "said_name", "said_at"
            known = {name: getattr(word, name) for name in names}
            return known | {"reason": texts.get("reason", "")}
    return None


def _covered_by(row: EvidenceItem) -> str:
    """The later version in which something was covered, if it has arrived."""
    later = EvidenceItem.objects.filter(series=row.series, edition__gt=row.edition)
    found = later.exclude(redactions=[]).order_by("edition").first()
    return found.code if found else ""


def waiting_for(side: KeepingSide, cases: QuerySet[AuditCase]) -> dict[UUID, int]:
    """Case → how many of its records wait for that side; the client is asked second."""
    records = EvidenceItem.objects.filter(case__in=cases, retention=Retention.RECORD)
    rows = with_words(records.filter(state__in=THERE))
    if side == KeepingSide.AUDITOR:
        rows = rows.filter(Q(auditor_word=None) | Q(auditor_word__in=NEGATIVE))
    else:
        rows = rows.filter(Q(auditor_word=KeepingVerdict.YES))
        rows = rows.filter(Q(client_word=None) | Q(client_word__in=NEGATIVE))
    return Counter(rows.values_list("case_id", flat=True))
