"""What can go wrong with invoices."""

from mingjian.kit.errors import MingjianError


class NotSignedYetError(MingjianError):
    status = 409
    code = "invoice_not_signed_yet"
    zh = "合同双方签署后才能开账单。请先完成签署。"
    en = "An invoice follows the signed contract. Have both sides sign it first."


class InvoicedAlreadyError(MingjianError):
    status = 409
    code = "invoiced_already"
    zh = "该合同已有账单 {invoice}。需要更正时，请先将它作废。"
    en = "This contract is invoiced already ({invoice}). To correct it, make that one void first."


class InvoiceStateError(MingjianError):
    status = 409
    code = "invoice_state"
    zh = "该账单目前“{state}”，不能进行此操作。请刷新页面查看当前状态。"
    en = "The invoice is {state}, which does not allow this. Reload to see how it stands."


class InvoiceFaultsError(MingjianError):
    status = 422
    code = "invoice_faults"
    zh = "还不能开出：有 {count} 项需要补充或更正。"
    en = "It cannot be issued yet: complete or correct {count} entries."


class InvoiceNumberTakenError(MingjianError):
    status = 409
    code = "invoice_number_taken"
    zh = "同时有另一张账单开出，编号 {number} 已被使用。请再试一次。"
    en = "Another invoice was issued at the same moment and took number {number}. Try again."


class PaidTooEarlyError(MingjianError):
    status = 422
    code = "invoice_paid_too_early"
    zh = "付款日期应在开出日期 {issued} 至今天之间。"
    en = "The day of payment lies between the day of issue, {issued}, and today."
