"""What can go wrong when two sides decide what is kept beyond an audit."""

from mingjian.identity.errors import FieldError


class NothingToKeepError(FieldError):
    code = "keeping_no_items"
    field = "item_ids"
    zh = "所选证据中有的不属于“审核记录”，无需确认留存。请刷新列表后重新选择。"
    en = (
        "Some of these are not records of the audit, so nobody keeps them. Reload and choose again."
    )


class KeepingReasonError(FieldError):
    code = "keeping_reason"
    field = "reason"
    zh = "不同意留存或要求遮盖时，请写明理由。"
    en = "Say why it is not kept, or what has to be covered first."
