"""Letters about teams: names to the client, objections and answers, work handed over."""

from collections.abc import Iterable, Mapping
from typing import cast
from uuid import UUID

from mingjian.identity.links import page_url
from mingjian.identity.models import Person
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language

NAMED = Template(
    "programme.team_named",
    zh=Wording(
        "审核组名单：{case}",
        "{name}，您好：\n\n{case} 的审核组成员为：{team}。\n\n如对某位成员有异议，请在计划发出前"
        "打开以下页面提出并说明理由：\n\n{link}",
    ),
    en=Wording(
        "Your audit team: {case}",
        "Hello {name},\n\nthe team of audit {case} is: {team}.\n\nIf you object to a member, say "
        "so with your ground before the plan is issued:\n\n{link}",
    ),
)
OBJECTED = Template(
    "programme.member_objected",
    zh=Wording(
        "客户对审核组成员提出异议：{case}",
        "{name}，您好：\n\n{client}对 {case} 的审核组成员{member}提出异议：{ground}"
        "\n\n请更换该成员，或维持并说明理由：\n\n{link}",
    ),
    en=Wording(
        "The client objects to a team member: {case}",
        "Hello {name},\n\n{client} objects to {member} in the team of {case}: {ground}\n\n"
        "Replace the member, or keep them and say why:\n\n{link}",
    ),
)
ANSWERED = Template(
    "programme.objection_answered",
    zh=Wording(
        "对审核组成员异议的答复：{case}",
        "{name}，您好：\n\n关于您对 {case} 审核组成员{member}的异议，答复是：{outcome}。"
        "理由：{answer}\n\n{link}",
    ),
    en=Wording(
        "Your objection to a team member: {case}",
        "Hello {name},\n\nabout your objection to {member} in the team of {case}: {outcome}. "
        "Reason: {answer}\n\n{link}",
    ),
)
HANDED_OVER = Template(
    "programme.work_handed_over",
    zh=Wording(
        "工作移交：{giver} → {taker}",
        "{name}，您好：\n\n{giver}的以下工作已移交给{taker}：{work}。原因：{reason}\n\n{link}",
    ),
    en=Wording(
        "Work handed over: {giver} → {taker}",
        "Hello {name},\n\nthis work of {giver} has been handed over to {taker}: {work}. Reason: "
        "{reason}\n\n{link}",
    ),
)
LEFT = Template(
    "programme.leaver_holds_work",
    zh=Wording(
        "{leaver}已停用，名下还有 {count} 项工作",
        "{name}，您好：\n\n{leaver}已停用，但名下还有 {count} 项未完成的工作。请移交给其他同事："
        "\n\n{link}",
    ),
    en=Wording(
        "{leaver} has left with {count} open piece(s) of work",
        "Hello {name},\n\n{leaver} has been deactivated and still holds {count} open piece(s) of "
        "work. Hand them over to colleagues:\n\n{link}",
    ),
)
for _template in (NAMED, OBJECTED, ANSWERED, HANDED_OVER, LEFT):
    register(_template)


def write_to(
    people: Iterable[Person],
    template: Template,
    params: Mapping[str, str],
    *,
    owner_id: UUID,
    path: str,
    key: str,
) -> None:
    """One letter to each, in their language; ``path`` is the page it leads to."""
    for person in people:
        own = {name: _line(value) for name, value in params.items()}
        send_mail(
            owner_id=owner_id,
            to=person.email,
            template=template.name,
            language=cast(Language, person.language),
            params=own | {"name": person.name, "link": page_url(path)},
            key=f"{key}:{person.id}",
        )


def _line(text: str) -> str:
    """A letter's value is one line; what people typed may be several."""
    return " ".join(text.split())
