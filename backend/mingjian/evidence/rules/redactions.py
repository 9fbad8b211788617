"""How a redaction made on the device is described when its result is handed over (B08).

An upload says so in three words of its metadata: ``original_sha256`` (64 hexadecimal digits),
``redactions`` (a JSON list of ``{"kind", "count"}``) and ``redaction_reason`` (the person's own
words, which belong into the sealed circumstances under :data:`REASON`).
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mingjian.evidence.errors.redactions import RedactionUnclearError

KINDS = frozenset({"image_box", "audio_cut"})
REASON = "redaction_reason"
MOST = 10_000
SHA256 = re.compile(r"[0-9a-f]{64}")


def checked_redactions(
    original_sha256: str, redactions: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """What is kept of ``redactions``; a hash without them, or they without it, is refused."""
    if not original_sha256 and not redactions:
        return []
    is_known = SHA256.fullmatch(original_sha256) and redactions
    if not is_known or len(redactions) > len(KINDS) or not all(map(_is_clear, redactions)):
        raise RedactionUnclearError
    return [{"kind": each["kind"], "count": each["count"]} for each in redactions]


def read_redactions(text: str) -> list[dict[str, Any]]:
    """The list as an upload's metadata carries it."""
    try:
        found = json.loads(text) if text else []
    except (ValueError, RecursionError):
        raise RedactionUnclearError from None
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise RedactionUnclearError
    return found


def _is_clear(redaction: Mapping[str, Any]) -> bool:
    count = redaction.get("count")
    is_counted = type(count) is int and 0 < count <= MOST
    return is_counted and str(redaction.get("kind")) in KINDS
