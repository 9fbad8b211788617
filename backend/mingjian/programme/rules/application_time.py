"""What an application says of itself, as the calculation of audit time takes it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mingjian.programme.rules.audit_time import Inputs, SiteInputs
from mingjian.programme.rules.audit_time.shares import INITIAL
from mingjian.programme.rules.headcount import Headcount


def jurisdiction_of(form: Mapping[str, Any]) -> str:
    """Whose rules apply besides the international ones."""
    return "IAF" if form.get("is_foreign") else "CN"


def kind_of(form: Mapping[str, Any]) -> str:
    """An initial certification, both stages; else the transfer of one."""
    return "transfer" if form.get("is_transfer") else INITIAL


def with_figures(given: Inputs, form: Mapping[str, Any]) -> Inputs:
    """The choices with the application's own sites and people; a site goes by its name."""
    chosen = {site.id: site for site in given.sites}
    return replace(
        given,
        kind=kind_of(form),
        mode="hybrid" if form.get("wants_remote") else "on_site",
        jurisdiction=jurisdiction_of(form),
        sites=tuple(_site(each, chosen.get(each["name"])) for each in form["sites"]),
    )


def _site(values: Mapping[str, Any], chosen: SiteInputs | None) -> SiteInputs:
    known = {
        "name": values["name"],
        "headcount": Headcount.of(values["headcount"]),
        "is_central": bool(values.get("is_central")),
    }
    if chosen is None:
        return SiteInputs(id=values["name"], **known)
    return replace(chosen, **known)
