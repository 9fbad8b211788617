"""What can go wrong with the confirmation of ICT competence."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class IctRoundOpenError(FieldError):
    status = 409
    code = "ict_round_open"
    field = "area"
    zh = "这一部分已有未完成的确认。请先完成或撤回它。"
    en = "A confirmation of this area is under way. Finish or withdraw it first."


class IctItemsError(FieldError):
    code = "ict_items"
    field = "items"
    zh = "其中有不属于这一部分的项目，请刷新页面后重选。"
    en = "Some items do not belong to this area. Reload the page and choose again."


class IctNotShownError(FieldError):
    code = "ict_not_shown"
    field = "items"
    zh = "以下项目尚未在实操中展示：{items}。全部展示后才能通过验证。"
    en = "Not shown in practice yet: {items}. The check is passed when all have been shown."


class IctCheckerError(MingjianError):
    status = 409
    code = "ict_checker"
    zh = "实操验证须由这一部分已确认且在有效期内的另一人进行。"
    en = "The practical check is done by somebody else who is confirmed in this area today."


class IctStateError(MingjianError):
    status = 409
    code = "ict_state"
    zh = "该确认目前是“{state}”，不能进行此操作。请刷新页面查看。"
    en = "This confirmation is in the state “{state}”, which does not allow this. Reload to see it."


class IctSelfConfirmError(MingjianError):
    status = 409
    code = "ict_self_confirmed"
    zh = "不能确认自己的能力。请由另一位审核方案管理人员确认。"
    en = "Nobody confirms their own competence. Ask another programme manager."
