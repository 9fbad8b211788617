"""The certification contract as PDF and Word, in the applicant's language."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from engines.documents import docx_of, pdf_of
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.rules.schemes import SCHEMES

TEMPLATE = Path(__file__).with_name("contract.typ")
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

CLAUSES: tuple[tuple[tuple[str, str], tuple[tuple[str, str], ...]], ...] = (
    (
        ("双方的责任", "Duties"),
        (
            (
                "认证机构按 ISO/IEC 17021-1 和适用的认证规则独立、公正地开展审核，作出认证决定，"
                "并对审核中获得的信息保密。",
                "The certification body audits and decides independently and impartially by "
                "ISO/IEC 17021-1 and the applicable rules, and keeps confidential what it learns.",
            ),
            (
                "客户如实提供申请和审核所需的信息，为审核（包括远程审核）提供条件，及时通报影响认证的变化，"
                "正确使用证书和标志。",
                "The client gives true information, makes the audit possible, remote audits "
                "included, reports changes that bear on the certification in time, and uses "
                "certificate and mark correctly.",
            ),
            (
                "认证机构可以按规则开展监督审核和提前较短时间通知的审核，并可以暂停、缩小或撤销认证；客户可以"
                "申诉和投诉。",
                "By the rules the body carries out surveillance and short-notice audits and may "
                "suspend, reduce or withdraw the certification. The client may appeal and "
                "complain.",
            ),
        ),
    ),
)
CLOSING = (
    "本合同自双方签署之日起生效。签署记录（签署人、时间、本文件的 SHA-256）"
    "保存在审核平台的日志中。",
    "This contract is in force once both parties have signed it. Who signed when, and the SHA-256 "
    "of this file, are kept in the platform's journal.",
)


def contract_document(terms: Mapping[str, Any], kind: str, *, made_at: int = 0) -> bytes:
    """The contract as ``pdf`` or ``docx``; ``terms`` are plain values."""
    values = _values(terms)
    if kind == "pdf":
        return pdf_of(TEMPLATE.read_text("utf-8"), values, made_at=made_at)
    return docx_of(_word_template(), values)


def _values(terms: Mapping[str, Any]) -> dict[str, Any]:
    english = terms["language"] == "en"
    form = terms["form"]
    client = (form.get("name_en") or form["name"]) if english else form["name"]
    title = ("认证合同", "Certification contract")[english]
    sides = (("甲方（认证机构）", "Certification body"), ("乙方（客户）", "Client"))
    caption = ("签名 / 日期", "Signature / date")[english]
    return {
        "lang": "en" if english else "zh",
        "title": title,
        "body": terms["body"],
        "reference": f"{title} {terms['number']}",
        "facts": _facts(terms, client, english=english),
        "sections": [
            _sites(form, english=english),
            _fees(terms["quote"], english=english),
            *(_clauses(each, english=english) for each in CLAUSES),
        ],
        "closing": CLOSING[english],
        "signing": [
            {"side": side[english], "name": name, "caption": caption}
            for side, name in zip(sides, (terms["body"], client), strict=True)
        ],
    }


def _facts(terms: Mapping[str, Any], client: str, *, english: bool) -> list[list[str]]:
    form = terms["form"]
    standards = [
        SCHEMES[code].standard if english else SCHEMES[code].standard_cn for code in form["schemes"]
    ]
    named = (
        ("合同编号", "Contract", terms["number"]),
        ("甲方（认证机构）", "Certification body", terms["body"]),
        ("批准号", "Approval", terms["approval_number"]),
        ("乙方（客户）", "Client", client),
        (
            "统一社会信用代码",
            "Registration",
            form.get("registration") if form.get("is_foreign") else form.get("credit_code"),
        ),
        ("地址", "Address", form["address"]),
        ("认证标准", "Standards", "、".join(standards) if not english else ", ".join(standards)),
        ("认证范围", "Scope", form["scope"]),
        ("专业代码", "Technical codes", " ".join(terms["codes"])),
        ("初次认证审核人日", "Auditor-days, initial", terms["days"]),
        ("签约日期", "Date", terms["date"]),
    )
    return [[en if english else zh, str(value)] for zh, en, value in named if value]


def _sites(form: Mapping[str, Any], *, english: bool) -> dict[str, Any]:
    heads = (("场所", "地址", "人数"), ("Site", "Address", "People"))[english]
    rows = [
        [site["name"], site.get("address", ""), str(Headcount.of(site["headcount"]).people)]
        for site in form["sites"]
    ]
    return {
        "title": ("场所", "Sites")[english],
        "lines": [],
        "head": list(heads),
        "rows": rows,
    }


def _fees(quote: Mapping[str, Any], *, english: bool) -> dict[str, Any]:
    heads = (
        ("项目", "数量", "单价", "金额"),
        ("Item", "Quantity", "Rate", "Amount"),
    )[english]
    rows = [
        [line["text"], str(line["quantity"]), str(line["rate"]), str(line["amount"])]
        for line in quote["lines"]
    ]
    tax = ("税", "Tax")[english] + f" {quote['tax_percent']} %"
    rows += [
        [tax, "", "", str(quote["tax"])],
        [("合计", "Total")[english], "", quote["currency"], str(quote["gross"])],
    ]
    return {
        "title": ("费用", "Fees")[english],
        "lines": [quote["note"]] if quote["note"] else [],
        "head": list(heads),
        "rows": rows,
    }


def _clauses(
    part: tuple[tuple[str, str], tuple[tuple[str, str], ...]], *, english: bool
) -> dict[str, Any]:
    title, lines = part
    return {
        "title": title[english],
        "lines": [f"{place}. {line[english]}" for place, line in enumerate(lines, 1)],
        "head": [],
        "rows": [],
    }


@cache
def _word_template() -> bytes:
    """A plain Word template: headings, sentences, and one line per row."""
    document, stored = Document(), BytesIO()
    document.add_heading("{{ title }}", level=1)
    _loop(document, "fact in facts", "{{ fact[0] }}：{{ fact[1] }}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.title }}", level=2)
    _loop(document, "line in section.lines", "{{ line }}")
    document.add_paragraph("{%p if section.rows %}")
    document.add_paragraph("{{ section.head | join('　|　') }}")
    _loop(document, "row in section.rows", "{{ row | join('　|　') }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ closing }}")
    _loop(
        document,
        "party in signing",
        "{{ party.side }} {{ party.name }} ________ {{ party.caption }}",
    )
    document.save(stored)
    return stored.getvalue()


def _loop(document: Any, loop: str, text: str) -> None:
    document.add_paragraph(f"{{%p for {loop} %}}")
    document.add_paragraph(text)
    document.add_paragraph("{%p endfor %}")
