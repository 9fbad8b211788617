"""What can go wrong when an item is examined."""

from mingjian.kit.errors import MingjianError


class RowAlteredError(MingjianError):
    status = 409
    code = "evidence_row_altered"
    zh = "证据 {code} 的记录与日志不符，检查已停止，文件保持隔离。请联系管理员核查。"
    en = (
        "The row of {code} is not as journalled; its examination stopped and it stays in "
        "quarantine. Ask an administrator to investigate."
    )


class ScannerUnreachableError(MingjianError):
    status = 503
    code = "evidence_scanner_unreachable"
    zh = "病毒扫描服务无法访问，文件保持隔离，稍后自动重试。请管理员检查扫描服务。"
    en = (
        "The virus scanner cannot be reached; the file stays in quarantine and is tried again. "
        "Ask an administrator to check the scanner."
    )
