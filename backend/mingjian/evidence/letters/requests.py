"""Letters to a client's coordinator about evidence requests; what is asked stays in the vault."""

from collections.abc import Sequence
from typing import cast
from uuid import NAMESPACE_OID, uuid5

from mingjian.evidence.models import EvidenceRequest
from mingjian.evidence.queries.requests import zone_of
from mingjian.identity.links import page_url
from mingjian.identity.models import Person, Tenant
from mingjian.kit import clock
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.models import AuditCase

ASKED = Template(
    "evidence.requests_asked",
    zh=Wording(
        "{body}请{client}提供证据（{count} 项）",
        "{name}，您好：\n\n审核 {number} 中，{body}请您提供 {count} 项证据：{codes}。"
        "最早的期限是 {due}（{zone}）。\n\n"
        "请在平台上查看具体内容并提交文件；不能提供的，也请在平台上说明理由。"
        "请不要用邮件发送文件：\n\n{link}",
    ),
    en=Wording(
        "{body} asks {client} for evidence ({count})",
        "Hello {name},\n\nin audit {number}, {body} asks you for {count} piece(s) of evidence: "
        "{codes}. The first is due at {due} ({zone}).\n\n"
        "See what is asked and hand the files over on the platform; what you cannot provide, "
        "say so there with the reason. Please do not send files by mail:\n\n{link}",
    ),
)
SOON = Template(
    "evidence.requests_due_soon",
    zh=Wording(
        "提醒：证据请求即将到期（{client}，{count} 项）",
        "{name}，您好：\n\n审核 {number} 的以下证据请求还没有提交：{codes}。"
        "最早的期限是 {due}（{zone}）。不能提供的，请在平台上说明理由。\n\n{body}\n\n{link}",
    ),
    en=Wording(
        "Reminder: evidence is due soon ({client}, {count})",
        "Hello {name},\n\nthese evidence requests of audit {number} are still open: {codes}. "
        "The first is due at {due} ({zone}). What you cannot provide, say so on the platform.\n\n"
        "{body}\n\n{link}",
    ),
)
OVERDUE = Template(
    "evidence.requests_overdue",
    zh=Wording(
        "证据请求已过期限（{client}，{count} 项）",
        "{name}，您好：\n\n审核 {number} 的以下证据请求已过期限：{codes}（最早的期限是 {due}，"
        "{zone}）。请尽快提交，或在平台上说明不能提供的理由；没有答复的，由审核组长裁定。"
        "\n\n{body}\n\n{link}",
    ),
    en=Wording(
        "Evidence is overdue ({client}, {count})",
        "Hello {name},\n\nthese evidence requests of audit {number} are overdue: {codes} (the "
        "first was due at {due}, {zone}). Hand the files over or say why you cannot; on what "
        "stays unanswered the lead auditor rules.\n\n{body}\n\n{link}",
    ),
)
for each in (ASKED, SOON, OVERDUE):
    register(each)


def send_about_requests(
    person: Person, case: AuditCase, rows: Sequence[EvidenceRequest], template: Template
) -> None:
    """One letter for all ``rows``; it names the earliest due time."""
    body = Tenant.objects.get(id=case.owner_id)
    english = person.language == "en"
    first = min(rows, key=lambda row: row.due_at)
    zone = zone_of(first)
    marks = "".join(f"{row.id}{row.due_at}{row.version}" for row in rows)
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
            "count": str(len(rows)),
            "codes": (", " if english else "、").join(row.code for row in rows),
            "due": clock.local_time(zone, first.due_at),
            "zone": zone,
            "link": page_url(f"/audits/{case.id}/evidence/requests"),
        },
        key=f"{template.name}:{person.id}:{uuid5(NAMESPACE_OID, marks)}",
    )
