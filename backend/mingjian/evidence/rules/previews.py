"""Why there is no preview, and what to do instead."""

from mingjian.kit.words import Words

MADE = "made"
REASONS: dict[str, Words] = {
    "unconfined": Words(
        "此服务器无法在隔离环境中打开文件，因此不生成预览。请下载后查看，或请管理员查看运行环境要求。",
        "This server cannot open files in isolation, so there are no previews. Save the file, or "
        "ask an administrator to see the requirements.",
    ),
    "too_complex": Words(
        "文件过于复杂，未能在规定的时间和内存内生成预览。请下载后查看。",
        "Too complex to be previewed within the limits of time and memory. Save it to see it.",
    ),
    "failed": Words(
        "未能生成预览，原文件不受影响。请下载后查看。",
        "No preview could be made; the file itself is untouched. Save it to see it.",
    ),
    "encrypted": Words(
        "文件设有密码，无法预览。请提供方解除密码后重新提供。",
        "The file has a password. Ask for one without.",
    ),
    "no_decoder": Words(
        "此服务器没有这种格式的解码器。请下载后查看。",
        "This server has no decoder for the format. Save it to see it.",
    ),
    "old_format": Words(
        "2007 年以前的 Office 格式不能在线预览。请下载后查看，或请提供方另存为新格式。",
        "Office formats before 2007 have no preview. Save it, or ask for it in a newer format.",
    ),
    "nothing": Words(
        "这种文件没有可预览的内容。请下载后查看。",
        "There is nothing to preview in such a file. Save it to see it.",
    ),
}
"""Reason → sentence; a file is never refused because of its preview."""
