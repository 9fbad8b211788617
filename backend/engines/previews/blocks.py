"""Headings, paragraphs and tables as plain values: nobody can be made to run them."""

import json
from dataclasses import dataclass, field
from typing import Any

from engines.previews.parts import BLOCKS, JSON, TEXT, NotMade, Part, Preview

MOST_CHARACTERS = 300_000
MOST_ROWS, MOST_COLUMNS = 500, 40
LONGEST_CELL = 2_000


class Full(Exception):
    """As much as is shown; the rest is in the file."""


@dataclass(slots=True)
class Blocks:
    """Collects until it is full; ``is_cut`` says that there is more."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    characters: int = 0
    is_cut: bool = False

    def text(self, text: str, kind: str = "text") -> None:
        if text.strip():
            self.blocks.append({"kind": kind, "text": self._fitted(text.rstrip())})

    def slide(self, number: int) -> None:
        self.blocks.append({"kind": "slide", "number": number})

    def table(self, rows: list[list[str]], name: str = "") -> None:
        """``rows`` without the empty cells at their ends."""
        filled = [_trimmed(row) for row in rows]
        while filled and not filled[-1]:
            filled.pop()
        if len(filled) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in filled):
            self.is_cut = True
        if filled:
            shown: list[list[str]] = []
            self.blocks.append({"kind": "table", "name": name, "rows": shown})
            for row in filled[:MOST_ROWS]:
                shown.append([self._fitted(cell[:LONGEST_CELL]) for cell in row[:MOST_COLUMNS]])

    def preview(self, **details: int) -> Preview:
        if not self.blocks:
            raise NotMade("nothing")
        content = {"blocks": self.blocks, "is_cut": self.is_cut}
        part = Part(
            role=BLOCKS, media_type=JSON, content=json.dumps(content, ensure_ascii=False).encode()
        )
        return Preview(kind=TEXT, parts=[part], details=details)

    def _fitted(self, text: str) -> str:
        left = MOST_CHARACTERS - self.characters
        if left <= 0:
            self.is_cut = True
            raise Full
        self.characters += len(text)
        self.is_cut = self.is_cut or len(text) > left
        return text[:left]


def _trimmed(row: list[str]) -> list[str]:
    last = next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)
    return row[:last]
