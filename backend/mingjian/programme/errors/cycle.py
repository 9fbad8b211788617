"""What can go wrong with the cycle of a programme."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class CycleNotDatedError(FieldError):
    code = "cycle_not_dated"
    field = "certified_on"
    zh = "请先填写证书日期：各次审核的时限都从这一天算起。"
    en = "Enter the day of certification first: every due window counts from it."


class ProgrammeNotRunningError(MingjianError):
    status = 409
    code = "programme_not_running"
    zh = "该审核方案目前是“{state}”。批准后才能建立各次审核。"
    en = "The programme is in the state “{state}”. Approve it before opening its audits."


class CycleOrderError(FieldError):
    code = "cycle_order"
    field = "expires_on"
    zh = "证书有效期早于证书日期，请更正。"
    en = "The certificate expires before it begins. Correct one of the dates."
