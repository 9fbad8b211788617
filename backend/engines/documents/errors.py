"""Why a document cannot be made; whoever shows it to a person finds the words."""


class FontMissing(Exception):
    """No Chinese font is installed: a document would show empty boxes, so none is made."""

    def __init__(self, family: str) -> None:
        self.family = family
        super().__init__(f"the font {family} is not installed")


class TextNotPrintable(Exception):
    """Characters that no installed font has; PDF/A allows no empty boxes either."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(f"no installed font has {characters}")
