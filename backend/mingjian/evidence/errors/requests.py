"""What can go wrong with evidence requests and with the checks of documents."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class RequestStateError(MingjianError):
    status = 409
    code = "request_state"
    zh = "该请求目前是“{state}”，不能进行此操作。请刷新查看。"
    en = "The request is in the state “{state}”, which does not allow this. Reload to see it."


class RequestDueError(FieldError):
    code = "request_due"
    field = "due_at"
    zh = "期限已过，请填写现在以后的时间。"
    en = "That time has passed. Give a later one."


class NothingHandedOverError(FieldError):
    code = "request_no_items"
    field = "item_ids"
    zh = "没有找到要提交的文件。请先上传，或选择此审核中已有的证据。"
    en = "No such files. Upload them first, or choose evidence of this audit."


class NotLeadAuditorError(MingjianError):
    status = 403
    code = "request_not_lead"
    zh = "拒绝提供证据只能由审核组长裁定。请告知审核组长。"
    en = "Only the lead auditor rules on a refusal. Let the lead auditor know."


class StillInTimeError(MingjianError):
    status = 409
    code = "request_in_time"
    zh = "客户仍在期限之内，尚未拒绝，不能裁定。可以撤回请求，或等到期限之后。"
    en = "The client still has time and has not refused. Withdraw the request, or wait until then."


class VerdictWordsError(FieldError):
    code = "check_words"
    field = "words"
    zh = "结论与系统比对结果不同，或无法判断时，请写明依据。"
    en = "Say why, where the verdict is not the one proposed or where nobody can tell."


class ShownItemError(FieldError):
    code = "check_shown_item"
    field = "shown_item_id"
    zh = "所选截图或文件不属于此审核，或就是被核对的文件本身，请重新选择。"
    en = "That item is not of this audit, or is the very one being checked. Choose another."
