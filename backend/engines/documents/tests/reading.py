"""What a reader would see in a PDF: its text, by the maps that make it searchable."""

import re
import zlib

OBJECT = re.compile(rb"\n(\d+) 0 obj\n(.*?)\nendobj", re.S)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", re.I)
SHOWN = re.compile(
    rb"/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)|<([0-9A-F]+)>(?= ?(?:Tj|-|\d|\]|\(|<))", re.S | re.I
)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_text(pdf: bytes) -> str:
    """All text of a PDF that Typst wrote, in the order of its pages."""
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    text = ""
    for body in objects.values():
        if b"/Type/Page/" not in body and not body.rstrip(b">").endswith(b"/Type/Page"):
            continue
        maps = _maps(body, objects)
        for number in re.findall(rb"/Contents (\d+) 0 R", body):
            text += _shown(_stream(objects[int(number)]), maps)
    return text


def _maps(page: bytes, objects: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    resources = re.search(rb"/Resources (\d+) 0 R", page)
    inside = objects[int(resources[1])] if resources else page
    fonts = re.findall(rb"/(f\d+) (\d+) 0 R", inside)
    found = {}
    for name, number in fonts:
        to_unicode = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert to_unicode, "a font without a map cannot be searched"
        pairs = RANGE.findall(_stream(objects[int(to_unicode[1])]))
        found[name] = {
            int(glyph, 16): bytes.fromhex(code.decode()).decode("utf-16-be")
            for glyph, code in pairs
        }
    return found


def _shown(content: bytes, maps: dict[bytes, dict[int, str]]) -> str:
    text, current = "", {}
    for font, literal, digits in SHOWN.findall(content):
        if font:
            current = maps[font]
            continue
        glyphs = bytes.fromhex(digits.decode()) if digits else ESCAPE.sub(_unescaped, literal)
        for place in range(0, len(glyphs) - 1, 2):
            text += current.get(int.from_bytes(glyphs[place : place + 2]), "")
    return text


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if code.isdigit() else NAMED.get(code, code)


def _stream(body: bytes) -> bytes:
    found = STREAM.search(body)
    assert found, "an object without a stream"
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]
