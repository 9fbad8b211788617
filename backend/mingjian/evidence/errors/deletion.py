"""What stands against a deletion, and what to do about it."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class CaseRunningError(MingjianError):
    status = 409
    code = "deletion_case_running"
    zh = "审核尚未结束，不能销毁证据。请在认证决定或取消之后再提出。"
    en = "The audit is not over. Order the deletion after the decision, or once it is cancelled."


class HeldError(MingjianError):
    status = 409
    code = "deletion_held"
    zh = "该审核有法定保留：{reason}。须先解除保留，才能继续。"
    en = "A legal hold stands on this audit: {reason}. It has to be lifted first."


class OrderOpenError(MingjianError):
    status = 409
    code = "deletion_open"
    zh = "该审核已有进行中的销毁令。请继续处理该销毁令。"
    en = "A deletion of this audit is under way already. Go on with that one."


class NothingToDeleteError(MingjianError):
    status = 409
    code = "deletion_nothing"
    zh = "该审核没有可销毁的客户资料：密钥已销毁，或从未收到资料。"
    en = "Nothing of the client's is left in this audit: its key is destroyed or never was."


class OrderStateError(MingjianError):
    status = 409
    code = "deletion_state"
    zh = "销毁令目前是“{state}”，不能进行此操作。请刷新查看。"
    en = "The deletion is in the state “{state}”, which does not allow this. Reload to see it."


class ReviewPendingError(MingjianError):
    status = 409
    code = "deletion_review_pending"
    zh = "客户仍可在 {until} 之前确认或提出异议。请等待客户确认，或在该日之后批准。"
    en = "The client may confirm or object until {until}. Wait for its word, or for that day."


class SamePersonError(MingjianError):
    status = 409
    code = "deletion_same_person"
    zh = "提出、批准和二次批准须由不同的人完成。请由另一人处理。"
    en = "Ordering, approving and approving again take three people. Ask another person."


class ObjectionWordsError(FieldError):
    code = "deletion_objection"
    field = "objection"
    zh = "请写明异议的理由。"
    en = "Say why you object."


class KeepListClosedError(MingjianError):
    status = 409
    code = "deletion_keep_list_closed"
    zh = "清单已确认，保留清单不能再改。如需更改，请联系认证机构撤回销毁令。"
    en = "The list is confirmed and stands. Ask the body to withdraw the order to change it."


class KeepUntilError(FieldError):
    code = "deletion_keep_until"
    field = "until"
    zh = "保留期限须晚于今天。"
    en = "Choose a day after today."


class KeepItemError(FieldError):
    code = "deletion_keep_item"
    field = "item_ids"
    zh = "所选证据不属于此审核。请刷新后重新选择。"
    en = "Some of that evidence is not of this audit. Reload and choose again."


class HoldLiftedError(MingjianError):
    status = 409
    code = "deletion_hold_lifted"
    zh = "该法定保留已经解除。请刷新查看。"
    en = "That hold is lifted already. Reload to see it."


class NoCertificateError(MingjianError):
    status = 404
    code = "deletion_no_certificate"
    zh = "尚未出具销毁证明。备份到期并核验通过后才会出具。"
    en = "There is no certificate yet. It comes once the backups have expired and nothing is left."


class EvidenceFrozenError(MingjianError):
    status = 409
    code = "deletion_frozen"
    zh = "该审核的资料正在销毁，不能再修改。"
    en = "The evidence of this audit is being destroyed and cannot be changed any more."
