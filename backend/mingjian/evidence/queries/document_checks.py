"""Checks of documents against what was seen in use."""

from typing import Any

from mingjian.evidence.models import DocumentCheck, EvidenceItem
from mingjian.kit.keys.sealed_texts import opened_texts

TEXTS = "evidence.check"
"""The purpose under which their texts are sealed."""


def checks_of(item: EvidenceItem) -> list[dict[str, Any]]:
    """The latest first."""
    rows = item.checks.select_related("shown_item").order_by("-checked_at", "-id")
    return [check_view(item, row) for row in rows]


def check_view(item: EvidenceItem, row: DocumentCheck) -> dict[str, Any]:
    names = (
        "id",
        "shown_item_id",
        "shown_sha256",
        "shown_at",
        "proposed",
        "basis",
        "verdict",
        "checked_by",
        "checked_at",
    )
    words = opened_texts(row.owner_id, item.case_id, row.id, TEXTS, row.sealed)
    return {
        **{name: getattr(row, name) for name in names},
        "shown_code": row.shown_item.code if row.shown_item else "",
        "shown_version": words.get("shown_version", ""),
        "given_version": words.get("given_version", ""),
        "words": words.get("words", ""),
    }
