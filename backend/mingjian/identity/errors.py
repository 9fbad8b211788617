"""What can go wrong with people, roles and organisations, and what to do about it."""

from typing import Any, ClassVar

from mingjian.kit.errors import MingjianError


class FieldError(MingjianError):
    """An error that the form shows at one of its fields."""

    status = 422
    code = "identity_field"
    zh = "此项填写有误。"
    en = "This entry is not valid."
    field: ClassVar[str] = ""

    def __init__(self, **params: Any) -> None:
        super().__init__(**params)
        self.fields = {self.field: self.message}


class NoMembershipError(MingjianError):
    status = 403
    code = "no_membership"
    zh = "您的账号目前没有任何有效的角色。请联系贵机构的管理员授予角色后重新登录。"
    en = (
        "Your account holds no role in force. "
        "Ask an administrator of your organisation to grant you one, then sign in again."
    )


class RoleOutsideTenantError(FieldError):
    code = "role_outside_tenant"
    field = "role"
    zh = "“{role}”不是该类机构可以授予的角色。可选：{roles}。"
    en = "“{role}” is not a role of this kind of organisation. Choose one of: {roles}."


class DaysOutOfOrderError(FieldError):
    code = "days_out_of_order"
    field = "valid_to"
    zh = "结束日期早于开始日期，请更正。"
    en = "The last day is before the first. Correct one of them."


class AlreadyHeldError(MingjianError):
    status = 409
    code = "role_already_held"
    zh = "此人已持有该角色。如需更改有效期，请先撤销再重新授予。"
    en = "This person already holds that role. To change its dates, revoke it and grant it again."


class OwnRoleError(MingjianError):
    status = 403
    code = "own_role"
    zh = "不能给自己授予角色，请由另一位管理员操作。"
    en = "Nobody grants a role to themselves. Ask another administrator."


class LastAdministratorError(MingjianError):
    status = 409
    code = "last_administrator"
    zh = "这是最后一位不限期的管理员。请先把管理员角色授予另一个可以登录的人。"
    en = (
        "This is the last administrator without an end date. "
        "First grant the role to another person who can sign in."
    )


class InactivePersonError(MingjianError):
    status = 409
    code = "person_inactive"
    zh = "此人已停用。请先重新启用，再进行此操作。"
    en = "This person is deactivated. Reactivate them first."


class DuplicateEmailError(FieldError):
    status = 409
    code = "duplicate_email"
    field = "email"
    zh = "该机构已有人使用此邮箱。请换一个邮箱，或在人员列表中查找此人。"
    en = "Somebody of this organisation already has this address. Use another, or find them."


class CreditCodeError(FieldError):
    code = "credit_code"
    field = "credit_code"
    zh = "统一社会信用代码不正确（18 位，末位为校验码）。请核对营业执照后重新填写。"
    en = "This is not a unified social credit code: 18 characters, the last a check character."


class DuplicateOrganisationError(FieldError):
    status = 409
    code = "duplicate_organisation"
    field = "credit_code"
    zh = "已有组织登记了此统一社会信用代码。请在组织列表中查找。"
    en = "An organisation with this unified social credit code exists. Look for it in the list."


class ZoneError(FieldError):
    code = "unknown_zone"
    field = "zone"
    zh = "不认识的时区“{zone}”。请填写如 Asia/Shanghai 的时区名。"
    en = "Unknown time zone “{zone}”. Give a name such as Asia/Shanghai."


class BodyExistsError(MingjianError):
    status = 409
    code = "body_exists"
    zh = "本系统已完成初始设置，请直接登录。"
    en = "This installation has been set up already. Please sign in."


class PasswordRefusedError(FieldError):
    code = "password_refused"
    field = "password"
    zh = "密码不符合要求：{why}"
    en = "This password cannot be used: {why}"


class SetupTokenError(MingjianError):
    status = 403
    code = "setup_token"
    zh = "设置链接无效或已使用。请在服务器上运行 ./run，使用它打印的链接。"
    en = (
        "This set-up link is wrong or was used. Run ./run on the server and use the link it prints."
    )


class EmptyWorkbookError(MingjianError):
    status = 422
    code = "empty_workbook"
    zh = "工作簿中没有数据行。请在表头下方填写后重新上传。"
    en = "The workbook has no rows below its head. Fill some in and upload it again."


class NothingToImportError(MingjianError):
    status = 409
    code = "nothing_to_import"
    zh = "没有可导入的行：每一行都有错误。请按提示更正后重新上传。"
    en = "There is nothing to import: every row has a fault. Correct them and upload again."


class ImportFailedError(MingjianError):
    status = 500
    code = "import_failed"
    zh = "写入时出现意外，已停止。请再试一次；仍然失败时请联系管理员查看后台任务。"
    en = "Something unexpected stopped it. Try again; if it fails again, see the background jobs."


class ImportStateError(MingjianError):
    status = 409
    code = "import_state"
    zh = "此导入已被确认或撤销。请刷新页面查看当前状态。"
    en = "This import was confirmed or undone already. Reload the page to see how it stands."
