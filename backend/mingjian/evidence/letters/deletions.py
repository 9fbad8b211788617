"""Letters to a client about the end of its evidence."""

from typing import cast

from mingjian.evidence.models import DeletionOrder
from mingjian.identity.links import page_url
from mingjian.identity.models import Person, Tenant
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.attachments import Attachment
from mingjian.kit.mail.templates import Language

ORDERED = Template(
    "evidence.deletion_ordered",
    zh=Wording(
        "请确认销毁审核资料（{client}，{number}）",
        "{name}，您好：\n\n审核 {number} 已结束，{body}将销毁贵方提供的资料。请在 {until} 前"
        "在平台上查看清单，勾选愿意书面同意保留的资料，然后确认；有异议的，请写明理由。"
        "到期未答复的，除依规留存的审核记录外全部销毁。"
        "\n\n{link}",
    ),
    en=Wording(
        "Please confirm the deletion of audit material ({client}, {number})",
        "Hello {name},\n\naudit {number} is over and {body} is going to destroy what you handed "
        "over. Until {until} you can look through the list on the platform, tick what you agree "
        "in writing to leave with the body, and confirm, or object with your reason. Without an "
        "answer by then everything but the records that the rules demand is destroyed.\n\n{link}",
    ),
)
CERTIFIED = Template(
    "evidence.deletion_certified",
    zh=Wording(
        "资料销毁证明（{client}，{number}）",
        "{name}，您好：\n\n审核 {number} 中贵方提供的资料已销毁并经核验，"
        "密钥的备份也已全部到期。销毁证明随信附上（JSON），PDF 可在平台下载。\n\n{body}\n\n{link}",
    ),
    en=Wording(
        "Certificate of deletion ({client}, {number})",
        "Hello {name},\n\nwhat you handed over in audit {number} is destroyed, the backups of its "
        "key have expired, and this was verified. The certificate is attached (JSON); the PDF is "
        "on the platform.\n\n{body}\n\n{link}",
    ),
)
for each in (ORDERED, CERTIFIED):
    register(each)


def send_order(person: Person, order: DeletionOrder) -> None:
    """The client is asked what it agrees to."""
    _send(person, order, ORDERED, until=order.review_until.isoformat())


def send_certificate(person: Person, order: DeletionOrder) -> None:
    name = f"deletion-certificate-{order.case.number}.json"
    _send(person, order, CERTIFIED, Attachment(name, order.certificate, "json"))


def _send(
    person: Person, order: DeletionOrder, template: Template, *along: Attachment, until: str = ""
) -> None:
    body = Tenant.objects.get(id=order.owner_id)
    send_mail(
        owner_id=order.owner_id,
        to=person.email,
        template=template.name,
        language=cast(Language, person.language),
        params={
            "name": person.name,
            "body": body.name_in(person.language),
            "client": order.case.client.name_in(person.language),
            "number": order.case.number,
            "link": page_url(f"/audits/{order.case_id}/evidence/deletion"),
            **({"until": until} if until else {}),
        },
        key=f"{template.name}:{person.id}:{order.id}",
        attachments=along,
    )
