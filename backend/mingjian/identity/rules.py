"""Pure rules of people and organisations: roles per kind of tenant, codes, zones, validity."""

from datetime import date
from zoneinfo import available_timezones

ROLES: dict[str, tuple[str, str]] = {
    "ADM": ("系统管理员", "Administrator"),
    "PM": ("审核方案管理", "Programme manager"),
    "REV": ("申请评审", "Application reviewer"),
    "LA": ("审核组长", "Lead auditor"),
    "AU": ("审核员", "Auditor"),
    "TE": ("技术专家", "Technical expert"),
    "OBS": ("见证人 / 观察员", "Observer"),
    "DM": ("认证决定", "Decision maker"),
    "QS": ("质量与监督", "Quality and supervision"),
    "CC": ("客户联络人", "Client coordinator"),
    "CG": ("客户来宾", "Client guest"),
    "REG": ("监管人员", "Authority officer"),
}
"""Every role of the matrix, in its order, with its name in both languages."""

ROLES_OF_KIND: dict[str, tuple[str, ...]] = {
    "body": ("ADM", "PM", "REV", "LA", "AU", "TE", "OBS", "DM", "QS"),
    "client": ("CC", "CG"),
    "authority": ("REG",),
}
"""Which roles a person of a tenant of that kind may be given."""

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
    return name in available_timezones()


def covers(first: date, last: date | None, day: date) -> bool:
    """Whether ``day`` lies in a validity that includes both its ends; no last day: for ever."""
    return first <= day and (last is None or day <= last)
