"""What a preview consists of, in the order in which it is kept."""

from dataclasses import dataclass, field

PICTURE, PAGES, FILM, SOUND, TEXT = "picture", "pages", "film", "sound", "text"
THUMBNAIL, PAGE, WAVE, BLOCKS = "thumbnail", "page", "wave", "blocks"
JSON = "application/json"


class NotMade(Exception):
    """There is nothing to show, for a reason that has a sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One picture or one list of blocks."""

    role: str
    media_type: str
    content: bytes
    width: int = 0
    height: int = 0


@dataclass(slots=True, kw_only=True)
class Preview:
    """``details`` are numbers only; whatever the file says itself stands in the parts."""

    kind: str
    parts: list[Part] = field(default_factory=list)
    details: dict[str, int] = field(default_factory=dict)
