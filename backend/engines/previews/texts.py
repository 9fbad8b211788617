"""Texts in Unicode or GB 18030, and tables that somebody saved as text."""

import csv
import io
from contextlib import suppress
from typing import BinaryIO

from engines.intake.kinds import text_encoding
from engines.previews.blocks import MOST_CHARACTERS, MOST_ROWS, Blocks, Full
from engines.previews.parts import NotMade, Preview

READ = 2 << 20
SEPARATORS = {"text/csv": ",;\t|", "text/tab-separated-values": "\t"}


def preview_text(file: BinaryIO, media_type: str) -> Preview:
    head = file.read(READ)
    is_whole = len(head) < READ
    encoding = text_encoding(head[: 64 << 10])
    if not encoding:
        raise NotMade("nothing")
    text = head.decode("utf-8-sig" if encoding == "utf-8" else encoding, "replace")
    blocks = Blocks(is_cut=not is_whole)
    with suppress(Full):
        if media_type in SEPARATORS:
            _add_table(blocks, text, SEPARATORS[media_type])
        else:
            blocks.text(text, "plain")
            blocks.is_cut = blocks.is_cut or len(text) > MOST_CHARACTERS
    return blocks.preview()


def _add_table(blocks: Blocks, text: str, separators: str) -> None:
    first = text.partition("\n")[0]
    separator = max(separators, key=first.count)
    rows = []
    with suppress(csv.Error):  # what was read up to there is shown
        for row in csv.reader(io.StringIO(text.replace("\0", "")), delimiter=separator):
            rows.append(row)
            if len(rows) > MOST_ROWS:
                break
    blocks.table(rows)
