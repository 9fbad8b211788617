"""A text in both languages; readers get theirs."""

from dataclasses import dataclass

from django.utils.translation import get_language


def in_language(pair: tuple[str, str]) -> str:
    """The one of two wordings, Chinese and English, that the reader of this request wants."""
    return pair[get_language() == "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """Chinese first, English complete."""

    zh: str
    en: str

    def __str__(self) -> str:
        """The text in the language of the current request."""
        return in_language((self.zh, self.en))
