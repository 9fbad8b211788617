"""Letters about surveys: asked, reminded, sent back, answered."""

from typing import cast

from mingjian.identity.links import page_url
from mingjian.identity.models import Person, Tenant
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.models import Survey

SENT = Template(
    "programme.survey_sent",
    zh=Wording(
        "{body}请{client}填写远程审核可行性调查",
        "{name}，您好：\n\n{body}需要了解贵单位能否接受远程审核：现有设备、配合人员、不便拍摄的"
        "场所、现场噪声和贵单位的意愿，约需 15 分钟，手机也可以填写，填写内容随时自动保存。\n\n"
        "{message}\n\n"
        "请在 {due} 前答复：\n\n{link}",
    ),
    en=Wording(
        "{body} asks {client} to fill in a feasibility survey",
        "Hello {name},\n\n{body} needs to know whether {client} can be audited remotely: devices, "
        "people, places that may not be shown, noise, and whether you are willing. It takes about "
        "15 minutes, also on a telephone, and is saved as you type.\n\n{message}\n\n"
        "Please answer by {due}:\n\n{link}",
    ),
)
REMINDER = Template(
    "programme.survey_reminder",
    zh=Wording(
        "提醒：{client}的远程审核可行性调查尚未提交",
        "{name}，您好：\n\n{body}还没有收到{client}的可行性调查答复，期限为 {due}。"
        "已填写的内容都还在，可以接着填：\n\n{link}",
    ),
    en=Wording(
        "Reminder: the feasibility survey of {client} is not handed in yet",
        "Hello {name},\n\n{body} has not received the feasibility survey of {client}, due by "
        "{due}. What you entered so far is kept; go on here:\n\n{link}",
    ),
)
RETURNED = Template(
    "programme.survey_returned",
    zh=Wording(
        "{body}请{client}补充可行性调查",
        "{name}，您好：\n\n{body}退回了{client}的可行性调查，请补充或更正：\n\n{reason}\n\n"
        "请在 {due} 前重新提交：\n\n{link}",
    ),
    en=Wording(
        "{body} asks {client} to complete the feasibility survey",
        "Hello {name},\n\n{body} has sent back the feasibility survey of {client}:\n\n{reason}"
        "\n\nPlease complete it and hand it in again by {due}:\n\n{link}",
    ),
)
ANSWERED = Template(
    "programme.survey_answered",
    zh=Wording(
        "{client}已提交可行性调查",
        "{name}，您好：\n\n{client}的可行性调查已由{by}提交，请查看并作出可行性决定：\n\n{link}",
    ),
    en=Wording(
        "{client} has handed in the feasibility survey",
        "Hello {name},\n\n{by} has handed in the feasibility survey of {client}. Read it and "
        "decide on feasibility:\n\n{link}",
    ),
)
for _template in (SENT, REMINDER, RETURNED, ANSWERED):
    register(_template)

OPEN_END = {"zh-hans": "方便时", "en": "your earliest convenience"}


def page_of(survey: Survey) -> str:
    """Where the survey is filled in or read."""
    return f"/audits/{survey.case_id}/survey" if survey.case_id else f"/surveys/{survey.id}"


def write_to_client(
    survey: Survey, people: list[Person], template: Template, *, key: str, **params: str
) -> None:
    """One letter to each of the client's coordinators, in their language."""
    body = Tenant.objects.get(id=survey.owner_id)
    for person in people:
        due = str(survey.due_on) if survey.due_on else OPEN_END[person.language]
        _write(
            survey,
            person,
            template,
            key,
            {"body": body.name_in(person.language), "due": due} | params,
        )


def write_answered(survey: Survey) -> None:
    """To whoever asked."""
    if survey.asked_by:
        _write(survey, survey.asked_by, ANSWERED, "answered", {"by": survey.answered_by})


def _write(
    survey: Survey, person: Person, template: Template, key: str, params: dict[str, str]
) -> None:
    send_mail(
        owner_id=survey.owner_id,
        to=person.email,
        template=template.name,
        language=cast(Language, person.language),
        params={
            "name": person.name,
            "client": survey.client.name_in(person.language),
            "link": page_url(page_of(survey)),
            **params,
        },
        key=f"survey:{survey.id}:{key}:{person.id}",
    )
