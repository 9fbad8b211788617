"""What waits in the care of people: qualifications that run out, declarations, leavers' work."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingjian.identity.models import TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import Qualification
from mingjian.programme.queries.competence import ending
from mingjian.programme.queries.impartiality import owed_by
from mingjian.programme.queries.open_work import leavers
from mingjian.programme.queries.team_rules import team_rules

MOST = 50


class EndingQualifications:
    """Qualifications that run out within the alert, or have: to be renewed or withdrawn."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("qualifications", "C")):
            return
        today = clock.today(own_tenant(viewer).zone)
        steps = team_rules(viewer.tenant_id).alert_days
        for row in ending(viewer, today)[:MOST]:
            yield WorkItem(
                key=f"qualification:{row.id}",
                title=_ending(row, today, steps),
                verb=Words("续期", "Renew"),
                href=f"/competence?qualification={row.id}",
                due=row.valid_to,
                subject=row.person.name,
            )


class OwedDeclarations:
    """What the viewer has still to sign: for this year, and for each audit they are on."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind != TenantKind.BODY:
            return
        if not authority().grants(viewer, Rule("impartiality", "U")):
            return
        for due in owed_by(viewer):
            yield WorkItem(
                key=f"declaration:{due['case_id'] or due['subject']}",
                title=Words("签署公正性声明", "Sign the declaration of impartiality"),
                verb=Words("签署", "Sign"),
                href="/impartiality",
                subject=due["subject"],
            )


class LeftWork:
    """Deactivated people who still hold work."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("team", "C")):
            return
        for person, count in leavers(viewer)[:MOST]:
            yield WorkItem(
                key=f"leaver:{person.id}",
                title=Words(
                    f"已停用人员名下还有 {count} 项工作",
                    f"Deactivated, with {count} open piece(s) of work",
                ),
                verb=Words("移交", "Hand over"),
                href=f"/schedule?handover={person.id}",
                subject=person.name,
            )


def _ending(row: Qualification, today: date, steps: tuple[int, ...]) -> Words:
    """The nearest step of the alert that has been reached: 60, 30 or 7 days."""
    assert row.valid_to is not None  # noqa: S101  (``ending`` chose it by that day)
    left = (row.valid_to - today) // timedelta(days=1)
    what = f"{row.scheme} {row.role}"
    if left < 0:
        return Words(f"资格已过期：{what}", f"Qualification has expired: {what}")
    step = min(days for days in steps if left <= days)
    return Words(
        f"资格将在 {step} 天内到期：{what}", f"Qualification ends within {step} days: {what}"
    )
