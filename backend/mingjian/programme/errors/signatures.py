"""What can go wrong when signing."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class SignatureNameError(FieldError):
    code = "signature_name"
    field = "name"
    zh = "请填写签署人的姓名（一行，最多 200 个字符）。"
    en = "Give the name of the person who signs, on one line of at most 200 characters."


class StrokesError(FieldError):
    code = "signature_strokes"
    field = "strokes"
    zh = "手写签名无法识别或过短。请清除后重新签写，或改为键入姓名。"
    en = "The drawn signature is too short or unreadable. Clear it and draw again, or type it."


class NoTrustServiceError(FieldError):
    code = "no_trust_service"
    field = "method"
    zh = "本平台没有接入可靠电子签章服务。请改用手写或键入姓名的方式签署。"
    en = "No qualified trust service is connected here. Draw or type your signature instead."


class AlreadySignedError(MingjianError):
    status = 409
    code = "already_signed"
    zh = "您这一方已经签署了这份文件。请刷新页面查看。"
    en = "Your side has signed this document already. Reload the page to see it."
