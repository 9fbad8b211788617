"""What anybody needs to recompute a draw: the bundle for those who may see the list, else less."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http.response import HttpResponseBase

from mingjian.evidence.errors.sampling import NothingDrawnError
from mingjian.evidence.models import DrawnRow, EvidenceItem, Sample, SampleDraw
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.queries.samples import entry_of, list_words, row_words
from mingjian.evidence.rules.sampling import EVERYTHING, Terms, draw_document
from mingjian.kit.crypto import SealedReader
from mingjian.kit.streaming import sent_piece_by_piece
from mingjian.kit.zips import ZipSink

DOCS = settings.REPOSITORY / "docs"
PUBLIC = ("sampling.md", "recompute_sample.py", "sampling_vectors.json")
"""Shipped with the product; the description and the script are what makes a draw provable."""
PIECE = 256 * 1024


def last_draw(row: Sample) -> SampleDraw:
    """The draw that stands, else the last one that was discarded."""
    draws = row.draws.filter(rows__isnull=False).select_related("population__canonical")
    found = draws.order_by("-round").first()
    if found is None:
        raise NothingDrawnError
    found.sample = found.population.sample = row
    return found


def canonical_of(row: Sample) -> EvidenceItem:
    """The list that the last draw was made from."""
    item = last_draw(row).population.canonical
    if item is None:
        raise NothingDrawnError
    return item


def draw_file(row: Sample) -> dict[str, Any]:
    """``draw.json``, with where the journal says that the seed came before the list."""
    draw = last_draw(row)
    terms = Terms(
        seed=bytes.fromhex(row.seed),
        population_sha256=canonical_of(row).sha256,
        round=draw.round,
        column=draw.column,
        sizes={},
    )
    return draw_document(terms, row.commitment, _taken(draw)) | _record(row, draw)


def proof_view(row: Sample) -> dict[str, Any]:
    """That it was drawn as committed, without a word of the list."""
    document = draw_file(row)
    numbers = [number for taken in document.pop("drawn").values() for number in taken]
    return document | {"drawn_numbers": numbers}


def bundle_response(row: Sample) -> HttpResponseBase:
    """A ZIP with everything, made while it is sent."""
    draw, canonical = last_draw(row), canonical_of(row)
    texts = {
        "draw.json": json.dumps(draw_file(row), ensure_ascii=False, indent=2),
        "result.csv": _result(draw),
    } | {name: (DOCS / name).read_text("utf-8") for name in PUBLIC}
    # Opened here: while it is sent, no database is at hand.
    reader = content_of(canonical)
    name = f"{row.case.number} {row.code}.zip"
    return sent_piece_by_piece(_zipped(texts, reader), name, "application/zip")


def _taken(draw: SampleDraw) -> dict[str, list[int]]:
    """Stratum → row numbers in order of rank, replacements included."""
    taken: dict[str, list[int]] = {}
    for each in _rows(draw):
        stratum = row_words(each).get("stratum", EVERYTHING)
        taken.setdefault(stratum, []).append(each.number)
    return taken


def _rows(draw: SampleDraw) -> list[DrawnRow]:
    rows = list(draw.rows.select_related("request", "replaces").order_by("rank", "number"))
    for row in rows:
        row.draw = draw
    return rows


def _record(row: Sample, draw: SampleDraw) -> dict[str, Any]:
    source = draw.population.source
    committed, given = entry_of(row, "sample.committed"), entry_of(source, "evidence.sealed")
    return {
        "sample": row.code,
        "audit": row.case.number,
        "committed_at": row.committed_at.isoformat(),
        "committed_entry": committed.seq if committed else None,
        "list_item": source.code,
        "list_sha256": source.sha256,
        "list_entry": given.seq if given else None,
    }


def _result(draw: SampleDraw) -> str:
    """What was drawn, as a table that a spreadsheet opens."""
    table = io.StringIO()
    writer = csv.writer(table)
    headings = list_words(draw.population).get("headings", [])
    writer.writerow(["row", "stratum", "replaces", "replaced", "request", *headings])
    for row in sorted(_rows(draw), key=lambda each: each.place):
        words = row_words(row)
        writer.writerow(
            [
                row.number,
                words.get("stratum", ""),
                row.replaces.number if row.replaces else "",
                words.get("reason", ""),
                row.request.code if row.request else "",
                *words.get("cells", []),
            ]
        )
    return f"\ufeff{table.getvalue()}"


def _zipped(texts: dict[str, str], population: SealedReader) -> Iterator[bytes]:
    sink = ZipSink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        with archive.open("population.tsv", "w", force_zip64=True) as member:
            for piece in population.iterate(block=PIECE):
                member.write(piece)
                yield sink.drained()
    yield sink.drained()
