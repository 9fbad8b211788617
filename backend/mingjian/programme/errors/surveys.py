"""What can go wrong with surveys and campaigns."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class SurveyStateError(MingjianError):
    status = 409
    code = "survey_state"
    zh = "该调查目前是“{state}”，不能进行此操作。请刷新页面查看。"
    en = "The survey is in the state “{state}”, which does not allow this. Reload to see it."


class SurveyIncompleteError(MingjianError):
    """``params['missing']`` is the list of sentences, ``fields`` has them by place."""

    status = 409
    code = "survey_incomplete"
    zh = "还不能提交，尚缺 {count} 项，已在表中标出。"
    en = "The survey cannot be handed in yet: {count} answers are missing. They are marked."


class SurveyExistsError(MingjianError):
    status = 409
    code = "survey_exists"
    zh = "该审核已有一份调查。请打开已有调查；如需重新调查，请先关闭它。"
    en = "This audit has a survey. Open it, or close it before asking anew."


class SurveyCaseClosedError(MingjianError):
    status = 409
    code = "survey_case_closed"
    zh = "该审核已结束或取消，不能再发送或填写调查。"
    en = "This audit is closed or cancelled: no survey can be sent or filled in for it."


class NoCoordinatorError(MingjianError):
    status = 409
    code = "survey_no_coordinator"
    zh = "该客户还没有可接收邮件的审核协调员。请先在“人员”中登记并邀请。"
    en = "This client has no coordinator to write to. Register and invite one under People first."


class RemindedTodayError(MingjianError):
    status = 409
    code = "survey_reminded_today"
    zh = "今天已经提醒过了，请明天再试，或打电话联系。"
    en = "A reminder was sent today already. Try again tomorrow, or telephone."


class DueInThePastError(FieldError):
    code = "survey_due_past"
    field = "due_on"
    zh = "答复期限须在今天之后。"
    en = "The answer can only be due after today."


class UnknownPlaceError(FieldError):
    code = "survey_unknown_place"
    field = "answers"
    zh = "答复中有不认识的项目“{what}”。请刷新页面后重试，您填写的内容已保存在本机。"
    en = "The answer names “{what}”, which nobody asked. Reload; your entries are kept."


class CampaignStateError(MingjianError):
    status = 409
    code = "campaign_state"
    zh = "该批调查目前是“{state}”，不能进行此操作。请刷新页面查看。"
    en = "The campaign is in the state “{state}”, which does not allow this. Reload to see it."


class CampaignEmptyError(MingjianError):
    status = 409
    code = "campaign_empty"
    zh = "按所选条件没有可以发送的客户。请放宽条件，或查看每个客户未列入的原因。"
    en = "Nobody would get this survey. Widen the choice, or see why each client is skipped."
