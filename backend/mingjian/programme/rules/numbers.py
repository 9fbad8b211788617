"""Plan numbers, as the reporting rules suggest them (市监认证(司)函〔2021〕102 号, second-hand)."""

import re

BRANCH = "01"


def prefix(approval_number: str, branch: str = BRANCH) -> str:
    """The first seven characters: ``R0523`` + branch, for foreign-funded bodies ``RF023``.

    ``R`` + ``0`` + the last three digits of the approval number; a foreign-funded body's
    (``CNCA-RF-…``) ``RF`` + ``0`` + the last two. A body without an approval number gets
    ``R0000`` and should enter one before it reports.
    """
    digits = re.sub(r"\D", "", approval_number).rjust(3, "0")
    start = f"RF0{digits[-2:]}" if "-RF-" in approval_number.upper() else f"R0{digits[-3:]}"
    return f"{start}{branch}"


def plan_number(approval_number: str, year: int, count: int) -> str:
    """``R052301-26-0007``: prefix, year and the count within the year."""
    return f"{prefix(approval_number)}-{year % 100:02}-{count:04}"
