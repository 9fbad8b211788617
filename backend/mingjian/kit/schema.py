"""The base of every API type: what no text from outside may contain."""

import re
from typing import Annotated, Any, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Schema as NinjaSchema
from pydantic import AfterValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Unicode's categories Cc and Cs, but for tab and line breaks."""
DEEPEST = 50


def refuse_control_characters(text: str) -> str:
    """U+0000 (a 500 on PostgreSQL, silent on SQLite) and other control characters."""
    if CONTROLS.search(text):
        raise ValueError("control_character")
    return text


def refuse_in_all_texts(value: Any, depth: int = 0) -> None:
    """Refuse control characters anywhere in a JSON value, and nesting no form ever has."""
    if depth > DEEPEST:
        raise ValueError("nested_too_deep")
    if isinstance(value, str):
        refuse_control_characters(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            refuse_in_all_texts(key)
            refuse_in_all_texts(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            refuse_in_all_texts(item, depth + 1)


class Schema(NinjaSchema):
    """Output types: read from rows or plain values."""

    model_config = ConfigDict(from_attributes=True)


class Input(NinjaSchema):
    """Input types: unknown fields and control characters are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_control_characters(cls, value: Any) -> Any:
        for field, item in value.items() if isinstance(value, dict) else [("", value)]:
            try:
                refuse_in_all_texts({field: item})
            except ValueError as refusal:
                context = {"why": str(refusal), "field": field}
                raise PydanticCustomError("refused_text", "{why}", context) from None
        return value


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^[^\n\r\t]*$"),
    AfterValidator(refuse_control_characters),
]
"""One non-empty line: names, titles."""


def refuse_wrong_address(text: str) -> str:
    """One e-mail address, kept in lower case so that each exists once."""
    try:
        validate_email(text)
    except ValidationError:
        raise PydanticCustomError("email", "not an e-mail address") from None
    return text.lower()


Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(refuse_wrong_address)]

Phone = Annotated[str, StringConstraints(max_length=40, pattern=r"^[0-9+()\-*#.转 ]*$")]

Language = Literal["zh-hans", "en"]

OptionalLine = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\n\r\t]*$")]

Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""Free text a person writes: reasons, notes."""
