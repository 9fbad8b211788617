"""A Word document that re-opens, with what was put in and nothing else done."""

from io import BytesIO

import pytest
from docx import Document
from jinja2.exceptions import SecurityError

from engines.documents import docx_of


def template(*paragraphs: str) -> bytes:
    document, stored = Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stored)
    return stored.getvalue()


def texts(docx: bytes) -> list[str]:
    return [each.text for each in Document(BytesIO(docx)).paragraphs]


def test_values_and_loops_are_filled_in() -> None:
    letter = template("{{ title }}", "{%p for name in names %}", "{{ name }}", "{%p endfor %}")
    filled = docx_of(letter, {"title": "远程审核协议", "names": ["欧阳𡈼玥", "Ana Müller"]})
    assert texts(filled) == ["远程审核协议", "欧阳𡈼玥", "Ana Müller"]


def test_what_looks_like_markup_stays_text() -> None:
    filled = docx_of(template("{{ text }}"), {"text": "<w:p> & {{ 7 * 7 }} </w:t>"})
    assert texts(filled) == ["<w:p> & {{ 7 * 7 }} </w:t>"]


def test_a_template_reaches_nothing_but_its_values() -> None:
    with pytest.raises(SecurityError):
        docx_of(template("{{ ''.__class__.__mro__[1].__subclasses__() }}"), {})
