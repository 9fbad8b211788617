"""Mail that is not written."""

from mingjian.kit.errors import MingjianError


class UnsafeMailError(MingjianError):
    """A value would smuggle a header or a line into the message."""

    status = 422
    code = "unsafe_mail"
    zh = "“{field}”中含有换行或控制字符，不能用于邮件。请删除后重试。"
    en = "“{field}” contains a line break or control character. Remove it and try again."


class BadAddressError(MingjianError):
    status = 422
    code = "bad_address"
    zh = "邮箱地址“{address}”不正确，请核对。"
    en = "“{address}” is not an e-mail address. Check it."
