"""Files that mean harm, or came to harm: each made here, with the verdict that it earns."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from engines.previews.tests.files import packed, pdf, picture, word

MEBIBYTE = 1 << 20
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
PROGRAM = b"MZ\x90\0\x03" + bytes(600)


@dataclass(frozen=True)
class BadFile:
    """``code`` is the refusal, or ``held`` with these warnings."""

    name: str
    content: bytes
    code: str
    warnings: tuple[str, ...] = ()


def bad_files() -> Iterator[BadFile]:
    yield BadFile("空.txt", b"", "empty")
    yield BadFile("质量手册.pdf", pdf()[:-200], "truncated")
    yield BadFile("带密码.pdf", encrypted_pdf(), "encrypted")
    yield BadFile("报告.pdf", PROGRAM, "program")
    yield BadFile("照片.jpg", PROGRAM, "program")
    yield BadFile("说明.txt", b"#!/bin/sh\nrm -rf /\n", "program")
    yield BadFile("照片2.jpg", packed({"a.txt": "x"}), "other_type")
    yield BadFile("照片3.jpg", picture()[:-300], "truncated")
    yield BadFile("动图.gif", b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)//", "truncated")
    yield BadFile("两用.pdf", pdf() + packed({"a.txt": "x"}), "two_in_one")
    yield BadFile("全零.zip", packed({"zeros": bytes(120 * MEBIBYTE)}), "archive_bomb")
    yield BadFile("套娃.zip", nested(4), "nested_too_deep")
    yield BadFile("链接.zip", linked(), "link_inside")
    yield BadFile("很多.zip", many_members(10_001), "too_many_members")
    yield BadFile("路径.zip", packed({"../../etc/cron.d/x": "x"}), "path_outside")
    yield BadFile("像素.png", pixel_bomb(), "pixel_bomb")
    yield BadFile("实体.docx", word("<w:p/>", LAUGHS), "xml_entities")
    yield BadFile(
        "实体.svg",
        f'<?xml version="1.0"?>{LAUGHS}<svg>&c;</svg>'.encode(),
        "xml_entities",
        ("active_page",),
    )
    yield BadFile("宏.docm", word(more={"word/vbaProject.bin": b"\0"}), "held", ("macros",))
    yield BadFile("脚本.pdf", pdf_with_script(), "held", ("pdf_active",))
    yield BadFile("页面.svg", b"<svg onload='alert(1)'/>", "held", ("active_page",))
    yield BadFile("膨胀.pdf", pdf_that_unfolds(200 * MEBIBYTE), "held")
    yield BadFile("国标名称.zip", named_in_gb18030("检验记录.txt"), "held")
    yield BadFile("../../etc/passwd", b"root:x:0:0\n", "held")


def encrypted_pdf() -> bytes:
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(content, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return content.getvalue()


def pdf_with_script() -> bytes:
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        document.Root.OpenAction = document.make_indirect(script)
        document.save(content)
    return content.getvalue()


def pdf_that_unfolds(size: int) -> bytes:
    """A page whose drawing is blanks, compressed to nearly nothing."""
    content = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        packer = zlib.compressobj(1)
        blanks = b"".join(packer.compress(b" " * MEBIBYTE) for _ in range(size // MEBIBYTE))
        drawing = pikepdf.Stream(document, blanks + packer.flush())
        drawing.Filter = pikepdf.Name.FlateDecode
        page.obj.Contents = document.make_indirect(drawing)
        document.save(content, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return content.getvalue()


def nested(levels: int) -> bytes:
    content = packed({"a.txt": "x"})
    for _ in range(levels):
        content = packed({"inner.zip": content})
    return content


def linked() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        link = zipfile.ZipInfo("etc")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc")
    return content.getvalue()


def many_members(count: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), b"")
    return content.getvalue()


def named_in_gb18030(name: str) -> bytes:
    """As Chinese tools pack: the name in the local code, and no flag that says so."""
    raw = name.encode("gb18030")
    stand_in = "n" * len(raw)
    return packed({stand_in: "x"}).replace(stand_in.encode(), raw)


def pixel_bomb(side: int = 60_000) -> bytes:
    """A picture of a few bytes that says it has three and a half billion pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
