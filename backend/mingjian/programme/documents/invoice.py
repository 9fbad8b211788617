"""An invoice as PDF, in the client's language; it looks as the contract does."""

from collections.abc import Iterable, Mapping
from typing import Any

from engines.documents import pdf_of
from mingjian.programme.documents.contract import TEMPLATE
from mingjian.programme.rules.invoices import money

MEDIA_TYPE = "application/pdf"
CLOSING = (
    "本账单是付款依据，不是税务发票；税务发票由认证机构另行开具。付款时请注明账单编号。",
    "Please pay by the due date and quote the invoice number. In China this is not the tax invoice "
    "(fapiao), which the certification body issues separately.",
)


def invoice_document(terms: Mapping[str, Any], *, made_at: int = 0) -> bytes:
    """``terms`` are plain values."""
    return pdf_of(TEMPLATE.read_text("utf-8"), _values(terms), made_at=made_at)


def _values(terms: Mapping[str, Any]) -> dict[str, Any]:
    english = terms["language"] == "en"
    title = ("账单", "Invoice")[english]
    return {
        "lang": "en" if english else "zh",
        "title": title,
        "body": terms["body"],
        "reference": f"{title} {terms['number']}",
        "facts": _facts(terms, english=english),
        "sections": [_lines(terms, english=english), _bank(terms["bank"], english=english)],
        "closing": CLOSING[english],
        "signing": [],
    }


def _facts(terms: Mapping[str, Any], *, english: bool) -> list[list[str]]:
    buyer = terms["buyer"]
    return _named(
        (
            ("账单编号", "Invoice", terms["number"]),
            ("开出日期", "Date", terms["issued_on"]),
            ("付款日期", "Due", terms["due_on"]),
            ("收款方", "From", terms["body"]),
            ("地址", "Address", terms["body_address"]),
            ("付款方", "To", buyer["name"]),
            ("统一社会信用代码 / 税号", "Registration", buyer.get("tax_number", "")),
            ("地址", "Address", buyer.get("address", "")),
            ("合同编号", "Contract", terms["contract"]),
        ),
        english=english,
    )


def _lines(terms: Mapping[str, Any], *, english: bool) -> dict[str, Any]:
    heads = (("项目", "数量", "单价", "金额"), ("Item", "Quantity", "Rate", "Amount"))[english]
    rows = [
        [line["text"], str(line["quantity"]), str(line["rate"]), money(line["amount_cents"])]
        for line in terms["lines"]
    ]
    tax = ("税", "Tax")[english] + f" {terms['tax_percent']} %"
    for name, sum_cents in (
        (("不含税金额", "Net")[english], terms["net_cents"]),
        (tax, terms["tax_cents"]),
        (("应付合计", "Total to pay")[english], terms["gross_cents"]),
    ):
        rows.append([name, "", terms["currency"], money(sum_cents)])
    return {
        "title": ("费用", "Fees")[english],
        "lines": [terms["note"]] if terms["note"] else [],
        "head": list(heads),
        "rows": rows,
    }


def _bank(bank: Mapping[str, str], *, english: bool) -> dict[str, Any]:
    facts = _named(
        (
            ("户名", "Holder", bank["holder"]),
            ("开户银行", "Bank", bank["bank"]),
            ("账号", "Account", bank["account"]),
        ),
        english=english,
    )
    return {
        "title": ("收款账户", "Where to pay")[english],
        "lines": [],
        "head": list((("项目", "内容"), ("Item", "Value"))[english]),
        "rows": facts,
    }


def _named(facts: Iterable[tuple[str, str, str]], *, english: bool) -> list[list[str]]:
    return [[en if english else zh, str(value)] for zh, en, value in facts if value]
