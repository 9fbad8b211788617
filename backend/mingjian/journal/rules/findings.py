"""What a verification can find, in words for the person who reads it."""

from dataclasses import asdict, dataclass
from typing import Any

SENTENCES: dict[str, tuple[str, str]] = {
    "entry_changed": (
        "第 {seq} 条记录写入后被改动：内容与其承诺值不符。",
        "Entry {seq} was changed after it was written: it no longer fits its commitment.",
    ),
    "entry_rewritten": (
        "第 {seq} 条记录连同其承诺值被替换：与数据库之外保存的检查点不符。",
        "Entry {seq} was replaced, commitment included: the checkpoint file says otherwise.",
    ),
    "entry_leaf_changed": (
        "第 {seq} 条记录的承诺值被改动，内容未变。",
        "The commitment of entry {seq} was changed; its content is untouched.",
    ),
    "entry_missing": (
        "第 {seq} 条记录缺失。",
        "Entry {seq} is missing.",
    ),
    "entries_missing": (
        "第 {seq} 至 {last} 条记录缺失。",
        "Entries {seq} to {last} are missing.",
    ),
    "entry_moved": (
        "第 {seq} 条记录原为第 {last} 条：记录顺序被改动。",
        "Entry {seq} was written as number {last}: entries were reordered.",
    ),
    "entry_backdated": (
        "第 {seq} 条记录的时间早于其前一条：时间被倒填。",
        "Entry {seq} is dated before its predecessor: it was back-dated.",
    ),
    "entry_unexpected": (
        "第 {seq} 条记录不是由本系统写入的：编号超出日志范围。",
        "Entry {seq} was not written by the product: its number is outside the journal.",
    ),
    "entry_unreadable": (
        "第 {seq} 条记录已损坏，无法读取。",
        "Entry {seq} is damaged and cannot be read.",
    ),
    "salt_missing": (
        "第 {seq} 条记录的盐值缺失：无法再证明其内容。",
        "The salt of entry {seq} is missing: its content can no longer be proven.",
    ),
    "node_changed": (
        "第 {seq} 至 {last} 条记录的中间哈希被改动或缺失。",
        "The stored hash over entries {seq} to {last} was changed or is missing.",
    ),
    "head_changed": (
        "日志头被改动：记载的条数或时间与记录不符（第 {seq} 条）。",
        "The head of the journal was changed: it does not fit the entries (at {seq}).",
    ),
    "database_older": (
        "数据库比检查点旧：检查点已签到第 {last} 条，数据库只到第 {seq} 条。",
        "The database is older than its checkpoint: signed up to {last}, present up to {seq}.",
    ),
    "checkpoint_mismatch": (
        "第 {seq} 至 {last} 条记录与已签署的检查点不符。",
        "Entries {seq} to {last} do not fit the checkpoint that was signed over them.",
    ),
    "checkpoint_forged": (
        "第 {seq} 条处的检查点签名无效。",
        "The signature of the checkpoint at entry {seq} is not valid.",
    ),
    "checkpoint_changed": (
        "第 {seq} 条处的检查点在数据库中被改动。",
        "The checkpoint at entry {seq} was changed in the database.",
    ),
    "checkpoint_missing": (
        "第 {seq} 条处的检查点在数据库中缺失。",
        "The checkpoint at entry {seq} is missing from the database.",
    ),
    "checkpoint_file_damaged": (
        "数据库之外的检查点文件在第 {seq} 条处缺失或损坏。",
        "The checkpoint file outside the database is missing or damaged at entry {seq}.",
    ),
    "row_changed": (
        "该对象绕过日志被改动：与第 {seq} 条记录的摘要不符。",
        "The object was changed past the journal: it does not fit entry {seq}.",
    ),
    "row_missing": (
        "该对象绕过日志被删除：最后一次记录为第 {seq} 条。",
        "The object was removed past the journal: entry {seq} still has it.",
    ),
    "row_returned": (
        "该对象在第 {seq} 条记录中已删除，却仍然存在。",
        "The object was removed in entry {seq}, yet it is there.",
    ),
    "row_unjournalled": (
        "该对象从未记入日志。",
        "The object was never written down in the journal.",
    ),
    "content_damaged": (
        "该对象封存的内容已损坏、被截断或被调换。",
        "The sealed content of the object was damaged, cut or swapped.",
    ),
    "content_missing": (
        "该对象封存的内容缺失。",
        "The sealed content of the object is missing.",
    ),
    "content_unopened": (
        "该对象封存的内容无法打开：其密钥缺失、已销毁或被改动。",
        "The sealed content does not open: its key is missing, destroyed or was changed.",
    ),
    "key_damaged": (
        "该对象的密钥被改动或已损坏。请用密钥库的备份恢复。",
        "A key of the object was changed or damaged. Restore it from the backup of the keys.",
    ),
    "row_unreadable": (
        "该对象已损坏，无法读取。",
        "The object is damaged and cannot be read.",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written down."""

    code: str
    seq: int | None = None
    last: int | None = None
    object_kind: str = ""
    object_id: str = ""

    def __post_init__(self) -> None:
        if self.code not in SENTENCES:
            raise KeyError(self.code)

    @property
    def zh(self) -> str:
        return self._sentence(0)

    @property
    def en(self) -> str:
        return self._sentence(1)

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}

    def _sentence(self, language: int) -> str:
        return SENTENCES[self.code][language].format(seq=self.seq, last=self.last)
