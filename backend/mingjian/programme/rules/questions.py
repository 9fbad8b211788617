"""Questions that answer clauses of several standards at once (combined checklists)."""

import re
from collections.abc import Iterable, Mapping

from mingjian.programme.errors.checklists import QuestionClausesError
from mingjian.programme.rules.clauses import MARK, clause, covers

Clauses = list[dict[str, str]]
TYPED = re.compile(r"([A-Za-z]+)\s*([\w.]+)")


def typed_clauses(text: str) -> Clauses:
    """``QMS 9.2、EMS 9.2`` as somebody types it into a cell."""
    parts = [part.strip() for part in re.split(r"[、,，;；\n]", text) if part.strip()]
    found = []
    for part in parts:
        match = TYPED.fullmatch(part)
        if match is None:
            raise QuestionClausesError(clause=part)
        found.append({"scheme": match[1].upper(), "clause": match[2]})
    return checked_clauses(found)


def checked_clauses(clauses: Iterable[Mapping[str, str]]) -> Clauses:
    """Each clause once, if its standard has it; a question answers at least one."""
    known: Clauses = []
    for each in clauses:
        scheme, code = each["scheme"], each["clause"]
        if clause(scheme, code) is None:
            raise QuestionClausesError(clause=f"{scheme} {code}")
        if (plain := {"scheme": scheme, "clause": code}) not in known:
            known.append(plain)
    if not known:
        raise QuestionClausesError(clause="")
    return known


def written_clauses(clauses: Iterable[Mapping[str, str]]) -> str:
    return "、".join(f"{each['scheme']} {each['clause']}" for each in clauses)


def shown_clauses(clauses: Iterable[Mapping[str, str]]) -> str:
    """For people to read: the use of marks has words instead of a number."""
    found = (clause(each["scheme"], each["clause"]) for each in clauses)
    return "、".join(
        f"{each.scheme} {each.title}" if each.code == MARK else each.label for each in found if each
    )


def of_scheme(clauses: Iterable[Mapping[str, str]], scheme: str) -> str:
    """The clauses of one standard: under which the one answer is reported there."""
    return "、".join(each["clause"] for each in clauses if each["scheme"] == scheme)


def touches(asked: Iterable[Mapping[str, str]], planned: Iterable[Mapping[str, str]]) -> bool:
    """Whether a question belongs under an item of the plan."""
    there = [(each["scheme"], each["clause"]) for each in planned]
    return any(
        each["scheme"] == scheme and covers(code, each["clause"])
        for each in asked
        for scheme, code in there
    )
