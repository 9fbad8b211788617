"""The letter that brings a recipient the link to a parcel; what is in it stays in the parcel."""

from typing import cast

from mingjian.evidence.models import Parcel
from mingjian.identity.links import page_url
from mingjian.identity.models import Tenant
from mingjian.kit import clock
from mingjian.kit.age_files import fingerprint
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language

PARCEL = Template(
    "evidence.parcel",
    zh=Wording(
        "{body}给您寄来一件加密材料（{code}）",
        "{name}，您好：\n\n{body}的{sender}给您寄来 {count} 项材料，已用您登记的 age 公钥加密"
        "（指纹 {fingerprint}），只有您的私钥能打开。\n\n请在 {until}（{zone}）前下载，"
        "并在同一页面确认收到：\n\n{link}",
    ),
    en=Wording(
        "{body} sends you sealed material ({code})",
        "Hello {name},\n\n{sender} of {body} sends you {count} item(s), sealed to your registered "
        "age key (fingerprint {fingerprint}); only your private key opens them.\n\nPlease "
        "download them before {until} ({zone}) and confirm there that you received them:\n\n{link}",
    ),
)
register(PARCEL)


def send_parcel_link(parcel: Parcel, token: str) -> str:
    """Mail the link and give it back, to be shown this once."""
    body, to = Tenant.objects.get(id=parcel.owner_id), parcel.recipient
    link = page_url(f"/parcel#{token}")
    send_mail(
        owner_id=parcel.owner_id,
        to=to.email,
        template=PARCEL.name,
        language=cast(Language, to.language),
        params={
            "name": to.name,
            "body": body.name_in(to.language),
            "sender": parcel.bundle.packed_name,
            "code": parcel.bundle.code,
            "count": str(parcel.bundle.contents.count()),
            "fingerprint": fingerprint(parcel.age_key),
            "until": clock.local_time(body.zone, parcel.expires_at),
            "zone": body.zone,
            "link": link,
        },
        key=f"parcel:{parcel.token_hash}",
    )
    return link
