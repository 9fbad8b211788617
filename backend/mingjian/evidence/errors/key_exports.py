"""What can go wrong when a key is to leave the house."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class RecipientError(FieldError):
    code = "key_export_recipient"
    field = "recipient"
    zh = "这不是 age 公钥。请填写信息安全负责人的公钥，以 age1 开头。"
    en = "This is no age public key. Give the security officer's; it begins with age1."


class OwnApprovalError(MingjianError):
    status = 409
    code = "key_export_own"
    zh = "不能批准自己提出的密钥导出。请由另一人批准。"
    en = "Nobody approves their own request. Ask another person."


class ExportDecidedError(MingjianError):
    status = 409
    code = "key_export_decided"
    zh = "此密钥导出已经处理过，或批准已过期。需要时请重新申请。"
    en = "This request was decided already, or its approval has lapsed. Ask again if needed."
