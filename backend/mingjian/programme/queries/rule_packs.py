"""Rule packs in force: which edition of a document's rule data holds for a body on a day."""

from datetime import date

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.errors.rule_packs import NoRulePackError
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.shipped import shipped_packs


def pack(viewer: Viewer, code: str, on: date | None = None) -> Pack:
    """The edition of ``code`` that holds on a day (today, by the clock of the viewer's body).

    Raises :class:`NoRulePackError` where none does.
    """
    day = on or clock.today(own_tenant(viewer).zone)
    found = [each for each in shipped_packs() if each.code == code and each.covers(day)]
    if not found:
        raise NoRulePackError(pack=code, on=day.isoformat())
    return max(found, key=lambda each: each.effective_from)
