"""Letters about one's own login: the link to a new password, and notice of every change."""

from django.conf import settings

from mingjian.identity.devices import device_in_words
from mingjian.identity.letters import letter_to
from mingjian.identity.models import Account, Person
from mingjian.identity.queries.seats import acting_seat
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.mail import Template, Wording, register

CHANGES = {
    "login.password_changed": ("密码已更改", "the password was changed"),
    "login.authenticator_added": ("已添加验证器", "an authenticator was added"),
    "login.authenticator_removed": ("已移除验证器", "the authenticator was removed"),
    "login.passkey_added": ("已添加通行密钥", "a passkey was added"),
    "login.passkey_removed": ("已移除通行密钥", "a passkey was removed"),
    "login.factors_reset": (
        "管理员已移除全部两步验证方式，请登录后重新设置",
        "an administrator removed every second factor; set one up again",
    ),
    "login.recovery_codes_renewed": ("已重新生成恢复码", "new recovery codes were made"),
}
PASSWORD_LINK = Template(
    "identity.password_link",
    zh=Wording(
        "重置明鉴平台的密码",
        "{name}，您好：\n\n请点击以下链接设置新密码。链接 {hours} 小时内有效，只能使用一次。\n\n"
        "{link}\n\n如果不是您本人申请，请忽略本邮件，密码不会改变。",
    ),
    en=Wording(
        "Reset your Mingjian password",
        "Hello {name},\n\nset a new password with the link below. It works once, within {hours} "
        "hours.\n\n{link}\n\nIf you did not ask for this, ignore it; your password stays.",
    ),
)
SECURITY_NOTICE = Template(
    "identity.security_notice",
    zh=Wording(
        "您的明鉴账号：{change}",
        "{name}，您好：\n\n您的账号于 {time} 发生变更：{change}。\n设备：{device}（{ip}）\n\n"
        "如果不是您本人操作，请立即重置密码，并联系贵机构的管理员。",
    ),
    en=Wording(
        "Your Mingjian account: {change}",
        "Hello {name},\n\nat {time} {change}.\nDevice: {device} ({ip})\n\n"
        "If this was not you, reset your password at once and tell an administrator.",
    ),
)
for _template in (PASSWORD_LINK, SECURITY_NOTICE):
    register(_template)


def send_password_link(account: Account, link: str, key: str) -> None:
    """In the name of the tenant that the account acts in; without one there is nothing to open."""
    seat = acting_seat(account.pk, None)
    if seat:
        hours = str(settings.PASSWORD_RESET_TIMEOUT // 3600)
        params = {"name": seat.person.name, "link": link, "hours": hours}
        letter_to(seat.person, PASSWORD_LINK, params, to=account.email, key=f"password:{key}")


def send_security_notice(person: Person, to: str, change: str, *, device: str, ip: str) -> None:
    """Tells the owner what changed, so that a thief cannot do it silently."""
    params = {
        "name": person.name,
        "change": CHANGES[change][person.language == "en"],
        "time": clock.local_time(person.zone),
        "device": device_in_words(device) or "–",
        "ip": ip or "–",
    }
    letter_to(person, SECURITY_NOTICE, params, to=to, key=f"security:{uuid7()}")
