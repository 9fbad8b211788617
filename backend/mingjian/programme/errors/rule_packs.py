"""What can go wrong with rule packs."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class NoRulePackError(MingjianError):
    status = 409
    code = "no_rule_pack"
    zh = "没有在 {on} 有效的规则包“{pack}”。请在“规则包”中发布该日有效的版本。"
    en = "No rule pack “{pack}” holds on {on}. Release an edition for that day under Rule packs."


class RulePackFaultsError(MingjianError):
    """``params['faults']`` is the list of sentences."""

    status = 422
    code = "rule_pack_faults"
    zh = "规则包有 {count} 处不能成立：{sentences}"
    en = "The rule pack cannot be right in {count} places: {sentences}"


class RulePackReleasedError(MingjianError):
    status = 409
    code = "rule_pack_released"
    zh = "此版本已发布，不能再更改。请以它为基础起草新版本。"
    en = "This edition is released and cannot be changed. Draft a new edition from it."


class RulePackOwnDraftError(MingjianError):
    status = 409
    code = "rule_pack_own_draft"
    zh = "起草人不能发布自己的草稿。请由另一位审核方案管理人员发布。"
    en = "Whoever drafted it cannot release it. Ask another programme manager."


class RulePackOverlapError(FieldError):
    status = 409
    code = "rule_pack_overlap"
    field = "effective_from"
    zh = "生效日期与已发布的版本“{edition}”（{since} 起）重叠，请更正日期。"
    en = "The dates overlap with the released edition “{edition}” (from {since}). Correct them."


class RulePackExistsError(FieldError):
    status = 409
    code = "rule_pack_exists"
    field = "edition"
    zh = "该规则包已有版本“{edition}”，请换一个版本名称，或打开已有的版本。"
    en = "There is an edition “{edition}” already. Name this one differently or open that one."
