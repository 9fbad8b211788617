"""A PDF that opens everywhere, keeps its Chinese, and takes no orders from its values."""

import pytest
import typst

from engines.documents import FontMissing, TextNotPrintable, pdf_of
from engines.documents.pdf import FAMILY, installed_fonts
from engines.documents.tests.reading import pdf_text

LETTER = """\
#set document(title: v.title, author: "华鉴认证")
= #v.title
#for name in v.names [- #name]
"""
without_font = pytest.mark.skipif(
    FAMILY not in installed_fonts().families(), reason=f"{FAMILY} is not installed"
)


@without_font
def test_chinese_of_the_values_can_be_read_in_the_document() -> None:
    pdf = pdf_of(LETTER, {"title": "远程审核协议", "names": ["欧阳𡈼玥", "Ana (Müller)"]})
    text = pdf_text(pdf)
    assert "远程审核协议" in text
    assert "欧阳𡈼玥" in text
    assert "Ana (Müller)" in text


@without_font
def test_the_document_is_an_archive_copy_with_its_fonts_inside() -> None:
    pdf = pdf_of(LETTER, {"title": "协议", "names": []})
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert b"/FontFile" in pdf


@without_font
def test_the_same_input_gives_the_same_bytes_and_another_moment_others() -> None:
    values = {"title": "协议", "names": ["张三"]}
    assert pdf_of(LETTER, values) == pdf_of(LETTER, values)
    assert pdf_of(LETTER, values, made_at=1_767_225_600) != pdf_of(LETTER, values)


@without_font
def test_a_value_is_text_and_never_an_order() -> None:
    order = '#read("/etc/hostname") *bold* $x$ #import "@preview/x:1.0.0"'
    assert '#read("/etc/hostname") *bold* $x$' in pdf_text(pdf_of("#v.text", {"text": order}))


@without_font
def test_a_template_reads_no_file_and_loads_no_package() -> None:
    with pytest.raises(typst.TypstError, match="not found"):
        pdf_of('#read("/etc/hostname")', {})
    with pytest.raises(ValueError, match="no package"):
        pdf_of('#import "@preview/cetz:0.3.0": *', {})


@without_font
def test_characters_without_a_glyph_are_named() -> None:
    with pytest.raises(TextNotPrintable) as refused:
        pdf_of("#v.text", {"text": "客户\u0007 ไท"})
    assert set(refused.value.characters) >= {"ไ", "ท"}


def test_without_a_chinese_font_there_is_no_document() -> None:
    bare = typst.Fonts(include_system_fonts=False)
    with pytest.raises(FontMissing, match=FAMILY):
        pdf_of(LETTER, {"title": "协议", "names": []}, fonts=bare)
