"""What letters say, in both languages: plain text; the HTML part is made from it."""

import string
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mingjian.kit.mail.errors import BadAddressError, UnsafeMailError
from mingjian.kit.schema import refuse_control_characters

Language = Literal["zh-hans", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language: a subject line and a text, with ``{placeholders}``.

    Empty lines part paragraphs. A line that is a link becomes a button in the HTML part.
    """

    subject: str
    text: str

    @property
    def placeholders(self) -> frozenset[str]:
        parts = [part for field in fields(self) for part in _parse(getattr(self, field.name))]
        return frozenset(parts)


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of letter: ``Template("identity.invitation", zh=Wording(…), en=Wording(…))``."""

    name: str
    zh: Wording
    en: Wording

    def __post_init__(self) -> None:
        if self.zh.placeholders != self.en.placeholders:
            raise ValueError(f"{self.name}: the languages have different placeholders")

    def fill(self, language: Language, params: Mapping[str, str]) -> Wording:
        """The finished letter; refuses values that contain lines of their own."""
        if missing := self.zh.placeholders ^ params.keys():
            raise ValueError(f"{self.name}: missing or unknown parameters {sorted(missing)}")
        for name, value in params.items():
            _refuse_lines(name, value)
        chosen = self.en if language == "en" else self.zh
        return Wording(chosen.subject.format(**params), chosen.text.format(**params))


templates: dict[str, Template] = {}


def register(template: Template) -> None:
    """Make ``template`` known to ``send_mail``; a stage does this where its letters are."""
    templates[template.name] = template


def check_address(address: str) -> None:
    """Refuse what is not exactly one address."""
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadAddressError(address=address[:100]) from error


def _parse(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


def _refuse_lines(name: str, value: str) -> None:
    try:
        refuse_control_characters(value)
    except ValueError as error:
        raise UnsafeMailError(field=name) from error
    if len(value.splitlines()) > 1:
        raise UnsafeMailError(field=name)
