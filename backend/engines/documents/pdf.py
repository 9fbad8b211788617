"""PDF/A-2b from a Typst template: values travel as JSON, so a text of theirs is never code.

A template reads them with ``#let v = json(bytes(sys.inputs.values))`` and sets no font of its
own: :data:`PREAMBLE` does. It sees no file and no package.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import typst

from engines.documents.errors import FontMissing, TextNotPrintable

FAMILY = "Noto Sans CJK SC"
PREAMBLE = f"""\
#let v = json(bytes(sys.inputs.values))
#set text(font: "{FAMILY}", lang: v.at("lang", default: "zh"), size: 10.5pt)
"""
UNPRINTABLE = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf_of(
    template: str, values: Mapping[str, Any], *, made_at: int = 0, fonts: typst.Fonts | None = None
) -> bytes:
    """The template filled with ``values``: the same bytes for the same input.

    ``made_at`` are the Unix seconds that the document gives as its making. Raises
    :class:`FontMissing` without a Chinese font, :class:`TextNotPrintable` for characters that
    no font has.
    """
    installed = fonts or installed_fonts()
    if FAMILY not in installed.families():
        raise FontMissing(FAMILY)
    if '"@' in template:
        raise ValueError("a template imports no package: there is no network to fetch it from")
    with TemporaryDirectory() as nothing:
        try:
            compiler = typst.Compiler(
                (PREAMBLE + template).encode(),
                root=Path(nothing),
                font_paths=installed,
                sys_inputs={"values": json.dumps(values)},
            )
            return cast(bytes, compiler.compile(pdf_standards="a-2b", timestamp=made_at))
        except typst.TypstError as fault:
            if missing := unprintable(fault.diagnostic):
                raise TextNotPrintable(missing) from None
            raise


@cache
def installed_fonts() -> typst.Fonts:
    """The system's fonts, read once: reading them takes longer than a document."""
    return typst.Fonts()


def unprintable(diagnostic: str) -> str:
    """The characters, each once, of which Typst says that no font has them."""
    texts = "".join(found["text"] for found in UNPRINTABLE.finditer(diagnostic))
    return "".join(dict.fromkeys(ESCAPED.sub(lambda code: chr(int(code[1], 16)), texts)))
