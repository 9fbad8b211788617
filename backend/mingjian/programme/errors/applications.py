"""What can go wrong with applications, their review, quotes and contracts."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class ApplicationFaultsError(MingjianError):
    status = 422
    code = "application_faults"
    zh = "还不能提交：有 {count} 项需要补充或更正。已填写的内容都已保存。"
    en = "It cannot be submitted yet: please complete or correct {count} entries. All is saved."


class ApplicationStateError(MingjianError):
    status = 409
    code = "application_state"
    zh = "该申请目前“{state}”，不能进行此操作。请刷新页面查看当前状态。"
    en = "The application is {state}, which does not allow this. Reload to see how it stands."


class ApplicationLinkSpentError(MingjianError):
    status = 410
    code = "application_link_spent"
    zh = "合同已签署，此链接已停用。请用邀请邮件中的链接开通账号后登录查看。"
    en = "The contract is signed and this link has ended. Sign in with the account you were sent."


class ApplicationLinkExpiredError(MingjianError):
    status = 410
    code = "application_link_expired"
    zh = "此链接已过期，您填写的内容仍保留。请联系认证机构重新发送链接。"
    en = (
        "This link has expired; what you entered is kept. Ask the certification body for a new one."
    )


class DuplicateApplicationError(MingjianError):
    status = 409
    code = "duplicate_application"
    zh = "该组织已有一份申请正在处理。请用原来的链接继续，或联系认证机构。"
    en = (
        "An application of this organisation is already being handled. "
        "Go on with the earlier link, or contact the certification body."
    )


class NoReceivingBodyError(MingjianError):
    status = 404
    code = "no_receiving_body"
    zh = "没有找到接收申请的认证机构。请核对申请链接。"
    en = "No certification body receives applications here. Check the link you were given."


class ReviewIncompleteError(MingjianError):
    status = 409
    code = "review_incomplete"
    zh = "还不能受理，尚缺 {count} 项：{sentences}"
    en = "It cannot be accepted yet. Still open ({count}): {sentences}"


class CheckNoteError(FieldError):
    code = "check_note"
    field = "checks"
    zh = "结论为“否”的项目须写明说明：{checks}。"
    en = "A verdict of “no” needs a note: {checks}."


class DaysReasonError(FieldError):
    code = "days_reason"
    field = "override_reason"
    zh = "确定的人日与计算结果 {days} 不同，须写明理由。"
    en = "Other days than the calculated {days} need a written reason."


class QuoteLinesError(FieldError):
    code = "quote_lines"
    field = "lines"
    zh = "报价须至少有一行，且总额大于 0。"
    en = "A quote has one line at least, and a total above zero."


class QuoteMissingError(MingjianError):
    status = 409
    code = "quote_missing"
    zh = "还没有已发出的报价。请先填写并发出报价。"
    en = "No quote has been sent. Write one and send it first."
