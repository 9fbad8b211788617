"""``/api/identity/organisations``: clients and authorities engaged with the body."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.identity import services
from mingjian.identity.models import Engagement
from mingjian.identity.queries.organisations import (
    SORTABLE,
    certificates,
    engagement,
    engagements,
    kind_in_words,
    organisation_view,
)
from mingjian.identity.schemas.organisations import (
    CertificateOut,
    EngagementDates,
    EngagementEnd,
    NewOrganisation,
    OrganisationOut,
    OrganisationsQuery,
    TenantChange,
)
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

router = Router()

COLUMNS: Columns[Engagement] = {
    ("名称", "Name"): lambda row: row.party.name,
    ("英文名称", "Name in English"): lambda row: row.party.name_en,
    ("类别", "Kind"): lambda row: kind_in_words(row.party),
    ("统一社会信用代码", "Credit code"): lambda row: row.party.credit_code,
    ("地址", "Address"): lambda row: row.party.address,
    ("自", "From"): lambda row: row.valid_from,
    ("至", "To"): lambda row: row.valid_to,
}


@router.get("", response=Page[OrganisationOut])
@requires("organisations", "R")
def list_organisations(request: AuthorisedRequest, query: Query[OrganisationsQuery]) -> Any:
    """Whom the body engages; a client or an authority sees itself."""
    rows = engagements(request.viewer, kind=query.kind, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, organisation_view, name="组织", columns=COLUMNS)


@router.post("", response={201: OrganisationOut})
@requires("organisations", "C")
def create_organisation(request: AuthorisedRequest, new: NewOrganisation) -> Any:
    """A client or an authority with a tenant of its own, engaged from a day on."""
    dates = {"kind", "valid_from", "valid_to"}
    created = services.engage_organisation(
        viewer=request.viewer,
        profile=new.model_dump(exclude=dates),
        **new.model_dump(include=dates),
    )
    return Status(201, organisation_view(created))


@router.get("/{uuid:party_id}", response=OrganisationOut)
@requires("organisations", "R")
def read_organisation(request: AuthorisedRequest, party_id: UUID) -> Any:
    return _shown(request, party_id)


@router.patch("/{uuid:party_id}", response=OrganisationOut)
@requires("organisations", "U")
def change_organisation(request: AuthorisedRequest, party_id: UUID, change: TenantChange) -> Any:
    """The organisation's profile."""
    engagement(request.viewer, party_id)
    profile = change.model_dump(exclude_unset=True, exclude={"version"})
    services.update_tenant(
        viewer=request.viewer, tenant_id=party_id, version=change.version, profile=profile
    )
    return _shown(request, party_id)


@router.post("/{uuid:party_id}/renew", response=OrganisationOut)
@requires("organisations", "C")
def renew(request: AuthorisedRequest, party_id: UUID, dates: EngagementDates) -> Any:
    """New dates, also for an engagement that had ended."""
    services.renew_engagement(viewer=request.viewer, party_id=party_id, **dates.model_dump())
    return _shown(request, party_id)


@router.post("/{uuid:party_id}/end", response=OrganisationOut)
@requires("organisations", "C")
def end(request: AuthorisedRequest, party_id: UUID, why: EngagementEnd) -> Any:
    """The organisation's people reach nothing of the body's any more."""
    services.end_engagement(viewer=request.viewer, party_id=party_id, reason=why.reason)
    return _shown(request, party_id)


@router.get("/{uuid:party_id}/certificates", response=list[CertificateOut])
@requires("organisations", "R")
def list_certificates(request: AuthorisedRequest, party_id: UUID) -> Any:
    """What the body's earlier records say that the organisation holds."""
    return list(certificates(request.viewer, party_id))


def _shown(request: AuthorisedRequest, party_id: UUID) -> dict[str, Any]:
    return organisation_view(engagement(request.viewer, party_id))
