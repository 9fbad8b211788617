"""What can go wrong with audit time and the choice of sites."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class AuditTimeInputsError(MingjianError):
    """``fields`` holds a sentence per field."""

    status = 422
    code = "audit_time_inputs"
    zh = "还不能计算审核时间：有 {count} 项须更正。"
    en = "The audit time cannot be calculated yet. Please correct what is marked ({count})."


class OverrideReasonError(FieldError):
    code = "audit_time_override_reason"
    field = "override_reason"
    zh = "确定的人日低于计算结果 {days}，须写明理由。"
    en = "Fewer days than the calculated {days} need a written reason."


class OverrideRoleError(FieldError):
    status = 403
    code = "audit_time_override_role"
    field = "days"
    zh = "低于计算结果 {days} 的人日只能由审核方案管理人员确定。请联系方案管理人员，或不低于该值。"
    en = "Only a programme manager may set fewer days than the calculated {days}. Ask one."


class NotMultiSiteError(MingjianError):
    status = 409
    code = "not_multi_site"
    zh = "该客户除中心职能外没有其他在用场所，无须抽样。请先在“场所”中登记。"
    en = "Besides its central function the client has no site to sample. Register its sites first."
