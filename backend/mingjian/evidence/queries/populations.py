"""The file given as a list, opened as rows; and the canonical list, opened as lines."""

import codecs
import hashlib
import io
from collections.abc import Callable, Iterator

from mingjian.evidence.errors.sampling import ListAlteredError
from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.rules.populations import HEAD_BYTES, ListProblem, csv_rows, delimiter_of
from mingjian.kit.crypto import OpenedFile, SealedReader
from mingjian.kit.errors import MingjianError
from mingjian.kit.excel import sheet_rows
from mingjian.kit.excel.errors import WorkbookTooLarge

ZIP = b"PK\x03\x04"
MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
ENCODINGS = ("utf-8-sig", "gb18030")
BUFFER = 1 << 20
Watch = Callable[[int, int], object]


def rows_of(item: EvidenceItem, watch: Watch) -> Iterator[list[str]]:
    """Rows of a CSV or of a workbook's first sheet; ``watch`` hears bytes done and all bytes.

    Raises :class:`ListProblem` where the file is no list.
    """
    reader = content_of(item)
    if reader.read_at(0, len(ZIP)) == ZIP or name_of_item(item).casefold().endswith(".xlsx"):
        return _sheet(_opened(reader, watch))
    encoding = _encoding(reader)
    head = reader.read_at(0, HEAD_BYTES).decode(encoding, "replace")
    text = io.TextIOWrapper(_opened(reader, watch), encoding, newline="")
    return csv_rows(text, delimiter_of(head.removeprefix("\ufeff")))


def canonical_lines(item: EvidenceItem, watch: Watch) -> Iterator[bytes]:
    """The lines of a canonical list, headings first; raises where it is not what was sealed."""
    digest, rest, done = hashlib.sha256(), b"", 0
    for piece in content_of(item).iterate():
        digest.update(piece)
        done += len(piece)
        watch(done, item.size)
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
    if digest.hexdigest() != item.sha256:
        raise ListAlteredError(code=item.code)


def _opened(reader: SealedReader, watch: Watch) -> io.BufferedReader:
    return io.BufferedReader(OpenedFile(reader, watch), BUFFER)


def _sheet(file: io.BufferedReader) -> Iterator[list[str]]:
    try:
        yield from sheet_rows(file)
    except WorkbookTooLarge:
        raise ListProblem("too_large") from None
    except MingjianError:
        raise ListProblem("not_a_list") from None


def _encoding(reader: SealedReader) -> str:
    """The first encoding in which all of it is text: read through once, nothing kept."""
    head = reader.read_at(0, HEAD_BYTES)
    if head[:2] in MARKS:
        return MARKS[head[:2]]
    if b"\0" in head:
        raise ListProblem("not_a_list")
    for encoding in ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for piece in reader.iterate():
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise ListProblem("encoding")
