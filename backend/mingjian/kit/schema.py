"""The base of every API type: what no text from outside may contain."""

import unicodedata
from typing import Annotated, Any

from ninja import Schema as NinjaSchema
from pydantic import AfterValidator, ConfigDict, StringConstraints, model_validator

ALLOWED_CONTROLS = frozenset("\n\r\t")


def refuse_control_characters(text: str) -> str:
    """U+0000 (a 500 on PostgreSQL, silent on SQLite) and other control characters."""
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in ALLOWED_CONTROLS:
            raise ValueError("control_character")
    return text


def _walk(value: Any) -> None:
    if isinstance(value, str):
        refuse_control_characters(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk(key)
            _walk(item)
    elif isinstance(value, list):
        for item in value:
            _walk(item)


class Schema(NinjaSchema):
    """Output types: read from rows or plain values."""

    model_config = ConfigDict(from_attributes=True)


class Input(NinjaSchema):
    """Input types: unknown fields and control characters are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_control_characters(cls, value: Any) -> Any:
        _walk(value)
        return value


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^[^\n\r\t]*$"),
    AfterValidator(refuse_control_characters),
]
"""One non-empty line: names, titles."""

OptionalLine = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\n\r\t]*$")]

Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""Free text a person writes: reasons, notes."""
