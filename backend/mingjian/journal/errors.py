"""What can go wrong with a journal, in words."""

from mingjian.kit.errors import MingjianError


class DamagedJournal(MingjianError):
    status = 409
    code = "damaged_journal"
    zh = "日志已损坏，无法给出证明。请在“日志”页面点击“验证”，查看具体是哪些记录。"
    en = "The journal is damaged and cannot prove this. Press “Verify” on the journal page."


class UnfitForCheckpoint(MingjianError):
    """Signing would vouch for a tree that does not grow out of the last one signed."""

    status = 409
    code = "unfit_for_checkpoint"
    zh = "日志与数据库之外保存的检查点不一致（第 {size} 条处），已停止签署。请立即运行验证。"
    en = "The journal contradicts the checkpoint kept outside the database (entry {size}). Verify."


class NotYetSigned(MingjianError):
    status = 409
    code = "not_yet_signed"
    zh = "该记录尚未被检查点签署。检查点每分钟签署一次，请稍后再试。"
    en = "No checkpoint covers this entry yet. One is signed every minute; try again shortly."


class NothingToCompare(MingjianError):
    status = 422
    code = "nothing_to_compare"
    zh = "无法比较第 {first} 条与第 {second} 条：应为 1 至日志条数之间由小到大的两个数。"
    en = "{first} and {second} cannot be compared: give two sizes of the journal, smaller first."
