"""What can go wrong with guides."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class GuideCodeTakenError(FieldError):
    status = 409
    code = "guide_code_taken"
    field = "code"
    zh = "已有使用此代码的页面，请打开它或换一个代码。"
    en = "A page with this code exists. Open it, or choose another code."


class NoGuideDraftError(MingjianError):
    status = 409
    code = "no_guide_draft"
    zh = "该页面没有草稿。请先编辑并保存草稿。"
    en = "This page has no draft. Edit it and save a draft first."


class GuideNotCompleteError(MingjianError):
    status = 409
    code = "guide_not_complete"
    zh = "发布前请填写中文和英文的标题与正文。"
    en = "Before publishing, fill in title and text in Chinese and in English."
