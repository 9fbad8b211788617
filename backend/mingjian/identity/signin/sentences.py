"""What allauth says when it refuses, in both languages and with what to do."""

from django.utils.functional import lazy

from mingjian.kit.words import in_language


def sentence(zh: str, en: str) -> str:
    """A text that is chosen when it is shown, by the language of that request."""
    return lazy(lambda: in_language((zh, en)), str)()


SIGN_IN = {
    "account_inactive": sentence(
        "此账号已停用。请联系贵机构的管理员。",
        "This account is deactivated. Ask an administrator of your organisation.",
    ),
    "email_password_mismatch": sentence(
        "邮箱或密码不正确。请检查后重试；忘记密码可点“忘记密码”。",
        "The address or the password is wrong. Check both, or choose “Forgotten password”.",
    ),
    "enter_current_password": sentence(
        "当前密码不正确，请重新输入。", "The current password is wrong. Enter it again."
    ),
    "incorrect_password": sentence(
        "密码不正确，请重新输入。", "The password is wrong. Enter it again."
    ),
    "incorrect_code": sentence(
        "验证码不正确或已用过。请等验证器显示下一个验证码后再试，或使用一枚恢复码。",
        "The code is wrong or was used. Wait for the next one, or use a recovery code.",
    ),
    "invalid_login": sentence("请填写邮箱和密码。", "Enter your e-mail address and your password."),
    "invalid_password_reset": sentence(
        "重置密码的链接无效、已用过或已过期。请重新申请。",
        "This link to reset the password is wrong, used or too old. Ask for a new one.",
    ),
    "too_many_login_attempts": sentence(
        "密码或验证码错误次数过多。请 5 分钟后再试，或重置密码。",
        "Too many wrong passwords or codes. Try again in 5 minutes, or reset your password.",
    ),
    "rate_limited": sentence(
        "操作过于频繁，请稍后再试。", "Too many attempts. Wait a little and try again."
    ),
    "same_as_current": sentence(
        "新密码不能与当前密码相同。", "The new password must differ from the current one."
    ),
}

FACTORS = {
    "add_email_blocked": sentence(
        "已启用两步验证，不能添加邮箱。", "No address can be added while a second factor is on."
    ),
    "cannot_delete_authenticator": sentence(
        "不能移除此验证方式。", "This factor cannot be removed."
    ),
    "cannot_generate_recovery_codes": sentence(
        "请先启用验证器或通行密钥，再生成恢复码。",
        "First set up an authenticator or a passkey, then make recovery codes.",
    ),
    "incorrect_code": SIGN_IN["incorrect_code"],
    "unverified_email": sentence(
        "请先验证邮箱，再启用两步验证。",
        "Verify your e-mail address before you set up a second factor.",
    ),
}
