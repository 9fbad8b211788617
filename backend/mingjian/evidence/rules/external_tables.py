"""Files of other tools as tables: CSV, JSON and plain text, in whatever encoding they come."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

ENCODINGS = ("utf-8-sig", "gb18030")
DELIMITERS = ",\t;|"
SPOKEN_HEAD = ["time", "name", "text"]
CLOCK = r"(?P<time>(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T])?\d{1,2}:\d{2}(?::\d{2})?)"
SPOKEN = (
    # 09:30:12 From 张三 to Everyone: text
    re.compile(rf"^\[?{CLOCK}\]?\s+From\s+(?P<name>.+?)\s+(?i:to)\s+[^:：]+[:：]\s*(?P<text>.*)$"),
    # [2026-11-23 09:30:12] 张三: text
    re.compile(rf"^\[?{CLOCK}\]?\s+(?P<name>[^:：\t]{{1,60}}?)\s*[:：\t]\s*(?P<text>.*)$"),
    # 张三 2026-11-23 09:30:12, the text on the next lines
    re.compile(rf"^(?P<name>\S.{{0,60}}?)\s*[（(\[]?{CLOCK}[)）\]]?\s*[:：]?(?P<text>)$"),
)


def decoded(content: bytes) -> str | None:
    """The text of a file, or None where it is none."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def text_table(text: str) -> list[list[str]]:
    """Rows of a text: of JSON records, of lines that say who spoke when, or of a CSV."""
    stripped = text.lstrip()
    if stripped[:1] in {"{", "["} and (found := _json_table(stripped)):
        return found
    spoken = list(_spoken(text.splitlines()))
    lines = sum(1 for line in text.splitlines() if line.strip())
    if len(spoken) >= 1 and len(spoken) * 4 >= lines and not _is_csv(text):
        return [SPOKEN_HEAD, *spoken]
    return _csv_table(text)


def _csv_table(text: str) -> list[list[str]]:
    counts = {each: text[:20_000].count(each) for each in DELIMITERS}
    delimiter = max(counts, key=lambda each: counts[each])
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        return [[cell.strip() for cell in row] for row in rows if any(row)]
    except csv.Error:
        return []


def _is_csv(text: str) -> bool:
    """Whether most lines have as many cells as the first with several."""
    sizes = [len(row) for row in _csv_table(text)[:50]]
    most = max(sizes, default=0)
    return most >= 3 and sizes.count(most) * 2 > len(sizes)


def _spoken(lines: list[str]) -> Iterator[list[str]]:
    """``[time, name, text]`` of each utterance; lines in between belong to the one before."""
    current: list[str] | None = None
    for line in filter(str.strip, lines):
        found = next((match for each in SPOKEN if (match := each.match(line.strip()))), None)
        if found:
            if current:
                yield current
            current = [found["time"], found["name"].strip(), found["text"].strip()]
        elif current:
            current[2] = f"{current[2]}\n{line.strip()}".strip()
    if current:
        yield current


def _json_table(text: str) -> list[list[str]]:
    try:
        records = _records(json.loads(text))
    except (ValueError, RecursionError):
        return []
    head = list(dict.fromkeys(key for record in records for key in record))
    rows = [
        ["" if record.get(key) is None else _plain(record[key]) for key in head]
        for record in records
    ]
    return [head, *rows] if head else []


def _records(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The first list of objects anywhere in it."""
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        return value
    inner = value.values() if isinstance(value, dict) else ()
    found = (_records(each, depth + 1) for each in inner if depth < 5)
    return next(filter(None, found), [])


def _plain(value: Any) -> str:
    """Names often come as objects: their name is what counts."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("displayName") or "")
    return str(value)
