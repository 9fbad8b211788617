"""Errors a user may see: an HTTP status, a stable code and a sentence in both languages.

A stage's ``errors.py`` derives from these; ``mingjian/api.py`` renders them. The
sentence says what to do, and ``{placeholders}`` are filled from ``params``.
"""

from typing import Any, ClassVar

from django.utils.translation import get_language


class MingjianError(Exception):
    """Base of every error that is shown to a user; never raised itself."""

    status: ClassVar[int] = 400
    code: ClassVar[str]
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, *, fields: dict[str, str] | None = None, **params: Any) -> None:
        self.fields = fields or {}
        self.params = params
        super().__init__(f"{self.code} {params}")

    @property
    def message(self) -> str:
        """The sentence in the language of the current request."""
        return (self.en if get_language() == "en" else self.zh).format(**self.params)


class InvalidInput(MingjianError):
    status = 422
    code = "invalid_input"
    zh = "有 {count} 项填写有误，请按提示修改后重新提交。"
    en = "{count} entries need attention. Correct them as noted and submit again."


class BrokenBody(MingjianError):
    status = 400
    code = "broken_body"
    zh = "请求内容无法读取（不是有效的 JSON）。请刷新页面后重试。"
    en = "The request could not be read (it is not valid JSON). Reload the page and try again."


class NotSignedIn(MingjianError):
    status = 401
    code = "not_signed_in"
    zh = "请先登录。"
    en = "Please sign in first."


class NotPermitted(MingjianError):
    status = 403
    code = "not_permitted"
    zh = "您当前的角色不能进行此操作。如确有需要，请联系贵机构的管理员。"
    en = "Your current role may not do this. Ask an administrator of your organisation."


class NotFound(MingjianError):
    status = 404
    code = "not_found"
    zh = "没有找到该内容，可能已被移除，或不属于您的机构。"
    en = "Not found. It may have been removed, or it belongs to another organisation."


class Stale(MingjianError):
    """Someone saved first; ``params['current']`` holds the row as it is now."""

    status = 409
    code = "stale"
    zh = "在您编辑期间，{changed_by} 修改了此内容。请选择保留您的修改，或采用对方的版本。"
    en = "{changed_by} changed this while you were editing. Keep your version, or take theirs."


class Conflict(MingjianError):
    status = 409
    code = "conflict"
    zh = "此操作与当前状态冲突：{why}"
    en = "This conflicts with the current state: {why}"


class TooLarge(MingjianError):
    status = 413
    code = "too_large"
    zh = "内容过大：最多 {limit}。"
    en = "Too large: at most {limit}."


class TooManyRequests(MingjianError):
    status = 429
    code = "too_many_requests"
    zh = "操作过于频繁，请 {seconds} 秒后再试。"
    en = "Too many attempts. Try again in {seconds} seconds."
