"""Interests and declarations, as a viewer may see them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models import Person, Tenant, TenantKind
from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import Declaration, Interest, TeamMember
from mingjian.programme.queries.own import reaches_all
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.queries.team_rules import team_rules
from mingjian.programme.rules.case_states import BEFORE_OPENING
from mingjian.programme.rules.competence import NEEDS_QUALIFICATION
from mingjian.programme.rules.impartiality import CLEAR, Tie, free_from, standing
from mingjian.programme.rules.team_rules import TeamRules

KINDS = {
    "employment": Words("任职", "Employment"),
    "consultancy": Words("咨询", "Consultancy"),
    "internal_audit": Words("内部审核", "Internal audit"),
    "training": Words("内训授课", "Training given"),
    "family": Words("亲属关系", "Family"),
    "shares": Words("持股或投资", "Shares or investment"),
    "competitor": Words("竞争关系", "Competitor"),
    "other": Words("其他", "Other"),
}

SORTABLE = {
    "person": "person__name",
    "client": "client__name",
    "kind": "kind",
    "since": "since",
    "until": "until",
    "decision": "decision",
}
SORTABLE_DECLARATIONS = {"person": "person__name", "year": "year", "signed_at": "signed_at"}


def interests(
    viewer: Viewer,
    grants: Sequence[Grant],
    *,
    decision: str = "",
    client_id: UUID | None = None,
    person_id: UUID | None = None,
    search: str = "",
) -> QuerySet[Interest]:
    """The register; whoever does not look after it sees their own entries."""
    rows = Interest.objects.filter(owned_or_about(viewer, "owner_id"))
    rows = rows.select_related("person", "client", "decided_by")
    if not reaches_all(viewer, grants):
        rows = rows.filter(person_id__in=filter(None, [viewer.person_id]))
    given = {"decision": decision, "client_id": client_id, "person_id": person_id}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    if search:
        rows = rows.filter(called(search, "person__") | called(search, "client__"))
    return rows.order_by("-created_at", "id")


def interest_of(viewer: Viewer, grants: Sequence[Grant], interest_id: UUID) -> Interest:
    row = interests(viewer, grants).filter(id=interest_id).first()
    if row is None:
        raise NotFound
    return row


def interest_view(row: Interest, rules: TeamRules | None = None) -> dict[str, Any]:
    """An interest as the API shows it, with what it means today."""
    names = (
        "id",
        "person_id",
        "client_id",
        "kind",
        "since",
        "until",
        "details",
        "treatment",
        "decision",
        "decided_at",
        "decision_reason",
        "version",
    )
    rules, tie = rules or team_rules(row.owner_id), tie_of(row)
    return {
        **{name: getattr(row, name) for name in names},
        "person": row.person.name,
        "client": row.client.short_name or row.client.name,
        "decided_by": row.decided_by.name if row.decided_by else "",
        "standing": standing(tie, clock.today(row.person.zone), rules),
        "free_from": free_from(tie, rules),
        "clause": rules.clauses["impartiality"],
    }


def tie_of(row: Interest) -> Tie:
    return Tie(row.kind, row.since, row.until, row.decision)


def ties_to(
    owner_id: UUID, client_id: UUID, people: Collection[UUID], on: date, rules: TeamRules
) -> dict[UUID, list[tuple[Interest, str]]]:
    """What ties these people to a client on a day, without what has become clear."""
    ties = Interest.objects.filter(owner_id=owner_id, client_id=client_id, person_id__in=people)
    found: dict[UUID, list[tuple[Interest, str]]] = defaultdict(list)
    for row in ties:
        how = standing(tie_of(row), on, rules)
        if how != CLEAR:
            found[row.person_id].append((row, how))
    return found


def declarations(
    viewer: Viewer,
    grants: Sequence[Grant],
    *,
    year: int | None = None,
    case_id: UUID | None = None,
    search: str = "",
) -> QuerySet[Declaration]:
    rows = Declaration.objects.filter(owned_or_about(viewer, "owner_id"))
    rows = rows.select_related("person", "case", "case__client")
    if not reaches_all(viewer, grants):
        rows = rows.filter(person_id__in=filter(None, [viewer.person_id]))
    if year:
        rows = rows.filter(year=year)
    if case_id:
        rows = rows.filter(case_id=case_id)
    if search:
        rows = rows.filter(called(search, "person__") | Q(case__number__icontains=search))
    return rows.order_by("-signed_at", "id")


def declaration_view(row: Declaration) -> dict[str, Any]:
    names = "id", "person_id", "case_id", "year", "statement", "has_interests"
    return {
        **{name: getattr(row, name) for name in (*names, "signed_name", "signed_at")},
        "person": row.person.name,
        "case": row.case.number if row.case else "",
    }


def declared_for(case_id: UUID) -> set[UUID]:
    """Who has signed for this case."""
    return set(Declaration.objects.filter(case_id=case_id).values_list("person_id", flat=True))


def lacking_this_year(viewer: Viewer) -> list[Person]:
    """Active people of the body with a role who have not signed this year's declaration."""
    year = clock.today(own_tenant(viewer).zone).year
    signed = Declaration.objects.filter(owner_id=viewer.tenant_id, case=None, year=year)
    people = Person.objects.filter(
        owner_id=viewer.tenant_id, is_active=True, memberships__ended_at=None
    ).exclude(memberships=None)
    rows = people.exclude(id__in=signed.values("person_id")).distinct()
    return list(rows.order_by("name", "id"))


def statement_for(person: Person, tenant: Tenant, *, subject: str) -> str:
    """The words to sign, in the person's language; ``subject`` is a year or a case."""
    if person.language == "en":
        return (
            f"I, {person.name}, declare for {subject}: I have registered every employment, "
            "consultancy, internal audit, family tie, shareholding and other interest that could "
            f"affect my impartiality towards clients of {tenant.name_en or tenant.name}; I keep "
            "confidential what I learn; I report any change at once."
        )
    return (
        f"本人{person.name}就{subject}声明：凡可能影响公正性的任职、咨询、内部审核、亲属、"
        f"持股及其他利益关系，均已向{tenant.name}如实登记；对所知悉的信息承担保密责任；"
        "情况如有变化，立即报告。"
    )


def owed(viewer: Viewer, grants: Sequence[Grant]) -> dict[str, Any]:
    """What the viewer has still to sign; who keeps the register also sees who else has not."""
    lacking = lacking_this_year(viewer) if reaches_all(viewer, grants) else []
    return {"mine": owed_by(viewer), "lacking": [person.name for person in lacking]}


def owed_by(viewer: Viewer) -> list[dict[str, Any]]:
    """The viewer's unsigned declarations: this year's, and one for each audit they are on."""
    if viewer.person_id is None or viewer.tenant_kind != TenantKind.BODY:
        return []
    person = Person.objects.get(id=viewer.person_id)
    tenant = own_tenant(viewer)
    year = clock.today(tenant.zone).year
    signed = Declaration.objects.filter(person=person)
    found = []
    if not signed.filter(case=None, year=year).exists():
        found.append(_due(person, tenant, None, str(year)))
    members = TeamMember.objects.filter(
        person=person, ended_at=None, case__state__in=BEFORE_OPENING, role__in=NEEDS_QUALIFICATION
    ).exclude(case_id__in=signed.exclude(case=None).values("case_id"))
    for member in members.select_related("case", "case__client").order_by("case__starts_on", "id"):
        case = member.case
        found.append(_due(person, tenant, case.id, f"{case.client.name} {case.number}"))
    return found


def _due(person: Person, tenant: Tenant, case_id: UUID | None, subject: str) -> dict[str, Any]:
    statement = statement_for(person, tenant, subject=subject)
    return {"case_id": case_id, "subject": subject, "statement": statement}
