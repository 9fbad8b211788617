"""The certificate of deletion as PDF/A, in both languages; it looks as the contract does."""

from collections.abc import Mapping
from typing import Any

from engines.documents import pdf_of
from mingjian.programme.documents.contract import TEMPLATE

MEDIA_TYPE = "application/pdf"
TITLE = "资料销毁证明 Certificate of deletion"
STEPS = {
    "ordered": "提出销毁 Ordered",
    "confirmed": "客户确认 Confirmed by the client",
    "approved": "批准 Approved",
    "released": "二次批准 Approved again",
    "key_destroyed": "密钥销毁 Key destroyed",
    "backups_expired": "密钥备份到期 Backups of the key expired",
    "verified": "核验 Verified",
}
GROUNDS = {
    "record": "双方同意留作审核记录 a record, by both sides' word",
    "agreed": "客户书面同意保留 kept by the client's written word",
}
KEPT_ITEMS = "evidence.kept_items"
CLOSING = (
    "本证明所附 JSON 文件含日志的包含证明，可离线验证。"
    "The JSON file that belongs to this certificate holds the proof that the verification is in "
    "the body's signed journal; it can be checked offline."
)


def certificate_document(told: Mapping[str, Any], *, digest: str, made_at: int) -> bytes:
    """``told`` is the certificate as JSON holds it, ``digest`` the SHA-256 of that file."""
    return pdf_of(TEMPLATE.read_text("utf-8"), _values(told, digest), made_at=made_at)


def _values(told: Mapping[str, Any], digest: str) -> dict[str, Any]:
    journal = told["journal"]
    return {
        "lang": "zh",
        "title": TITLE,
        "body": told["body"],
        "reference": f"{TITLE} · {told['number']}",
        "facts": [
            ["认证机构 Certification body", told["body"]],
            ["受审核方 Client", told["client"]],
            ["审核编号 Audit", told["number"]],
            ["清单 SHA-256 Inventory", _in_halves(told["inventory_sha256"])],
            ["日志条目 Journal entry", f"{journal['entry']} / {journal['tree_size']}"],
            ["证明文件 SHA-256 JSON file", _in_halves(digest)],
        ],
        "sections": [
            _table("过程 Steps", ["步骤 Step", "人员 By", "时间 At (UTC)"], _steps(told)),
            _table("已销毁 Destroyed", ["位置 Place", "件数 Count"], _destroyed(told)),
            _table("已留存 Kept", ["内容 What", "依据或件数 Ground or count"], _kept(told)),
            _table("核验 Verification", ["项目 What", "结果 Result"], _verified(told)),
        ],
        "closing": CLOSING,
        "signing": [],
    }


def _table(title: str, head: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"title": title, "lines": [] if rows else ["无 None"], "head": head, "rows": rows}


def _steps(told: Mapping[str, Any]) -> list[list[str]]:
    return [
        [STEPS[each["step"]], each["by"], each["at"][:19].replace("T", " ")]
        for each in told["steps"]
    ]


def _destroyed(told: Mapping[str, Any]) -> list[list[str]]:
    return [_place(each) for each in told["inventory"] if not each["is_kept"] and each["count"]]


def _kept(told: Mapping[str, Any]) -> list[list[str]]:
    """Items one by one, each with its ground; other records by their number."""
    items = [[each["code"], GROUNDS[each["ground"]]] for each in told["kept"]]
    kept = [each for each in told["inventory"] if each["is_kept"] and each["code"] != KEPT_ITEMS]
    return items + [_place(each) for each in kept if each["count"]]


def _place(line: Mapping[str, Any]) -> list[str]:
    return [f"{line['zh']} {line['en']}", str(line["count"])]


def _in_halves(digest: str) -> str:
    """Sixty-four digits are wider than the page."""
    return f"{digest[:32]} {digest[32:]}"


def _verified(told: Mapping[str, Any]) -> list[list[str]]:
    scan = told["verification"]
    return [
        ["仍存的密钥，逐一尝试 Keys that are left, each tried", str(scan["keys_tried"])],
        ["尝试打开的文件 Files tried", str(scan["items_tried"])],
        ["检查的存储位置 Places searched", str(scan["stores_asked"])],
        ["能打开的文件和残留 Files opened, residue", "0"],
    ]
