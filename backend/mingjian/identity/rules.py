"""Pure rules of people and organisations: roles per kind of tenant, codes, zones, validity."""

from datetime import date
from functools import cache
from zoneinfo import available_timezones

ROLES: dict[str, tuple[str, str]] = {
    "ADM": ("机构管理员", "Administrator"),
    "PM": ("审核方案管理人员", "Programme manager"),
    "REV": ("申请评审人员", "Application reviewer"),
    "LA": ("审核组长", "Lead auditor"),
    "AU": ("审核员", "Auditor"),
    "TE": ("技术专家", "Technical expert"),
    "OBS": ("观察员", "Observer"),
    "DM": ("认证决定人员", "Decision maker"),
    "QS": ("质量监督人员", "Quality and supervision"),
    "CC": ("审核协调员", "Audit coordinator"),
    "CG": ("受审核方来宾", "Client's guest"),
    "REG": ("监管人员", "Regulator"),
}
"""Every role of the matrix, in its order, with its name in both languages."""

ROLES_OF_KIND: dict[str, tuple[str, ...]] = {
    "body": ("ADM", "PM", "REV", "LA", "AU", "TE", "OBS", "DM", "QS"),
    "client": ("CC", "CG"),
    "authority": ("REG",),
}
"""Which roles a person of a tenant of that kind may be given."""

KINDS: dict[str, tuple[str, str]] = {
    "body": ("认证机构", "Certification body"),
    "client": ("受审核方", "Client"),
    "authority": ("监管部门", "Authority"),
}
"""What a tenant may be, in both languages."""

CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code_check_character(body: str) -> str:
    """GB 32100-2015: the 18th character, from the first 17 with weights 3^i mod 31."""
    weighted = sum(
        CREDIT_CODE_ALPHABET.index(character) * pow(3, place, 31)
        for place, character in enumerate(body)
    )
    return CREDIT_CODE_ALPHABET[-weighted % 31]


def is_credit_code(code: str) -> bool:
    """Whether ``code`` is a well-formed unified social credit code (统一社会信用代码)."""
    if len(code) != 18 or not set(code) <= set(CREDIT_CODE_ALPHABET):
        return False
    return credit_code_check_character(code[:17]) == code[17]


def is_zone(name: str) -> bool:
    """Whether ``name`` is an IANA time zone."""
    return name in _zones()


@cache
def _zones() -> frozenset[str]:
    """Read from disk once: there are six hundred files."""
    return frozenset(available_timezones())


def covers(first: date, last: date | None, day: date) -> bool:
    """Whether ``day`` lies in a validity that includes both its ends; no last day: for ever."""
    return first <= day and (last is None or day <= last)


PINYIN_BLOCKS = (
    (0xB0A1, "a"),
    (0xB0C5, "b"),
    (0xB2C1, "c"),
    (0xB4EE, "d"),
    (0xB6EA, "e"),
    (0xB7A2, "f"),
    (0xB8C1, "g"),
    (0xB9FE, "h"),
    (0xBBF7, "j"),
    (0xBFA6, "k"),
    (0xC0AC, "l"),
    (0xC2E8, "m"),
    (0xC4C3, "n"),
    (0xC5B6, "o"),
    (0xC5BE, "p"),
    (0xC6DA, "q"),
    (0xC8BB, "r"),
    (0xC8F6, "s"),
    (0xCBFA, "t"),
    (0xCDDA, "w"),
    (0xCEF4, "x"),
    (0xD1B9, "y"),
    (0xD4D1, "z"),
    (0xD7FA, ""),
)
"""GB 2312 orders its 3755 common characters by pinyin: where each first letter begins."""


def initials_of(name: str) -> str:
    """First letters of the pinyin of a name's common characters: 沈知远 → ``szy``."""
    return "".join(map(_initial, name))


def _initial(character: str) -> str:
    code = int.from_bytes(character.encode("gb2312", errors="ignore"), "big")
    return next((letter for start, letter in reversed(PINYIN_BLOCKS) if code >= start), "")
