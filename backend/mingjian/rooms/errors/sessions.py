"""What can go wrong when sessions are planned, opened and led."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class SessionStateError(MingjianError):
    status = 409
    code = "rooms_session_state"
    zh = "会议目前的状态是“{state}”，不能这样操作。请刷新后查看最新状态。"
    en = "The session is “{state}” now, so this cannot be done. Reload to see how it stands."


class NotHostError(MingjianError):
    status = 403
    code = "rooms_not_host"
    zh = "此会议现由{host}主持。请让主持人操作，或先请其移交主持。"
    en = "{host} chairs this session now. Ask them to do it, or to hand the chair over to you."


class NoPlanError(MingjianError):
    status = 409
    code = "rooms_no_plan"
    zh = "客户接受审核计划后，才能生成会议。请先发出计划并取得客户接受。"
    en = "Sessions follow the plan that the client accepted. Issue the plan first."


class AfterEndError(FieldError):
    code = "rooms_past"
    field = "local_end"
    zh = "结束时间已经过去，请选择以后的时间。"
    en = "That end has passed already. Choose a later time."


class NotAHostError(FieldError):
    code = "rooms_not_a_host"
    field = "participant_id"
    zh = "只能移交给已进入会议的审核组长或审核员。"
    en = "The chair goes to a lead auditor or auditor who is in the session."


class OneBreakError(MingjianError):
    status = 409
    code = "rooms_one_break"
    zh = "已有一次休息尚未结束。请先结束或撤回它。"
    en = "There is a break already. End it, or take it back, first."


class BreakOverError(MingjianError):
    status = 409
    code = "rooms_break_over"
    zh = "这次休息已经结束或已撤回。"
    en = "This break has ended, or was taken back."


class OtherSideError(MingjianError):
    status = 403
    code = "rooms_other_side"
    zh = "休息须由双方确认：请由另一方确认。"
    en = "A break needs the word of both sides: the other side has to agree."
