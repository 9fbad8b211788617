"""A text in both languages; readers get theirs."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Words:
    """Chinese first, English complete."""

    zh: str
    en: str

    def __str__(self) -> str:
        """The text in the language of the current request."""
        return self.en if get_language() == "en" else self.zh
