"""What can go wrong with sites, programmes, cases and teams."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class CaseNotReadyError(MingjianError):
    """A gate's facts are not met; ``params['missing']`` is the list of sentences."""

    status = 409
    code = "case_not_ready"
    zh = "还不能进行这一步，尚缺 {count} 项：{sentences}"
    en = "This step has to wait. Still missing ({count}): {sentences}"


class CaseStateError(MingjianError):
    status = 409
    code = "case_state"
    zh = "该审核目前处于“{state}”，不能进行此操作。请刷新页面查看当前状态。"
    en = "The audit is in the state “{state}”, which does not allow this. Reload to see it."


class CaseClosedError(MingjianError):
    status = 409
    code = "case_closed"
    zh = "该审核已结束或取消，内容不能再更改。"
    en = "This audit is closed or cancelled. It cannot be changed any more."


class ProgrammeStateError(MingjianError):
    status = 409
    code = "programme_state"
    zh = "该审核方案目前是“{state}”，不能进行此操作。请刷新页面查看。"
    en = "The programme is in the state “{state}”, which does not allow this. Reload to see it."


class DueDatesError(FieldError):
    code = "case_due_dates"
    field = "due_by"
    zh = "最晚日期早于最早日期，请更正。"
    en = "The last due day is before the first. Correct one of them."


class AuditDatesError(FieldError):
    code = "case_dates"
    field = "ends_on"
    zh = "结束日期早于开始日期，请更正。"
    en = "The audit ends before it starts. Correct one of the dates."


class PastDatesError(FieldError):
    code = "past_case_dates"
    field = "starts_on"
    zh = "请填写这次审核的开始和结束日期。"
    en = "Give the first and the last day of this audit."


class CaseSchemesError(FieldError):
    code = "case_schemes"
    field = "schemes"
    zh = "所选领域不在该审核方案的范围内。可选：{schemes}。"
    en = "These schemes are not part of the programme. Choose from: {schemes}."


class ModeNotAllowedError(FieldError):
    code = "mode_not_allowed"
    field = "mode"
    zh = "{why}"
    en = "{why}"


class DuplicateCycleError(FieldError):
    status = 409
    code = "programme_cycle_exists"
    field = "cycle"
    zh = "该客户的第 {cycle} 个认证周期已有审核方案。请打开已有方案，或填写下一个周期。"
    en = "This client already has a programme for cycle {cycle}. Open it, or use the next cycle."


class NotAClientError(FieldError):
    code = "client_not_engaged"
    field = "client_id"
    zh = "没有找到该客户，或委托关系已终止。请先在“组织”中登记或恢复委托。"
    en = "No such client, or its engagement has ended. Register or renew it under Organisations."


class SiteNameTakenError(FieldError):
    status = 409
    code = "site_name_taken"
    field = "name"
    zh = "该客户已有同名场所，请换一个名称。"
    en = "This client already has a site of that name. Choose another."


class HeadcountError(MingjianError):
    status = 422
    code = "headcount"
    zh = "人数填写有误：{why}"
    en = "The headcount cannot be right: {why}"


class LeadAuditorExistsError(FieldError):
    status = 409
    code = "lead_auditor_exists"
    field = "role"
    zh = "该审核已有审核组长。请先更换或移出现任组长。"
    en = "This audit has a lead auditor. Replace or release them first."


class AlreadyInTeamError(FieldError):
    status = 409
    code = "already_in_team"
    field = "person_id"
    zh = "此人已在审核组中。"
    en = "This person is already in the team."


class NotOfTheBodyError(FieldError):
    code = "not_of_the_body"
    field = "person_id"
    zh = "没有找到该人员，或其已停用。审核组成员须是本机构在用人员。"
    en = "No such person, or deactivated. Team members are active people of your own body."


class NotOfTheClientError(FieldError):
    code = "not_of_the_client"
    field = "coordinator_id"
    zh = "审核协调员须是该客户的在用人员。请先在“人员”中登记。"
    en = "The audit coordinator is an active person of the client. Register them under People."
