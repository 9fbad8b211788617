"""What can go wrong with risk matrices and planning inputs."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class RiskExistsError(MingjianError):
    status = 409
    code = "risk_matrix_exists"
    zh = "本次审核已有风险矩阵。请在其中修改；已批准的请建立新版本。"
    en = "This audit has a risk matrix. Change that one; once approved, start a new version."


class NoRiskMatrixError(MingjianError):
    status = 409
    code = "no_risk_matrix"
    zh = "本次审核还没有风险矩阵。请审核组长先建立。"
    en = "This audit has no risk matrix yet. The lead auditor starts one first."


class RiskStateError(MingjianError):
    status = 409
    code = "risk_state"
    zh = (
        "风险矩阵目前是“{state}”，不能进行此操作。"
        "草稿可直接修改；待批准的先撤回；已批准的请建立新版本。"
    )
    en = (
        "The risk matrix is in the state “{state}”, which does not allow this. A draft is edited; "
        "take it back while it waits for approval; once approved, start a new version."
    )


class RiskNotReadyError(MingjianError):
    """``params['missing']`` is the list of sentences."""

    status = 409
    code = "risk_not_ready"
    zh = "还不能提交，尚缺 {count} 项：{sentences}"
    en = "This cannot be handed in yet. Still missing ({count}): {sentences}"


class OwnRiskMatrixError(MingjianError):
    status = 403
    code = "own_risk_matrix"
    zh = "编制人不能批准自己提交的风险矩阵。请由另一位审核方案管理人员批准。"
    en = "Whoever handed a matrix in does not approve it. Ask another programme manager."


class ResidualTooHighError(MingjianError):
    """``params['missing']`` are the threats of which too much is left."""

    status = 409
    code = "residual_too_high"
    zh = (
        "处理后仍有 {count} 项超过可接受水平：{sentences} 请改为混合或现场审核"
        "{or_exception}，或退回补充措施。"
    )
    en = (
        "Too much is left of {count}: {sentences} Make the audit hybrid or on site{or_exception}, "
        "or send the matrix back for more treatment."
    )


class NoExceptionError(FieldError):
    code = "risk_no_exception"
    field = "exception"
    zh = "本机构的规则不允许例外。请改为混合或现场审核。"
    en = "The body's rules allow no exception. Make the audit hybrid or on site."


class TreatmentOwnerError(FieldError):
    code = "risk_treatment_owner"
    field = "treated_by_id"
    zh = "措施负责人须是审核组成员、方案管理人员或客户的审核协调员。"
    en = "Choose a member of the team, a programme manager or the client's coordinator."


class UnknownNeedError(FieldError):
    code = "risk_unknown_need"
    field = "need_line"
    zh = "没有找到该相关方需求，请重新选择。"
    en = "No such stakeholder need. Choose again."


class ResidualGradeError(FieldError):
    code = "risk_residual_grade"
    field = "residual_likelihood"
    zh = "剩余风险的可能性和影响须一起评定，且都不高于处理前。"
    en = "Grade both likelihood and impact of what is left, neither above its grade before."


class UnknownSuggestionError(FieldError):
    code = "risk_unknown_suggestion"
    field = "codes"
    zh = "风险库中没有该条目，请刷新后重新选择。"
    en = "The library has no such entry. Reload and choose again."


class CopySourceError(FieldError):
    code = "risk_copy_source"
    field = "copy_from"
    zh = "不能从该矩阵复制。请选择本方案的模板或可查看的已批准矩阵。"
    en = "That matrix cannot be copied. Choose the programme's template or an approved one you see."


class PlanningInputsError(MingjianError):
    status = 422
    code = "planning_inputs"
    zh = "有 {count} 项策划输入填写有误，请逐项选择等级并写明理由。"
    en = "Check the planning inputs ({count}): choose a grade and say why for each."
