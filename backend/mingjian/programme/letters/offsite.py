"""Letters about information that a client is asked for before an audit."""

from collections.abc import Sequence
from datetime import date
from typing import cast
from uuid import NAMESPACE_OID, uuid5

from mingjian.identity.links import page_url
from mingjian.identity.models import Person, Tenant
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.models import AuditCase, InformationItem

REQUEST = Template(
    "programme.information_request",
    zh=Wording(
        "{body}请{client}提供审核前信息（{count} 项）",
        "{name}，您好：\n\n为准备审核 {number}，{body}请您在 {due} 前答复以下 {count} 项：\n\n"
        "{titles}\n\n请用文字或链接答复；文件稍后通过平台的证据库移交，不要用邮件发送：\n\n{link}",
    ),
    en=Wording(
        "{body} asks {client} for information before the audit ({count})",
        "Hello {name},\n\nto prepare audit {number}, {body} asks you for these {count} items by "
        "{due}:\n\n{titles}\n\nAnswer in words or with a link. Files are handed over later "
        "through the platform's evidence vault; please do not send them by mail:\n\n{link}",
    ),
)
REMINDER = Template(
    "programme.information_reminder",
    zh=Wording(
        "提醒：审核前信息尚缺 {count} 项（{client}）",
        "{name}，您好：\n\n{body}还没有收到审核 {number} 的以下 {count} 项信息，期限为 {due}：\n\n"
        "{titles}\n\n{link}",
    ),
    en=Wording(
        "Reminder: {count} items of information are still missing ({client})",
        "Hello {name},\n\n{body} has not received these {count} items for audit {number} yet, "
        "due by {due}:\n\n{titles}\n\n{link}",
    ),
)
register(REQUEST)
register(REMINDER)


def send_request(
    person: Person, case: AuditCase, items: Sequence[InformationItem], due_on: date
) -> None:
    """What the client is asked for, in one letter."""
    _write(person, case, items, due_on, REQUEST)


def send_reminder(person: Person, case: AuditCase, items: Sequence[InformationItem]) -> None:
    """What is nearly due or overdue; the letter names the earliest day."""
    due_on = min(item.due_on for item in items if item.due_on)
    _write(person, case, items, due_on, REMINDER)


def _write(
    person: Person,
    case: AuditCase,
    items: Sequence[InformationItem],
    due_on: date,
    template: Template,
) -> None:
    body = Tenant.objects.get(id=case.owner_id)
    english = person.language == "en"
    titles = [(english and item.title_en) or item.title for item in items]
    versions = "".join(f"{item.id}{item.version}" for item in items)
    send_mail(
        owner_id=case.owner_id,
        to=person.email,
        template=template.name,
        language=cast(Language, person.language),
        params={
            "name": person.name,
            "body": body.name_in(person.language),
            "client": case.client.name_in(person.language),
            "number": case.number,
            "count": str(len(items)),
            "titles": ("; " if english else "；").join(titles),
            "due": due_on.isoformat(),
            "link": page_url(f"/audits/{case.id}/information"),
        },
        key=f"{template.name}:{uuid5(NAMESPACE_OID, versions)}",
    )
