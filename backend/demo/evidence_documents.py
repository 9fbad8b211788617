"""Documents of the client of the accepted audit, so that there is something to leaf through."""

from __future__ import annotations

import io
import math
import wave
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import openpyxl

from demo.evidence import hand_over
from engines.documents import FontMissing, pdf_of

if TYPE_CHECKING:
    from demo.story import Story

MANUAL = "质量手册.pdf"
CHAPTERS = (
    ("质量手册 V3.2", "华远精密机械有限公司\n2026 年 9 月 1 日起生效"),
    ("4 组织环境", "与顾客、员工、监管部门和所在社区有关的内外部因素，每年评审一次。"),
    ("8.5 生产和服务提供", "首件、巡检和末件均须记录；计量器具在有效期内方可使用。"),
)
TEMPLATE = """
#set page(paper: "a4", margin: 3cm)
#for (number, chapter) in v.chapters.enumerate() {
  if number > 0 { pagebreak() }
  heading(chapter.at(0))
  linebreak()
  text(chapter.at(1))
}
"""
SCRAP = (
    ("月份", "投产", "报废", "报废率"),
    ("2026-08", 41_200, 371, 0.009),
    ("2026-09", 39_850, 438, 0.011),
    ("2026-10", 43_010, 344, 0.008),
)
RATE = 8_000


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 1, partial(_documents, story)


def _documents(story: Story) -> None:
    with suppress(FontMissing):  # without a Chinese font the product makes no PDF either
        manual = pdf_of(TEMPLATE, {"chapters": CHAPTERS})
        hand_over(story, MANUAL, "application/pdf", manual)
    hand_over(story, "月度报废统计.xlsx", "application/octet-stream", _workbook())
    hand_over(story, "三号机床运行声音.wav", "audio/wav", _sound())


def _workbook() -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet("报废统计", 0)
    for row in SCRAP:
        sheet.append(row)
    book.remove(book.worksheets[-1])
    book.save(content)
    return content.getvalue()


def _sound(seconds: int = 6) -> bytes:
    """A machine that runs up, hums and stops."""
    loud = (math.sin(math.pi * at / (seconds * RATE)) for at in range(seconds * RATE))
    hum = (math.sin(at * 2 * math.pi * 110 / RATE) for at in range(seconds * RATE))
    samples = array("h", (int(12_000 * one * other) for one, other in zip(loud, hum, strict=True)))
    content = io.BytesIO()
    with wave.open(content, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(samples.tobytes())
    return content.getvalue()
