"""What can go wrong on the way in, and what to do about it."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class LoginExpiredError(MingjianError):
    status = 401
    code = "login_expired"
    zh = "您已长时间未操作，或登录已满时限。请重新登录。"
    en = "You were away too long, or your login reached its limit. Please sign in again."


class LinkUnknownError(MingjianError):
    status = 404
    code = "link_unknown"
    zh = "此链接无效。请检查是否完整复制了邮件中的链接。"
    en = "This link is not valid. Check that you copied all of it from the mail."


class LinkExpiredError(MingjianError):
    status = 410
    code = "link_expired"
    zh = "此链接已于 {at} 过期。请联系邀请您的人重新发送。"
    en = "This link expired at {at}. Ask whoever invited you to send a new one."


class LinkUsedError(MingjianError):
    status = 410
    code = "link_used"
    zh = "此链接已于 {at} 使用过。如果是您本人使用的，请直接登录；否则请联系邀请您的人。"
    en = "This link was used at {at}. If that was you, sign in; if not, tell whoever invited you."


class LinkRevokedError(MingjianError):
    status = 410
    code = "link_revoked"
    zh = "此链接已被撤回。如仍需要，请联系邀请您的人。"
    en = "This link was withdrawn. Ask whoever invited you if you still need it."


class SignInToAcceptError(MingjianError):
    status = 409
    code = "sign_in_to_accept"
    zh = "{email} 已有账号。请先用该账号登录，再打开此链接接受邀请。"
    en = "{email} has an account. Sign in with it, then open this link again to accept."


class OtherAccountError(MingjianError):
    status = 409
    code = "other_account"
    zh = "此邀请发给 {email}，而您当前以 {current} 登录。请退出后用受邀邮箱登录。"
    en = "This invitation is for {email}, but you are signed in as {current}. Sign out first."


class AccountTakenError(MingjianError):
    status = 409
    code = "account_taken"
    zh = "账号 {email} 已属于该机构的另一位人员。请联系机构管理员更正人员资料。"
    en = "The account {email} belongs to another person there. Ask their administrator."


class HasLoginError(MingjianError):
    status = 409
    code = "has_login"
    zh = "{name} 已经有账号，无需邀请。忘记密码可在登录页重置。"
    en = "{name} has an account already. A forgotten password is reset on the sign-in page."


class InvitationSettledError(MingjianError):
    status = 409
    code = "invitation_settled"
    zh = "此邀请已被接受，不能再发送或撤回。"
    en = "This invitation was accepted; it can no longer be sent or withdrawn."


class GuestLinkPastError(FieldError):
    code = "guest_link_past"
    field = "expires_at"
    zh = "有效期必须晚于现在。"
    en = "The link must expire in the future."


class NotAClientError(FieldError):
    code = "not_a_client"
    field = "organisation_id"
    zh = "来宾只能属于受审核方。请选择受审核方。"
    en = "A guest belongs to an auditee. Choose the auditee."


class OtherDeviceError(MingjianError):
    status = 409
    code = "other_device"
    zh = "此链接已在另一台设备上打开，只能在那台设备上使用。如需更换设备，请让会议主持人解除绑定。"
    en = "This link is in use on another device. To change devices, ask the host to release it."


class AlreadySignedInError(MingjianError):
    status = 409
    code = "already_signed_in"
    zh = "您已登录为 {current}。请先退出登录，再打开来宾链接。"
    en = "You are signed in as {current}. Sign out first, then open the guest link."


class NoLoginError(MingjianError):
    status = 409
    code = "no_login"
    zh = "{name} 还没有账号。请先发送邀请。"
    en = "{name} has no account yet. Send an invitation first."


class OwnFactorsError(MingjianError):
    status = 403
    code = "own_factors"
    zh = "请在“我的安全”页面管理自己的两步验证，或请另一位管理员重置。"
    en = "Manage your own factors on your security page, or ask another administrator."


class SharedAccountError(MingjianError):
    status = 409
    code = "shared_account"
    zh = "{name} 的账号也用于其他机构，不能由单一机构重置。请其使用恢复码登录。"
    en = "{name}'s account serves other organisations too. Have them sign in by recovery code."
