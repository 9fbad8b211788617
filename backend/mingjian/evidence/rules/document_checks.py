"""The version shown against the version handed over: by hash, else by what is written on both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SAME, DIFFERS, CANNOT_TELL = "same", "differs", "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the machine makes of it; ``basis`` says on what it rests."""

    verdict: str
    basis: str
    edition: int | None = None
    """The version whose hash is that of the document in use."""


def propose(
    *,
    sha256: str,
    editions: Sequence[tuple[int, str]],
    shown_sha256: str = "",
    shown_version: str = "",
    given_version: str = "",
) -> Proposal:
    """Compare a document handed over with the one in use.

    ``editions`` are (edition, hash) of the same document's versions (C14). A hash that is
    none of theirs says nothing by itself: a saved copy may differ in bytes and not in content.
    """
    if shown_sha256 and shown_sha256 == sha256:
        return Proposal(verdict=SAME, basis="hash")
    other = next((edition for edition, each in editions if shown_sha256 == each), None)
    if other is not None:
        return Proposal(verdict=DIFFERS, basis="other_edition", edition=other)
    shown, given = plain_version(shown_version), plain_version(given_version)
    if shown and given:
        return Proposal(verdict=SAME if shown == given else DIFFERS, basis="version")
    return Proposal(verdict=CANNOT_TELL, basis="unknown_hash" if shown_sha256 else "nothing")


def plain_version(text: str) -> str:
    """``V 3.1``, ``v3.1`` and ``版本：3.1`` are one version; ``A/0`` and ``A/1`` are two."""
    folded = re.sub(r"[\s：:。，,]+", "", text.casefold())
    return re.sub(r"^(版本号?|版次|第|version|ver\.?|rev\.?|v)(?=\W*\w)", "", folded).strip("版.")
