"""What is wrong with a sealed file, said so that a user knows what to do next."""

from mingjian.kit.errors import MingjianError


class CiphertextError(MingjianError):
    """A sealed file was refused; nothing of the damaged part was ever handed out."""

    status = 409
    code = "ciphertext_refused"
    zh = "封存文件未通过完整性校验，已拒绝打开。请联系管理员从备份恢复。"
    en = "The sealed file failed its integrity check. Ask an administrator to restore it."


class CiphertextTruncated(CiphertextError):
    """The end is not the end that was sealed: cut off, extended or damaged."""

    code = "ciphertext_truncated"
    zh = "封存文件的结尾不完整（被截断、被追加或已损坏），已拒绝打开。请联系管理员从备份恢复。"
    en = (
        "The end of the sealed file is not intact (cut off, extended or damaged), so it was "
        "not opened. Ask an administrator to restore it."
    )


class CiphertextForeign(CiphertextError):
    """Sealed with another key or for another record: it was swapped, or moved here."""

    code = "ciphertext_foreign"
    zh = "此封存文件不属于该记录（被调换、移动，或由其他密钥封存），已拒绝打开。请联系管理员核查。"
    en = (
        "This sealed file does not belong to this record (swapped, moved, or sealed with another "
        "key), so it was not opened. Ask an administrator to investigate."
    )


class CiphertextReordered(CiphertextError):
    """Chunk ``chunk`` is authentic, but its place in this file is another one."""

    code = "ciphertext_reordered"
    zh = "封存文件内部的分块顺序被改动（第 {chunk} 块不在原位），已拒绝打开。请联系管理员核查。"
    en = (
        "Parts of the sealed file were reordered (part {chunk} is out of place), so it was not "
        "opened. Ask an administrator to investigate."
    )


class CiphertextTampered(CiphertextError):
    """Chunk ``chunk`` was changed, or belongs to another file."""

    code = "ciphertext_tampered"
    zh = "封存文件的第 {chunk} 块被改动或已损坏，已拒绝打开。请联系管理员从备份恢复。"
    en = (
        "Part {chunk} of the sealed file was altered or damaged, so it was not opened. "
        "Ask an administrator to restore it."
    )
