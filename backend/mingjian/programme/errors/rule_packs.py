"""What can go wrong with rule packs."""

from mingjian.kit.errors import MingjianError


class NoRulePackError(MingjianError):
    status = 409
    code = "no_rule_pack"
    zh = "没有在 {on} 有效的规则包“{pack}”。请在“规则包”中发布该日有效的版本。"
    en = "No rule pack “{pack}” holds on {on}. Release an edition for that day under Rule packs."
