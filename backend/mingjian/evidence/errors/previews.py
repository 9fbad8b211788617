"""What can go wrong with a preview."""

from mingjian.kit.errors import MingjianError


class PreviewMissingError(MingjianError):
    status = 404
    code = "evidence_preview_missing"
    zh = "此证据没有这一预览。请查看原件，或下载后打开。"
    en = "The item has no such preview. Look at the original, or save it."
