"""How long an audit takes: what was saved, what would be, and the same again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.errors.audit_times import AuditTimeInputsError
from mingjian.programme.models import ApplicationTime, AuditCase, AuditTime, Site, TeamMember
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.rule_packs import packs_by_stamp, rulebook
from mingjian.programme.rules.audit_time import (
    Inputs,
    Result,
    Rulebook,
    SchemeInputs,
    SiteInputs,
    audit_time,
    codes_for,
)
from mingjian.programme.rules.audit_time.assigned import COUNTED, assigned_days
from mingjian.programme.rules.audit_time.checks import faults
from mingjian.programme.rules.audit_time.tables import columns_of
from mingjian.programme.rules.headcount import Headcount


def latest_time(case: AuditCase) -> AuditTime | None:
    """The calculation that counts: the last one saved."""
    rows = AuditTime.objects.filter(case=case).select_related("author")
    return rows.order_by("-number").first()


def rulebook_of(viewer: Viewer, case: AuditCase) -> Rulebook:
    """The packs in force on the case's first day, or today where it has none yet."""
    codes = codes_for(case.programme.jurisdiction, case.schemes)
    return rulebook(viewer, codes, case.starts_on, owner=case.owner_id)


def proposed_inputs(case: AuditCase, book: Rulebook) -> Inputs:
    """What a form starts with: the last calculation's choices, today's sites and people."""
    last = latest_time(case)
    given = last.inputs if last else _blank(case, book)
    known = {scheme.scheme: scheme for scheme in given.schemes}
    fresh = {scheme.scheme: scheme for scheme in _blank(case, book).schemes}
    return completed(
        case, replace(given, schemes=tuple(known.get(code, fresh[code]) for code in case.schemes))
    )


def completed(case: AuditCase, inputs: Inputs) -> Inputs:
    """The inputs with the case's own kind, mode and jurisdiction, and its client's sites."""
    chosen = {site.id: site for site in inputs.sites}
    rows = Site.objects.filter(owner_id=case.owner_id, client_id=case.client_id, is_active=True)
    sites = tuple(_site(row, chosen.get(str(row.id))) for row in rows.order_by("name", "id"))
    return replace(
        inputs,
        kind=case.kind,
        mode=case.mode,
        jurisdiction=case.programme.jurisdiction,
        sites=sites,
        remote_share_pct=100 if case.mode == "remote" else inputs.remote_share_pct,
    )


def calculated(case: AuditCase, book: Rulebook, values: Mapping[str, Any]) -> tuple[Inputs, Result]:
    """What these choices would give; raises with a sentence per field where nothing can."""
    inputs = completed(case, chosen_inputs(case.kind, values))
    return inputs, result_of(inputs, book, case.schemes)


def chosen_inputs(kind: str, values: Mapping[str, Any]) -> Inputs:
    """What a person chose; names and people of the sites are still to be filled in."""
    sites = tuple(_chosen_site(each) for each in values.get("sites", ()))
    plain = {key: each for key, each in values.items() if key not in {"sites", "schemes"}}
    schemes = Inputs.of({"kind": "", "schemes": values["schemes"], "sites": []}).schemes
    return Inputs(kind=kind, schemes=schemes, sites=sites, **plain)


def result_of(inputs: Inputs, book: Rulebook, codes: Sequence[str]) -> Result:
    """The result for an audit of these schemes; raises with a sentence per field without one."""
    found = faults(inputs, book)
    if sorted(each.scheme for each in inputs.schemes) != sorted(codes):
        zh, en = " ".join(codes), ", ".join(codes)
        found["schemes"] = (f"领域须与审核一致：{zh}。", f"The audit's schemes are: {en}.")
    if found:
        fields = {name: str(Words(*sentences)) for name, sentences in found.items()}
        raise AuditTimeInputsError(count=len(fields), fields=fields)
    return audit_time(inputs, book)


def replayed(row: AuditTime) -> tuple[Result, bool]:
    """The same inputs under the same packs again, and whether the result is the same."""
    packs = packs_by_stamp(row.result["stamps"], row.owner_id)
    book = Rulebook({packs[stamp].code: packs[stamp] for stamp in row.result["stamps"]})
    again = audit_time(row.inputs, book)
    return again, again.stored() == row.result


def is_outdated(case: AuditCase, row: AuditTime) -> bool:
    """Whether the case changed in what its time depends on: kind, mode, schemes, people."""
    then = row.inputs
    return completed(case, then) != then or sorted(s.scheme for s in then.schemes) != sorted(
        case.schemes
    )


def assigned(case: AuditCase) -> Decimal:
    """The auditor-days that the team brings."""
    days = assigned_days((each.role, Fraction(each.days)) for each in team_of(case))
    return Decimal(days.numerator) / Decimal(days.denominator)


def uncounted(case: AuditCase) -> list[TeamMember]:
    """Members with days that count for nothing, so that a reader sees why."""
    return [each for each in team_of(case) if each.role not in COUNTED and each.days]


def page_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """Everything that the page of a case's audit time shows."""
    book, last = rulebook_of(viewer, case), latest_time(case)
    return {
        "proposed": proposed_inputs(case, book).stored(),
        "options": options_view(case.schemes, book),
        "last": time_view(last) if last else None,
        "is_outdated": last is not None and is_outdated(case, last),
        "assigned": assigned(case),
        "uncounted": [
            {"name": each.person.name, "role": each.role, "days": each.days}
            for each in uncounted(case)
        ],
    }


def options_view(codes: Sequence[str], book: Rulebook) -> dict[str, Any]:
    """What may be chosen: complexity per scheme, factors with their limits."""
    return {
        "complexity": {code: columns_of(book, code) for code in codes},
        "factors": [
            {
                "code": each["code"],
                "name": Words(**each["name"]),
                "low": min(0, sign * each["most_pct"]),
                "high": max(0, sign * each["most_pct"]),
            }
            for sign, name in ((1, "factors_up"), (-1, "factors_down"))
            for each in book.value("iaf-md5", name)[0]
        ],
    }


def result_view(stored: Mapping[str, Any]) -> dict[str, Any]:
    """A kept result in the reader's language."""
    return {
        **stored,
        "lines": [line_view(line) for line in stored["lines"]],
        "warnings": [Words(**each) for each in stored["warnings"]],
    }


def line_view(line: Mapping[str, Any]) -> dict[str, Any]:
    """One kept line; a body's own rules go by their title, other documents by their edition."""
    document = Words(**line["title"]) if line["stamp"].startswith("body@") else line["edition"]
    return {
        **line,
        "basis": Words(**line["basis"]),
        "note": Words(**line["note"]),
        "document": document,
    }


def time_view(row: AuditTime | ApplicationTime) -> dict[str, Any]:
    """A saved calculation as the API shows it."""
    return {
        "id": row.id,
        "number": row.number,
        "inputs": json.loads(row.inputs_text),
        "result": result_view(row.result),
        "required_days": row.required_days,
        "override_reason": row.override_reason,
        "author": row.author.name if row.author else "",
        "created_at": row.created_at,
    }


def stale_view(row: AuditTime | ApplicationTime) -> dict[str, Any]:
    """What somebody else saved meanwhile: the part that a stale form is compared with."""
    choices = json.loads(row.inputs_text)
    return {**choices, "version": row.number, "days": f"{row.required_days.normalize():f}"}


def _blank(case: AuditCase, book: Rulebook) -> Inputs:
    return Inputs(kind=case.kind, schemes=blank_schemes(case.schemes, book), sites=())


def blank_schemes(codes: Sequence[str], book: Rulebook) -> tuple[SchemeInputs, ...]:
    """Schemes as a form starts with them: medium where there is a choice, no factors."""
    return tuple(
        SchemeInputs(scheme=code, complexity="medium" if "medium" in columns_of(book, code) else "")
        for code in codes
    )


def _site(row: Site, chosen: SiteInputs | None) -> SiteInputs:
    fresh = SiteInputs(
        id=str(row.id),
        name=row.name,
        headcount=Headcount.of(row.headcount),
        is_central=row.is_central,
    )
    if chosen is None:
        return fresh
    return replace(chosen, name=fresh.name, headcount=fresh.headcount, is_central=fresh.is_central)


def _chosen_site(values: Mapping[str, Any]) -> SiteInputs:
    return SiteInputs(name="", headcount=Headcount(), **values)
