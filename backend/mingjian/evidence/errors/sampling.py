"""What can go wrong with samples."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class ListBeforeSeedError(MingjianError):
    status = 409
    code = "sample_list_before_seed"
    zh = (
        "此文件在种子承诺之前就已入库，不能用于本次抽样。请客户重新提交清单，"
        "或新建抽样后再索取清单。"
    )
    en = (
        "This file came in before the seed was committed to, so nothing is drawn from it. Have "
        "the client hand the list over again."
    )


class NoSuchListError(FieldError):
    code = "sample_list_item"
    field = "item_id"
    zh = "没有找到该文件，或它不属于此审核、已被销毁。请重新选择。"
    en = "No such file in this audit, or it was destroyed. Choose another."


class ListNotReadyError(MingjianError):
    status = 409
    code = "sample_list_not_ready"
    zh = "清单尚未读取完成或不能使用，不能抽取。请等待，或查看清单的问题。"
    en = "The list is not read yet or cannot be used, so nothing is drawn. Wait, or see its faults."


class AlreadyDrawnError(MingjianError):
    status = 409
    code = "sample_drawn"
    zh = "已经抽取。如需重抽，请先写明理由作废本次抽取；作废的抽取会保留在记录中。"
    en = "Already drawn. To draw again, discard this draw with a reason; it stays on record."


class DrawStateError(MingjianError):
    status = 409
    code = "sample_draw_state"
    zh = "该抽取目前是“{state}”，不能进行此操作。请刷新查看。"
    en = "The draw is in the state “{state}”, which does not allow this. Reload to see it."


class ListAlteredError(MingjianError):
    status = 409
    code = "sample_list_altered"
    zh = "清单 {code} 的内容与入库时的哈希不符，停止抽取。请核验该证据。"
    en = "The list {code} is not what its hash says. Nothing is drawn; verify that item."


class StrataColumnError(FieldError):
    code = "sample_column"
    field = "column"
    zh = "该列不能用于分层：请选择有 2 至 100 个不同取值的列。"
    en = "That column makes no strata. Choose one with 2 to 100 different values."


class SampleSizeError(FieldError):
    code = "sample_size"
    field = "size"
    zh = "抽样数量应为 {least} 至 {most}。"
    en = "Draw from {least} to {most} rows."


class FaultsNoteError(FieldError):
    code = "sample_faults_note"
    field = "note"
    zh = "清单有 {count} 行标识重复或缺失。请退回客户更正，或写明为何仍可抽样。"
    en = "The key is missing or repeated in {count} rows. Return the list, or say why it serves."


class FactorError(FieldError):
    code = "sample_factor"
    field = "factor"
    zh = "请选择规则包中的系数。"
    en = "Choose a factor of the rule pack."


class NoReserveError(MingjianError):
    status = 409
    code = "sample_no_reserve"
    zh = "该层已没有可替换的行。如确有必要，请写明理由作废后重抽。"
    en = "No row of this stratum is left to replace it. If need be, discard the draw and say why."


class NotReplaceableError(MingjianError):
    status = 409
    code = "sample_not_replaceable"
    zh = "该行已被替换，或已提供证据，不能替换。"
    en = "This row was replaced already, or evidence was handed over for it."


class NothingDrawnError(MingjianError):
    status = 409
    code = "sample_nothing_drawn"
    zh = "尚未抽取，没有可核验的文件。"
    en = "Nothing has been drawn yet, so there is nothing to verify."
