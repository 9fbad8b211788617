"""The role × object matrix: ``matrix.md`` as data, checked when the product starts."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mingjian.identity.predicates import QUALIFIERS
from mingjian.identity.rules import ROLES
from mingjian.kit.access import Grant

Matrix = Mapping[str, Mapping[str, tuple[Grant, ...]]]
"""Object → role → grants."""

SOURCE = Path(__file__).with_name("matrix.md")
LETTERS = frozenset("CRUA")
WORDS = frozenset({"host", "view", "join", "exec"})
PART = re.compile(r"(?P<rights>[A-Za-z]+)(?:\((?P<qualifier>[a-z ]+)\))?")


@cache
def matrix() -> Matrix:
    """The product's matrix; :class:`ImproperlyConfigured` names what it does not understand."""
    return parse(SOURCE.read_text())


def parse(text: str) -> Matrix:
    """A Markdown table of objects and roles; exactly the twelve roles, in their order."""
    head, *rows = [_cells(line) for line in text.splitlines() if line.startswith("| ")]
    if head != ["object", *ROLES]:
        raise ImproperlyConfigured(f"the matrix must have the columns {', '.join(ROLES)}")
    return {
        object_: dict(zip(ROLES, map(grants_of, cells), strict=True)) for object_, *cells in rows
    }


def grants_of(cell: str) -> tuple[Grant, ...]:
    """``C/R(own)`` → create anything, read what is one's own; reading follows any right."""
    if cell == ".":
        return ()
    grants = [grant for part in cell.split("/") for grant in _grants_of_part(part)]
    if not any(grant.right == "R" for grant in grants):
        qualifiers = dict.fromkeys(grant.qualifier for grant in grants)
        grants += [Grant("R", qualifier) for qualifier in qualifiers]
    return tuple(grants)


def _grants_of_part(part: str) -> list[Grant]:
    match = PART.fullmatch(part)
    if match is None:
        raise ImproperlyConfigured(f"the matrix holds a cell that cannot be read: {part!r}")
    rights, qualifier = match["rights"], match["qualifier"] or ""
    if qualifier and qualifier not in QUALIFIERS:
        raise ImproperlyConfigured(f"the matrix names an unknown qualifier: {qualifier!r}")
    if rights in WORDS:
        return [Grant(rights, qualifier)]
    if not set(rights) <= LETTERS:
        raise ImproperlyConfigured(f"the matrix names an unknown right: {rights!r}")
    return [Grant(right, qualifier) for right in rights]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
