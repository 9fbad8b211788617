"""Letters about applications: every hand-over, in the language of whoever has to act."""

from typing import cast

from mingjian.identity.links import page_url
from mingjian.identity.models import Membership, Person, Tenant
from mingjian.kit import clock
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.application_links import token_of
from mingjian.programme.models import Application


def _letter(name: str, zh: tuple[str, str], en: tuple[str, str]) -> Template:
    template = Template(f"programme.application_{name}", zh=Wording(*zh), en=Wording(*en))
    register(template)
    return template


LINK = _letter(
    "link",
    (
        "您在{organisation}的认证申请",
        "您好：\n\n请用以下链接填写并提交认证申请；填写的内容会自动保存，可随时在任何设备上继续："
        "\n\n{link}\n\n链接等同于钥匙，请勿转发给无关人员。",
    ),
    (
        "Your application for certification to {organisation}",
        "Hello,\n\nfill in and submit your application here. What you enter is saved as you go, "
        "and you can go on at any time from any device:\n\n{link}\n\nThe link is a key: pass it "
        "on only to those who fill in the application with you.",
    ),
)
RECEIVED = _letter(
    "received",
    (
        "已收到您的认证申请 {number}",
        "您好：\n\n{organisation}已收到您的认证申请，编号 {number}。"
        "评审有结果或需要补充时会通知您。"
        "申请的进展可在此查看：\n\n{link}",
    ),
    (
        "Your application {number} has arrived",
        "Hello,\n\n{organisation} has received your application under number {number}. You will "
        "hear when it is reviewed or something is missing. See how it stands:\n\n{link}",
    ),
)
ASKED = _letter(
    "asked",
    (
        "认证申请 {number} 需要补充信息",
        "您好：\n\n{organisation}在评审申请 {number} 时需要您补充信息，"
        "请打开以下链接查看并答复：\n\n{link}",
    ),
    (
        "A question about your application {number}",
        "Hello,\n\n{organisation} needs information to review application {number}. Read and "
        "answer it here:\n\n{link}",
    ),
)
ACCEPTED = _letter(
    "accepted",
    (
        "认证申请 {number} 已受理",
        "您好：\n\n{organisation}已受理您的认证申请 {number}，随后将发出报价：\n\n{link}",
    ),
    (
        "Your application {number} is accepted",
        "Hello,\n\n{organisation} has accepted your application {number}. A quote "
        "follows:\n\n{link}",
    ),
)
DECLINED = _letter(
    "declined",
    (
        "认证申请 {number} 未予受理",
        "您好：\n\n{organisation}未予受理您的认证申请 {number}，原因请见：\n\n{link}",
    ),
    (
        "Your application {number} is declined",
        "Hello,\n\n{organisation} has declined your application {number}. The reason is "
        "given here:\n\n{link}",
    ),
)
QUOTED = _letter(
    "quoted",
    (
        "认证申请 {number} 的报价",
        "您好：\n\n{organisation}已就申请 {number} 发出报价，请查看：\n\n{link}",
    ),
    (
        "The quote for your application {number}",
        "Hello,\n\n{organisation} has sent a quote for application {number}:\n\n{link}",
    ),
)
CONTRACT = _letter(
    "contract",
    (
        "请签署认证合同（申请 {number}）",
        "您好：\n\n{organisation}已准备好认证合同，请阅读后在线签署，手机上也可以：\n\n{link}",
    ),
    (
        "Please sign the certification contract (application {number})",
        "Hello,\n\n{organisation} has prepared the contract. Read and sign it online, on a "
        "phone as well:\n\n{link}",
    ),
)
INVOICED = _letter(
    "invoiced",
    (
        "{organisation}的账单（申请 {number}）",
        "您好：\n\n{organisation}已就申请 {number} 的认证合同开出账单，"
        "请查看并按期付款：\n\n{link}",
    ),
    (
        "Invoice of {organisation} (application {number})",
        "Hello,\n\n{organisation} has issued the invoice for the contract of application "
        "{number}. See it here and pay it by its due date:\n\n{link}",
    ),
)
WAITING = _letter(
    "waiting",
    (
        "认证申请 {number} 等待您处理：{applicant}",
        "您好：\n\n{applicant}的认证申请 {number} 等待您处理：\n\n{link}",
    ),
    (
        "Application {number} waits for you: {applicant}",
        "Hello,\n\napplication {number} of {applicant} waits for you:\n\n{link}",
    ),
)


def write_to_applicant(
    row: Application, template: Template, occasion: str, *, link: str = ""
) -> None:
    """To the contact, by the secret link where there is no account; once per occasion.

    ``link``: another page than the application's own, for who has an account by then.
    """
    body = Tenant.objects.get(id=row.owner_id)
    own = f"/apply#{token_of(row)}" if row.has_link else f"/applications/{row.id}"
    params = {
        "organisation": body.name_in(row.language),
        "link": page_url(link or own),
    }
    if "number" in template.zh.placeholders:
        params["number"] = row.number
    send_mail(
        owner_id=row.owner_id,
        to=row.contact_email,
        template=template.name,
        language=cast(Language, row.language),
        params=params,
        key=f"{template.name}:{row.id}:{occasion}",
    )


def write_to_role(row: Application, role: str, occasion: str) -> None:
    """To everybody of the body who holds the role, each in their language."""
    for person in holders(row, role):
        send_mail(
            owner_id=row.owner_id,
            to=person.email,
            template=WAITING.name,
            language=cast(Language, person.language),
            params={
                "number": row.number,
                "applicant": row.name,
                "link": page_url(f"/applications/{row.id}"),
            },
            key=f"{WAITING.name}:{row.id}:{person.id}:{occasion}",
        )


def holders(row: Application, role: str) -> list[Person]:
    """The body's active people in a role today."""
    today = clock.today(Tenant.objects.get(id=row.owner_id).zone)
    held = Membership.objects.in_force(today).filter(owner_id=row.owner_id, role=role, scope="")
    people = {each.person_id: each.person for each in held.select_related("person")}
    return [person for person in people.values() if person.is_active and person.email]
