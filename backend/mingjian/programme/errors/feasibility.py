"""What can go wrong with suitability, the feasibility decision and the remote agreement."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class SceneUnknownError(FieldError):
    code = "scene_unknown"
    field = "scene"
    zh = "没有这种场景，请从列表中选择。"
    en = "There is no such scene. Choose one from the list."


class SceneFactorsError(FieldError):
    code = "scene_factors"
    field = "factors"
    zh = "每个因素只能评 0、1 或 2 分。"
    en = "Each factor scores 0, 1 or 2."


class SceneSiteError(FieldError):
    code = "scene_site"
    field = "site_id"
    zh = "没有找到该客户的此场所，或场所已停用。"
    en = "This client has no such site, or it is closed."


class SceneListedError(FieldError):
    status = 409
    code = "scene_listed"
    field = "scene"
    zh = "该场所已列出此场景；若有两处，请分别命名。"
    en = "This site already lists this scene. Give each a name of its own if there are two."


class SchemeNotInCaseError(FieldError):
    code = "override_scheme"
    field = "scheme"
    zh = "本次审核不含该领域。"
    en = "This audit does not cover that scheme."


class OverridePendingError(MingjianError):
    status = 409
    code = "override_pending"
    zh = "该领域已有一项改判待确认，请先处理。"
    en = "Another override of this scheme is waiting. Answer it first."


class OverrideSettledError(MingjianError):
    status = 409
    code = "override_settled"
    zh = "这项改判已经处理过，请刷新页面。"
    en = "This override has been answered already. Reload the page."


class SecondPersonError(MingjianError):
    status = 409
    code = "override_second_person"
    zh = "改判由方案管理人员和本次审核的组长共同决定：{proposed} 已提出，请由另一方的另一个人确认。"
    en = (
        "An override takes the programme manager and the lead auditor of this audit: {proposed} "
        "proposed it, so somebody else in the other role confirms it."
    )


class NeitherManagerNorLeadError(MingjianError):
    status = 403
    code = "override_role"
    zh = "只有方案管理人员或本次审核的组长可以改判。"
    en = "Only a programme manager or the lead auditor of this audit may override a verdict."


class ConditionUnknownError(FieldError):
    code = "condition_unknown"
    field = "conditions"
    zh = "没有这个条件：{names}。请刷新页面。"
    en = "There is no such condition: {names}. Reload the page."


class ClientUnwillingError(FieldError):
    status = 409
    code = "client_unwilling"
    field = "mode"
    zh = "客户不愿意接受远程审核，只能选择现场审核。客户改变意愿时请先更新调查。"
    en = "The client does not want a remote audit: choose on site. If it changes, renew the survey."


class DeviationReasonError(FieldError):
    code = "deviation_reason"
    field = "reason"
    zh = "决定与系统建议不同，请写明理由。"
    en = "The decision differs from the proposal. Say why."


class DecisionTooLateError(MingjianError):
    status = 409
    code = "decision_too_late"
    zh = "审核已开始，审核方式不能再更改。需要现场补充时请安排补充现场审核。"
    en = "The audit has begun and its mode is settled. Plan a supplementary on-site audit instead."


class PhoneError(FieldError):
    code = "contingency_phone"
    field = "contacts"
    zh = "“{phone}”不是可以拨打的电话号码，请写全号码。"
    en = "“{phone}” cannot be dialled. Give the whole number."


class OtherSideError(MingjianError):
    status = 403
    code = "contingency_other_side"
    zh = "客户只能填写本方的联系人和电话。"
    en = "A client enters the contacts of its own side only."


class AgreementStateError(MingjianError):
    status = 409
    code = "agreement_state"
    zh = "该协议目前是“{state}”，不能进行此操作。已发出的协议只能以新版本变更。"
    en = "The agreement is “{state}”, which does not allow this. Prepare a new version instead."


class AgreementNotReadyError(MingjianError):
    status = 409
    code = "agreement_not_ready"
    zh = "协议还不能发出，尚缺：{missing}"
    en = "The agreement cannot be issued yet. Still missing: {missing}"


class AgreementReasonError(FieldError):
    code = "agreement_reason"
    field = "reason"
    zh = "请说明为什么需要新版本。"
    en = "Say why a new version is needed."


class MediaUnknownError(FieldError):
    code = "media_unknown"
    field = "media"
    zh = "没有这种截取类别，请从列表中选择。"
    en = "There is no such class of capture. Choose from the list."


class NoChineseFontError(MingjianError):
    status = 503
    code = "no_chinese_font"
    zh = (
        "服务器缺少中文字体（{family}），不能生成 PDF。请管理员安装 fonts-noto-cjk；Word 不受影响。"
    )
    en = "No Chinese font ({family}) on the server, so no PDF. Ask for fonts-noto-cjk; Word works."


class UnprintableTextError(MingjianError):
    status = 422
    code = "unprintable_text"
    zh = "文中有字体无法显示的字符：{characters}。请替换后重试。"
    en = "Characters that no font has: {characters}. Replace them and try again."


class CoordinatorMissingError(FieldError):
    code = "coordinator_missing"
    field = "name"
    zh = "请选择客户的一名人员，或填写新协调员的姓名和邮箱。"
    en = "Choose one of the client's people, or give name and e-mail of somebody new."
