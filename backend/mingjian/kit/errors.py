"""Errors a user may see: an HTTP status, a stable code and a sentence in both languages.

A stage's ``errors.py`` derives from these; ``mingjian/api.py`` renders them. The
sentence says what to do, and ``{placeholders}`` are filled from ``params``.
"""

from typing import Any, ClassVar

from mingjian.kit.words import in_language


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
        return in_language((self.zh, self.en)).format(**self.params)


class InvalidInput(MingjianError):
    status = 422
    code = "invalid_input"
    zh = "有 {count} 项填写有误，请按提示修改后重新提交。"
    en = "Please correct what is marked and submit again ({count})."


class BrokenBody(MingjianError):
    status = 400
    code = "broken_body"
    zh = "请求内容无法读取（不是有效的 JSON）。请刷新页面后重试。"
    en = "The request could not be read (it is not valid JSON). Reload the page and try again."


class WrongRequest(MingjianError):
    status = 400
    code = "wrong_request"
    zh = "无法处理此请求。请从 {origin} 打开平台后重试。"
    en = "This request cannot be handled. Open the platform at {origin} and try again."


class WrongContentType(MingjianError):
    status = 415
    code = "wrong_content_type"
    zh = "不支持的内容类型“{given}”。请以 {expected} 发送。"
    en = "The content type “{given}” is not supported. Send {expected}."


class WrongMethod(MingjianError):
    status = 405
    code = "wrong_method"
    zh = "此地址不支持 {method} 操作。请刷新页面后重试。"
    en = "This address does not support {method}. Reload the page and try again."


class LengthRequired(MingjianError):
    status = 411
    code = "length_required"
    zh = "请求未说明内容长度。请换用其他浏览器，或检查代理设置。"
    en = "The request does not state its length. Use another browser or check the proxy."


class CsrfFailed(MingjianError):
    status = 403
    code = "csrf_failed"
    zh = "页面的安全令牌已失效。请刷新页面后重试；您已填写的内容请先复制保存。"
    en = "The page's security token has expired. Copy what you typed, reload, and try again."


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


class Incident(MingjianError):
    """A fault of ours; the number leads to the line in the log."""

    status = 500
    code = "incident"
    zh = "系统出现故障，您的操作没有完成。请稍后重试；若再次出现，请把编号 {incident} 告诉管理员。"
    en = "Something failed on our side. Try again; if it recurs, tell an administrator {incident}."
