"""What can be wrong with keys, and what to do about it."""

from mingjian.kit.errors import MingjianError


class KeyMissing(MingjianError):
    """No key was ever made for this tenant or audit."""

    status = 404
    code = "key_missing"
    zh = "该机构或审核没有密钥，无法封存或打开内容。请联系管理员。"
    en = "There is no key for this organisation or audit. Ask an administrator."


class AuditKeyDestroyed(MingjianError):
    """The audit's content was deleted for good; its key cannot come back."""

    status = 410
    code = "audit_key_destroyed"
    zh = "该审核的密钥已按约定销毁，其内容无法再打开。"
    en = "The key of this audit was destroyed as agreed; its content can no longer be opened."


class SealedTextRefused(MingjianError):
    """A sealed column was altered, moved to another row, or sealed with another key."""

    status = 409
    code = "sealed_text_refused"
    zh = "一段封存的文字已被改动或不属于该记录，已拒绝打开。请联系管理员核查。"
    en = (
        "A sealed text was altered or does not belong to this record, so it was not opened. "
        "Ask an administrator to investigate."
    )


class WrappedKeyRefused(MingjianError):
    """A key row was altered, or the root key is another installation's."""

    status = 503
    code = "wrapped_key_refused"
    zh = "密钥无法打开：密钥记录被改动，或根密钥不属于本系统。请恢复正确的 root.key 或密钥数据库。"
    en = (
        "A key could not be opened: its row was altered, or root.key belongs to another "
        "installation. Restore the right root.key or keys database."
    )


class RootKeyMissing(MingjianError):
    """The keys database is in use, but the root key file is gone: never make a new one."""

    status = 503
    code = "root_key_missing"
    zh = "根密钥文件 {path} 不存在。请从备份恢复它，或用恢复码运行 manage.py recover_root。"
    en = (
        "The root key file {path} is missing. Restore it from a backup, or run "
        "manage.py recover_root with the recovery code."
    )


class RootKeyExposed(MingjianError):
    """Other users of the machine can read the root key file."""

    status = 503
    code = "root_key_exposed"
    zh = "根密钥文件 {path} 可被其他用户读取。请执行 chmod 600 {path}，然后重新启动。"
    en = "Other users can read the root key file {path}. Run chmod 600 {path} and start again."


class RootKeyDamaged(MingjianError):
    """The root key file is not what was written."""

    status = 503
    code = "root_key_damaged"
    zh = "根密钥文件 {path} 已损坏。请从备份恢复它，或移开后用恢复码运行 manage.py recover_root。"
    en = (
        "The root key file {path} is damaged. Restore it from a backup, or move it away and run "
        "manage.py recover_root with the recovery code."
    )


class RootKeyInPlace(MingjianError):
    """Recovery never overwrites a root key."""

    status = 409
    code = "root_key_in_place"
    zh = "根密钥文件 {path} 已存在，未作任何改动。如要恢复，请先将其移到别处。"
    en = "The root key file {path} exists; nothing was changed. Move it away first to recover."


class RecoveryCodeMistyped(MingjianError):
    """The code's own checksum does not fit."""

    status = 422
    code = "recovery_code_mistyped"
    zh = "恢复码输入有误：应为 14 组、每组 4 个字符。请对照抄写件逐组检查。"
    en = "The recovery code is mistyped: it has 14 groups of 4 characters. Check each group."


class RecoveryCodeForeign(MingjianError):
    """A well-formed code that opens no recovery copy here."""

    status = 409
    code = "recovery_code_foreign"
    zh = "此恢复码不属于本系统，或已被更新的恢复码取代。"
    en = "This recovery code is not of this installation, or a newer one has replaced it."


class RootKeyElsewhere(MingjianError):
    """The root key lies in a service that never gives it; that service's own backup counts."""

    status = 409
    code = "root_key_elsewhere"
    zh = "根密钥保存在外部密钥服务中，不能导出，也不需要恢复码。请在该服务上做好备份。"
    en = (
        "The root key lies in a key service and cannot be exported; there is no recovery code for "
        "it. Keep a backup of that service."
    )


class RootKeyUnavailable(MingjianError):
    """The service that holds the root key does not answer, or refuses us."""

    status = 503
    code = "root_key_unavailable"
    zh = "密钥服务 {where} 没有应答或拒绝了访问，封存的内容暂时无法打开。请检查该服务及访问令牌。"
    en = (
        "The key service {where} does not answer or refuses access; nothing sealed can be opened "
        "now. Check the service and the token."
    )


class OfflineCopyForeign(MingjianError):
    """An offline copy is missing, or sealed to another identity."""

    status = 409
    code = "offline_copy_foreign"
    zh = "此私钥打不开离线恢复副本：副本不存在，或是封存给另一公钥的。未作任何改动。"
    en = (
        "This identity does not open the offline copies: there are none, or they are sealed to "
        "another. Nothing was changed."
    )
