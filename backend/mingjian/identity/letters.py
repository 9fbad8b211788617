"""Letters that let somebody in: the invitation to an account, the guest link."""

from typing import cast

from mingjian.identity.links import page_url
from mingjian.identity.models import GuestLink, Invitation, Person, Tenant
from mingjian.kit import clock
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language

INVITATION = Template(
    "identity.invitation",
    zh=Wording(
        "{organisation}邀请您使用明鉴审核平台",
        "{name}，您好：\n\n{organisation}为您开通了明鉴在线审核平台的账号。请点击以下链接设置密码："
        "\n\n{link}\n\n链接只能使用一次，有效期至 {until}（{zone}）。请勿转发。",
    ),
    en=Wording(
        "{organisation} invites you to Mingjian",
        "Hello {name},\n\n{organisation} has prepared an account for you on the audit platform "
        "Mingjian. Choose your password here:\n\n{link}\n\nThe link works once, until {until} "
        "({zone}). Do not forward it.",
    ),
)
GUEST_LINK = Template(
    "identity.guest_link",
    zh=Wording(
        "{organisation}邀请您参加在线审核会议",
        "{name}，您好：\n\n请用参会时要用的手机或电脑打开以下链接，无需注册：\n\n{link}\n\n"
        "链接只供您本人在一台设备上使用，有效期至 {until}（{zone}）。请勿转发。",
    ),
    en=Wording(
        "{organisation} invites you to an online audit meeting",
        "Hello {name},\n\nopen this link on the device you will take part with; no account is "
        "needed:\n\n{link}\n\nIt is for you alone and for one device, until {until} ({zone}). "
        "Do not forward it.",
    ),
)
register(INVITATION)
register(GUEST_LINK)


def letter_to(
    person: Person, template: Template, params: dict[str, str], *, to: str, key: str
) -> None:
    """Write to a person in their language, in the name of their tenant."""
    send_mail(
        owner_id=person.owner_id,
        to=to,
        template=template.name,
        language=cast(Language, person.language),
        params=params,
        key=key,
    )


def send_invitation(invitation: Invitation, tenant: Tenant, token: str) -> None:
    params = _params(invitation, tenant, page_url(f"/invitation#{token}"))
    key = f"invitation:{invitation.token_hash}"
    letter_to(invitation.person, INVITATION, params, to=invitation.email, key=key)


def send_guest_link(link: GuestLink, tenant: Tenant, address: str) -> None:
    params = _params(link, tenant, address)
    key = f"guest:{link.token_hash}"
    letter_to(link.person, GUEST_LINK, params, to=link.person.email, key=key)


def _params(row: Invitation | GuestLink, tenant: Tenant, link: str) -> dict[str, str]:
    person = row.person
    return {
        "name": person.name,
        "organisation": tenant.name_in(person.language),
        "link": link,
        "until": clock.local_time(person.zone, row.expires_at),
        "zone": person.zone,
    }
