"""The remote agreement as PDF and Word, Chinese and English, from one subject."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Pt

from engines.documents import docx_of, pdf_of
from mingjian.kit.words import Words
from mingjian.programme.rules.agreement import Section, Subject, sections

TEMPLATE = Path(__file__).with_name("remote_agreement.typ")
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LANGUAGES = ("zh", "en")
TITLE = Words("远程审核协议", "Remote audit agreement")
Read = Callable[[Words], str]


def agreement_document(subject: Subject, language: str, kind: str, *, made_at: int = 0) -> bytes:
    """The agreement in ``zh`` or ``en``, as ``pdf`` or ``docx``."""
    values = _values(subject, language)
    if kind == "pdf":
        return pdf_of(TEMPLATE.read_text("utf-8"), values, made_at=made_at)
    return docx_of(_word_template(), values)


def file_name(subject: Subject, language: str, kind: str) -> str:
    title = TITLE.en if language == "en" else TITLE.zh
    return f"{title} {subject.number} v{subject.version}.{kind}"


def _values(subject: Subject, language: str) -> dict[str, Any]:
    def read(words: Words) -> str:
        return words.en if language == "en" else words.zh

    reference = f"{subject.number} · v{subject.version}"
    facts = (
        (Words("甲方（认证机构）", "Certification body"), read(subject.body)),
        (Words("乙方（受审核方）", "Client"), read(subject.client)),
        (Words("审核计划编号", "Audit"), subject.number),
        (Words("领域", "Schemes"), subject.schemes),
        (Words("审核日期", "Dates"), subject.days),
        (Words("审核方式", "Mode"), read(subject.mode)),
        (Words("协议版本", "Version"), str(subject.version)),
    )
    return {
        "lang": language,
        "title": read(TITLE),
        "author": read(subject.body),
        "reference": reference,
        "facts": [[read(name), value] for name, value in facts],
        "sections": [_section(each, read) for each in sections(subject)],
        "closing": read(CLOSING),
        "signing": [
            {"side": read(side), "name": read(party), "caption": read(CAPTION)}
            for side, party in ((facts[0][0], subject.body), (facts[1][0], subject.client))
        ],
    }


CLOSING = Words(
    "本协议自双方签署之日起生效，只能以新版本变更。中文与英文文本不一致时，以中文文本为准。"
    "签署记录（签署人、时间、本文件的 SHA-256）保存在审核平台的日志中。",
    "This agreement is in force once both parties have signed it; it changes by a new version "
    "only. Where the Chinese and the English text differ, the Chinese text holds. Who signed "
    "when, and the SHA-256 of the signed file, are kept in the platform's journal.",
)
CAPTION = Words("签名 / 日期", "Signature / date")


def _section(section: Section, read: Read) -> dict[str, Any]:
    return {
        "title": read(section.title),
        "lines": [read(line) for line in section.lines],
        "head": [read(cell) for cell in section.head],
        "rows": [[read(cell) for cell in row] for row in section.rows],
    }


@cache
def _word_template() -> bytes:
    """A plain Word template: headings, sentences and tables."""
    document, stored = Document(), BytesIO()
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_heading("{{ title }}", level=1)
    _lines(document, "fact in facts", "{{ fact[0] }}：{{ fact[1] }}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title }}", level=2)
    _lines(document, "line in section.lines", "{{ line }}")
    document.add_paragraph("{%p if section.rows %}")
    _table(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ closing }}")
    _lines(
        document,
        "party in signing",
        "{{ party.side }} {{ party.name }} ____________ {{ party.caption }}",
    )
    document.save(stored)
    return stored.getvalue()


def _lines(document: Any, loop: str, text: str) -> None:
    document.add_paragraph(f"{{%p for {loop} %}}")
    document.add_paragraph(text)
    document.add_paragraph("{%p endfor %}")


def _table(document: Any) -> None:
    """As many columns as the head has; rows and cells repeat as docxtpl reads them."""
    table = document.add_table(rows=4, cols=3, style="Table Grid")
    texts = (
        ("{%tc for cell in section.head %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr for row in section.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
