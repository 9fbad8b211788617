"""PDF as pictures of its first pages: nothing in them can act."""

import time
from typing import BinaryIO

import pypdfium2

from engines.previews.parts import PAGES, NotMade, Preview
from engines.previews.pictures import MOST_PAGES, add_page

WIDE, HIGH = 1240, 1754
"""Pixels of an A4 page at 150 dots an inch."""
LARGEST_SCALE = 3.0
PROCESSOR_SECONDS = 8.0
"""Spent on pages before those that are there have to do."""


def preview_pdf(file: BinaryIO, media_type: str) -> Preview:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise NotMade("encrypted" if encrypted else "failed") from None
    with document:
        made = Preview(kind=PAGES, details={"pages": len(document)})
        for number in range(min(len(document), MOST_PAGES)):
            if number and time.process_time() > PROCESSOR_SECONDS:
                break
            page = document[number]
            width, height = page.get_size()
            scale = min(WIDE / max(width, 1), HIGH / max(height, 1), LARGEST_SCALE)
            add_page(made, page.render(scale=scale, may_draw_forms=False).to_pil())
            page.close()
    if not made.parts:
        raise NotMade("nothing")
    return made
