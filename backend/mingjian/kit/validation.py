"""Validation errors as sentences: pydantic's verdicts in the user's language."""

from collections.abc import Iterable
from typing import Any

from mingjian.kit.words import in_language

SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("此项必填。", "This is required."),
    "string_too_short": ("此项必填。", "This is required."),
    "string_too_long": ("最多 {max_length} 个字符。", "At most {max_length} characters."),
    "string_pattern_mismatch": ("格式不正确。", "The format is not right."),
    "string_type": ("应为文字。", "Text is expected here."),
    "email": ("邮箱格式不正确。", "This is not an e-mail address."),
    "extra_forbidden": ("不认识的字段。", "Unknown field."),
    "uuid_parsing": ("编号格式不正确。", "This id is malformed."),
    "int_parsing": ("应为整数。", "A whole number is expected."),
    "greater_than_equal": ("不能小于 {ge}。", "Must be at least {ge}."),
    "less_than_equal": ("不能大于 {le}。", "Must be at most {le}."),
    "literal_error": ("可选值：{expected}。", "One of: {expected}."),
    "enum": ("可选值：{expected}。", "One of: {expected}."),
    "datetime_parsing": ("日期时间格式不正确。", "This is not a date and time."),
    "date_from_datetime_parsing": ("日期格式不正确。", "This is not a date."),
    "control_character": (
        "含有不可见的控制字符，请删除后重试。",
        "Contains invisible control characters; remove them.",
    ),
}
OTHERWISE = ("填写有误。", "This is not valid.")


def explain(errors: Iterable[dict[str, Any]]) -> dict[str, str]:
    """``{"field.path": sentence}`` for each of pydantic's error dictionaries."""
    return {_path(error): in_language(_sentence(error)) for error in errors}


def _path(error: dict[str, Any]) -> str:
    if field := error.get("ctx", {}).get("field"):
        return str(field)
    place = [str(part) for part in error.get("loc", ())]
    return ".".join(place[2:] if place[:1] == ["body"] and len(place) > 2 else place[1:]) or "body"


def _sentence(error: dict[str, Any]) -> tuple[str, str]:
    kind = "control_character" if "control_character" in error["msg"] else error["type"]
    zh, en = SENTENCES.get(kind, OTHERWISE)
    context = error.get("ctx", {})
    return zh.format(**context), en.format(**context)
