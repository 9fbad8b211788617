"""What can go wrong with audit plans and what was agreed on them."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class LocalTimeError(FieldError):
    code = "plan_local_time"
    field = "local_start"
    zh = "“{time}”不是有效的时间，请按“2026-11-23 09:30”填写。"
    en = "“{time}” is not a time. Write it like 2026-11-23 09:30."


class TimeSkippedError(FieldError):
    """Clocks were put forward over this time."""

    code = "plan_time_skipped"
    field = "local_start"
    zh = "{zone} 当天拨快时钟，“{time}”不存在。请改用前后一小时。"
    en = "{time} does not exist in {zone}: clocks go forward then. Move it by an hour."


class TimeTwiceError(FieldError):
    """Clocks were put back over this time: it would be two instants."""

    code = "plan_time_twice"
    field = "local_start"
    zh = "{zone} 当天拨慢时钟，“{time}”会出现两次，无法确定是哪一次。请避开这一小时。"
    en = "{time} comes twice in {zone}: clocks go back then. Avoid that hour."


class ItemOrderError(FieldError):
    code = "plan_item_order"
    field = "local_end"
    zh = "结束时间须晚于开始时间，且一项安排不超过 16 小时。"
    en = "An item ends after it starts, and lasts no more than 16 hours."


class ItemSiteError(FieldError):
    code = "plan_item_site"
    field = "site_id"
    zh = "没有找到该场所，或它不属于这个客户。"
    en = "No such site, or it is not one of this client's."


class ItemMembersError(FieldError):
    code = "plan_item_members"
    field = "members"
    zh = "所选人员不在审核组中。请先在“审核组”中加入，再安排任务。"
    en = "These people are not in the team. Add them under Team first."


class ItemClausesError(FieldError):
    code = "plan_item_clauses"
    field = "clauses"
    zh = "条款“{clause}”不属于本次审核的标准。请从列表中选择。"
    en = "Clause “{clause}” is not of a standard of this audit. Choose from the list."


class ItemSceneError(FieldError):
    code = "plan_item_scene"
    field = "scene"
    zh = "没有“{scene}”这种场景。请从列表中选择。"
    en = "There is no scene “{scene}”. Choose from the list."


class ItemMethodError(FieldError):
    code = "plan_item_method"
    field = "method"
    zh = "没有“{method}”这种审核方法。请从列表中选择。"
    en = "There is no audit method “{method}”. Choose from the list."


class ItemToolError(FieldError):
    code = "plan_item_tool"
    field = "ict_tool"
    zh = "没有找到该工具，或它属于其他客户。请从列表中选择；列表中没有的，先在“ICT 工具”中登记。"
    en = "No such tool, or another client's. Choose one of the list; add it under ICT tools."


class TalkNotHeldError(FieldError):
    code = "client_talk_not_held"
    field = "held_local"
    zh = "沟通时间不能晚于现在。尚未进行的沟通请在计划中安排。"
    en = "This lies in the future. Put a talk that is still to come into the plan."


class PlanIssuedError(MingjianError):
    status = 409
    code = "plan_issued"
    zh = "第 {number} 版计划已发出，不能直接修改。请先建立新版本。"
    en = "Version {number} of the plan has been issued. Make a new version to change it."


class DraftExistsError(MingjianError):
    status = 409
    code = "plan_draft_exists"
    zh = "第 {number} 版草稿尚未发出。请继续编辑该草稿。"
    en = "Version {number} is still a draft. Go on with that one."


class NoPastPlanError(MingjianError):
    status = 409
    code = "plan_no_past"
    zh = "该客户没有可复制的往次审核计划。请建立空白计划。"
    en = "This client has no earlier plan to copy. Start an empty one."


class NoDatesError(MingjianError):
    status = 409
    code = "plan_no_dates"
    zh = "还没有确定审核日期，无法安排。请先在审核概况中填写开始和结束日期。"
    en = "The audit dates are not set. Enter the first and the last day in the overview."


class PlanNotReadyError(MingjianError):
    """Blocking checks fail; ``params['missing']`` lists their sentences."""

    status = 409
    code = "plan_not_ready"
    zh = "发布前还差 {count} 项：{sentences}"
    en = "Before it can be issued ({count}): {sentences}"


class NothingToOverrideError(MingjianError):
    status = 409
    code = "plan_nothing_to_override"
    zh = "这项检查已经通过，或不允许以说明理由的方式放行。请刷新页面查看。"
    en = "This check has passed, or a reason cannot lift it. Reload the page."


class NotAwaitedError(MingjianError):
    status = 409
    code = "plan_not_awaited"
    zh = "目前没有等待答复的计划。请刷新页面查看当前版本。"
    en = "No plan waits for an answer. Reload to see the current version."


class ObjectionTextError(FieldError):
    code = "plan_objection_text"
    field = "answer"
    zh = "请写明异议的内容，或代客户答复时客户是如何表示的。"
    en = "Say what the objection is, or, for the client, how they gave their answer."


class NoPrintFontError(MingjianError):
    status = 503
    code = "plan_no_font"
    zh = "服务器缺少中文字体（{font}），暂时不能生成 PDF。请让管理员安装后重试。"
    en = "The server lacks the font {font}, so no PDF can be made. Ask an administrator for it."


class PlanNotPrintableError(MingjianError):
    status = 422
    code = "plan_not_printable"
    zh = "计划中的“{text}”没有字体可以显示，无法生成 PDF。请修改后重试。"
    en = "No font can show “{text}” in this plan, so no PDF can be made. Change it and try again."
