"""The letter that lies in every bag: what this is, from whom, for whom, and how to check it."""

from mingjian.evidence.models import Bundle, Parcel
from mingjian.evidence.queries.bundles import contents_of, name_in_bag
from mingjian.identity.models import Tenant
from mingjian.kit import clock
from mingjian.kit.age_files import fingerprint
from mingjian.kit.keys.sealed_texts import opened_texts

LETTER = "evidence.parcel"
"""The purpose under which the sender's words are sealed."""
HOW = (
    "核对：本包按 BagIt 1.0（RFC 8493）组织，文件在 data/ 下，SHA-256 见 manifest-sha256.txt；"
    "可用任何 BagIt 工具或 sha256sum -c manifest-sha256.txt 核对。",
    "To check: this is a BagIt 1.0 bag (RFC 8493). The files are in data/, their SHA-256 in "
    "manifest-sha256.txt; any BagIt program, or sha256sum -c manifest-sha256.txt, checks them.",
)


def cover_letter(bundle: Bundle) -> str:
    """For whoever downloads for themselves."""
    return "\n".join([*_head(bundle), "", *_list(bundle), "", *HOW, ""])


def parcel_letter(parcel: Parcel) -> str:
    """For the recipient, with the sender's own words."""
    bundle, to = parcel.bundle, parcel.recipient
    name = f"{to.name}（{to.organisation}）" if to.organisation else to.name
    lines = [
        f"致 / To: {name}",
        f"公钥指纹 / Key fingerprint: {fingerprint(parcel.age_key)}",
        *_head(bundle),
        f"有效至 / Until: {parcel.expires_at:%F %H:%M} UTC",
    ]
    said = words_of(parcel)
    return "\n".join([*lines, "", *([said, ""] if said else []), *_list(bundle), "", *HOW, ""])


def words_of(parcel: Parcel) -> str:
    """What the sender wrote; empty once the audit's key is gone."""
    bundle = parcel.bundle
    texts = opened_texts(bundle.owner_id, bundle.case_id, parcel.id, LETTER, parcel.sealed)
    return str(texts.get("letter", ""))


def _head(bundle: Bundle) -> list[str]:
    body = Tenant.objects.get(id=bundle.owner_id)
    return [
        f"自 / From: {body.name} · {bundle.packed_name}",
        f"审核 / Audit: {bundle.case.number} · {bundle.code}",
        f"时间 / Packed: {clock.local_time(body.zone, bundle.packed_at)}（{body.zone}）",
    ]


def _list(bundle: Bundle) -> list[str]:
    rows = contents_of(bundle)
    return [
        f"共 {len(rows)} 项 / {len(rows)} item(s):",
        *(f"{row.sha256}  {row.size:>14,}  {name_in_bag(row)}" for row in rows),
    ]
