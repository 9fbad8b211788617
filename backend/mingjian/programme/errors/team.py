"""What can go wrong with competence, impartiality, availability and assignment."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class OwnQualificationError(FieldError):
    status = 403
    code = "own_qualification"
    field = "person_id"
    zh = "不能为自己授予或更改资格。请由另一名审核方案管理人员办理（{clause}）。"
    en = "Nobody grants or changes a qualification of their own. Ask another manager ({clause})."


class QualificationHeldError(FieldError):
    status = 409
    code = "qualification_held"
    field = "role"
    zh = "此人在该领域已有这一资格。请打开已有资格延期或修改，或先撤销。"
    en = "This qualification is already held. Open it to renew or change, or withdraw it first."


class QualificationDaysError(FieldError):
    code = "qualification_days"
    field = "valid_to"
    zh = "截止日期早于生效日期，请更正。"
    en = "The last day is before the first. Correct one of them."


class UnknownSchemeError(FieldError):
    code = "unknown_scheme"
    field = "scheme"
    zh = "没有这个领域。可选：{schemes}。"
    en = "There is no such scheme. Choose from: {schemes}."


class PersonUnknownError(FieldError):
    code = "person_of_body_unknown"
    field = "person_id"
    zh = "没有找到该人员，或其已停用。请选择本机构在用人员。"
    en = "No such person, or deactivated. Choose an active person of your own body."


class InterestDaysError(FieldError):
    code = "interest_days"
    field = "until"
    zh = "结束日期早于开始日期，请更正。"
    en = "It ends before it begins. Correct one of the days."


class OwnDecisionError(MingjianError):
    status = 403
    code = "own_interest_decision"
    zh = "不能对自己的利益关系作出决定（ISO/IEC 17021-1 §5.2.3）。请由其他委员决定。"
    en = "Nobody decides on an interest of their own (ISO/IEC 17021-1 §5.2.3). Ask another member."


class SignedNameError(FieldError):
    code = "signed_name"
    field = "signed_name"
    zh = "签名须与您登记的姓名一致：{name}。"
    en = "Sign with your name as registered: {name}."


class AlreadyDeclaredError(MingjianError):
    status = 409
    code = "already_declared"
    zh = "您已签署过这份声明，无需重复签署。如情况有变，请登记利益关系。"
    en = "You have signed this declaration. If something changed, register the interest."


class NotInTeamError(MingjianError):
    status = 409
    code = "declaration_not_in_team"
    zh = "您不在该审核的审核组中，无需为其签署声明。"
    en = "You are not in the team of this audit, so there is nothing to sign for it."


class AbsenceDaysError(FieldError):
    code = "absence_days"
    field = "last"
    zh = "结束日期早于开始日期，或半天选择使缺勤为空，请更正。"
    en = "It ends before it begins, or the half days leave nothing of it. Correct the days."


class AbsenceOverlapError(FieldError):
    status = 409
    code = "absence_overlap"
    field = "first"
    zh = "与已登记的缺勤重叠：{days}。请修改那一条，或选择其他日期。"
    en = "Overlaps an absence already entered: {days}. Change that one, or choose other days."


class UnsuitableError(FieldError):
    """``params['faults']`` are the sentences that refuse the assignment."""

    status = 409
    code = "unsuitable"
    field = "person_id"
    zh = "不能安排此人：{why}"
    en = "This person cannot be assigned: {why}"


class OverrideReasonError(FieldError):
    """There are warnings: whoever assigns all the same says why."""

    status = 409
    code = "override_reason"
    field = "override_reason"
    zh = "安排此人有以下提示，请填写仍然安排的理由：{why}"
    en = "There are warnings about this person. Say why you assign them all the same: {why}"


class ObjectionOpenError(MingjianError):
    status = 409
    code = "objection_open"
    zh = "对该成员的异议还在等待答复。"
    en = "An objection to this member is waiting for its answer already."


class ObjectionAnsweredError(MingjianError):
    status = 409
    code = "objection_answered"
    zh = "该异议已答复。请刷新页面查看。"
    en = "This objection has been answered. Reload to see it."


class NothingToHandOverError(MingjianError):
    status = 409
    code = "nothing_to_hand_over"
    zh = "没有选择要移交的工作，或所选工作已不在此人名下。请刷新页面。"
    en = "Nothing was chosen, or it is no longer this person's work. Reload the page."


class HandOverToSelfError(FieldError):
    code = "hand_over_to_self"
    field = "to_person_id"
    zh = "不能移交给本人，请选择另一位同事。"
    en = "Work cannot be handed over to the same person. Choose a colleague."
