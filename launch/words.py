"""What the commands say: every sentence in Chinese and in English."""

import os
from typing import NamedTuple


class Words(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if _chinese() else self.en


class Trouble(Exception):
    """Ends a command; says in both languages what is wrong and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        self.words = Words(zh, en)
        super().__init__(f"{zh}\n{en}")


def _chinese() -> bool:
    """Does the terminal speak Chinese? (POSIX: the first of these that is set decides.)"""
    names = "LC_ALL", "LC_MESSAGES", "LANG"
    return next((os.environ[name] for name in names if os.environ.get(name)), "").startswith("zh")


def say(zh: str, en: str) -> None:
    """One line in the terminal's language, at once."""
    print(Words(zh, en), flush=True)
