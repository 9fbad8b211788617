"""What an item's content turned out to be: looked into by a confined child, told in words."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Sum

from engines import sandbox
from mingjian.evidence.models import EvidenceItem, ItemExamination, ItemState
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.rules.intake import HELD, LIMITS, may_be_shown, size_verdict, words_of
from mingjian.evidence.scanner import virus_scanner
from mingjian.kit.keys.sealed_texts import opened_texts

NAMES = "evidence.examination"
"""The purpose under which names found inside a file are sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to be kept of an examination."""

    code: str
    media_type: str
    warnings: list[str] = field(default_factory=list)
    details: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    scanner: str = ""


def examined(row: EvidenceItem) -> Verdict:
    """Look into the content, seconds at most; raises where it cannot be read at all."""
    refusal = size_verdict(row.size, _given_before(row))
    if refusal:
        return Verdict(code=refusal, media_type=row.media_type)
    scan = virus_scanner().scan(content_of(row).iterate())
    if scan.found:
        return Verdict(
            code="malware",
            media_type=row.media_type,
            names=[scan.found],
            scanner=scan.scanner,
        )
    found = _looked_into(row)
    warnings = found.warnings if scan.is_whole else [*found.warnings, "not_scanned"]
    return replace(found, scanner=scan.scanner, warnings=warnings)


def _looked_into(row: EvidenceItem) -> Verdict:
    known = {"name": str(texts_of(row).get("name", "")), "limits": LIMITS}
    try:
        found = sandbox.run("examine", content_of(row), known, must_confine=False).answer
    except sandbox.Fault:
        return Verdict(code="too_complex", media_type=row.media_type)
    return Verdict(**found)


def latest_examination(row: EvidenceItem) -> ItemExamination | None:
    return row.examinations.order_by("-id").first()


def shows_itself(row: EvidenceItem) -> bool:
    """Whether a browser may show the content; what the server made itself has no examination."""
    found = latest_examination(row)
    return found is None or may_be_shown(found.warnings)


def examination_view(row: EvidenceItem) -> dict[str, Any] | None:
    """The verdict in the reader's language, with what to do; None before there is one."""
    found = latest_examination(row)
    if found is None:
        return None
    texts = opened_texts(row.owner_id, row.case_id, found.id, NAMES, found.sealed)
    is_held = found.code == HELD
    return {
        "code": found.code,
        "is_held": is_held,
        "message": "" if is_held else str(words_of(found.code)),
        "warnings": [{"code": code, "message": str(words_of(code))} for code in found.warnings],
        "details": found.details,
        "names": texts.get("names", []),
        "media_type": found.media_type,
        "scanner": found.scanner,
        "examined_at": found.examined_at,
    }


def _given_before(row: EvidenceItem) -> int:
    if row.provided_by_id is None:
        return 0
    others = EvidenceItem.objects.filter(case_id=row.case_id, provided_by_id=row.provided_by_id)
    kept = others.exclude(state__in=[ItemState.REFUSED, ItemState.DESTROYED]).exclude(id=row.id)
    total: int | None = kept.aggregate(Sum("size"))["size__sum"]
    return total or 0
