"""Texts of guides: what changed between two of them, and how the shipped ones are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a comparison."""

    kind: str
    """``same``, ``gone`` or ``new``."""
    text: str


def differences(old: str, new: str) -> list[Change]:
    """Line by line, what left before what came."""
    before, after = old.splitlines(), new.splitlines()
    found: list[Change] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            found += [Change("same", line) for line in before[a1:a2]]
            continue
        found += [Change("gone", line) for line in before[a1:a2]]
        found += [Change("new", line) for line in after[b1:b2]]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedGuide:
    """A page that comes with the product."""

    code: str
    kind: str
    audience: str
    schemes: tuple[str, ...]
    position: int
    title_zh: str
    title_en: str
    text_zh: str
    text_en: str


def shipped(
    index: Mapping[str, Any], texts: Mapping[str, tuple[str, str]], faq: tuple[str, str]
) -> Iterator[ShippedGuide]:
    """The pages of ``index`` with their texts, then the questions of ``faq``."""
    for place, page in enumerate(index["guides"], start=1):
        zh, en = texts[page["code"]]
        yield ShippedGuide(
            code=page["code"],
            kind="guide",
            audience=page["audience"],
            schemes=tuple(page.get("schemes", ())),
            position=10 * place,
            title_zh=_title(zh),
            title_en=_title(en),
            text_zh=_body(zh),
            text_en=_body(en),
        )
    pairs = zip(_questions(faq[0]), _questions(faq[1]), index["questions"], strict=True)
    for place, (zh_pair, en_pair, audience) in enumerate(pairs, start=1):
        yield ShippedGuide(
            code=f"faq-{place:02}",
            kind="question",
            audience=audience,
            schemes=(),
            position=1000 + 10 * place,
            title_zh=zh_pair[0],
            title_en=en_pair[0],
            text_zh=zh_pair[1],
            text_en=en_pair[1],
        )


def _title(text: str) -> str:
    return text.splitlines()[0].removeprefix("# ").strip()


def _body(text: str) -> str:
    return text.partition("\n")[2].strip()


def _questions(text: str) -> list[tuple[str, str]]:
    """``## question`` and the answer below it."""
    parts = text.split("\n## ")[1:]
    return [(part.partition("\n")[0].strip(), part.partition("\n")[2].strip()) for part in parts]
