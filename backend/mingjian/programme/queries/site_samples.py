"""Which sites an audit visits, and from which they were drawn."""

from typing import Any

from mingjian.programme.models import AuditCase, Site, SiteSample
from mingjian.programme.rules.audit_time.sampling import Candidate
from mingjian.programme.rules.headcount import Headcount


def latest_sample(case: AuditCase) -> SiteSample | None:
    """The draw that counts."""
    rows = SiteSample.objects.filter(case=case).select_related("author")
    return rows.order_by("-number").first()


def candidates_of(case: AuditCase) -> tuple[list[dict[str, Any]], list[Candidate]]:
    """The client's sites as they are now, and those of them that may be drawn."""
    visits = _last_visits(case)
    rows = Site.objects.filter(owner_id=case.owner_id, client_id=case.client_id, is_active=True)
    listed: list[dict[str, Any]] = [
        {
            "id": str(row.id),
            "name": row.name,
            "people": Headcount.of(row.headcount).people,
            "is_central": row.is_central,
            "last_visited": visits.get(str(row.id), ""),
        }
        for row in rows.order_by("name", "id")
    ]
    candidates = [
        Candidate(each["id"], each["people"], each["last_visited"])
        for each in listed
        if not each["is_central"]
    ]
    return listed, candidates


def sample_view(row: SiteSample) -> dict[str, Any]:
    """A draw as the API shows it, each site with why it is visited."""
    return {
        "id": row.id,
        "number": row.number,
        "size": row.size,
        "seed": row.seed,
        "is_sampling_fit": row.is_sampling_fit,
        "stamp": row.stamp,
        "author": row.author.name if row.author else "",
        "created_at": row.created_at,
        "sites": [{**each, "why": _why(row, each)} for each in row.sites],
    }


def _why(row: SiteSample, site: dict[str, Any]) -> str:
    if site["is_central"]:
        return "central"
    if site["id"] in row.drawn:
        return "drawn"
    return "chosen" if site["id"] in row.chosen else ""


def _last_visits(case: AuditCase) -> dict[str, str]:
    """Site → the last day on which an earlier audit of the client had it in its sample."""
    earlier = SiteSample.objects.filter(
        owner_id=case.owner_id, case__client_id=case.client_id, case__ends_on__isnull=False
    ).exclude(case=case)
    visits: dict[str, str] = {}
    for row in earlier.select_related("case").order_by("case__ends_on"):
        for site_id in (*row.drawn, *row.chosen):
            visits[site_id] = f"{row.case.ends_on}"
    return visits
