"""``/api/programme/sites``: where clients work."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme import services
from mingjian.programme.models import Site
from mingjian.programme.queries.sites import SORTABLE, site_of, site_view, sites
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.schemas.forms import Version, VersionedReason
from mingjian.programme.schemas.sites import NewSite, SiteChange, SiteOut, SitesQuery

router = Router()

COLUMNS: Columns[Site] = {
    ("客户", "Client"): lambda row: row.client.name,
    ("场所", "Site"): lambda row: row.name,
    ("类别", "Kind"): lambda row: row.get_kind_display(),
    ("地址", "Address"): lambda row: row.address,
    ("时区", "Time zone"): lambda row: row.zone,
    ("中心职能", "Central function"): lambda row: row.is_central,
    ("人数", "People"): lambda row: Headcount.of(row.headcount).people,
    ("过程", "Processes"): lambda row: row.processes,
}


@router.get("", response=Page[SiteOut])
@requires("programme", "R")
def list_sites(request: AuthorisedRequest, query: Query[SitesQuery]) -> Any:
    rows = sites(request.viewer, client_id=query.client_id, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, site_view, name="场所", columns=COLUMNS)


@router.post("", response={201: SiteOut})
@requires("programme", "C")
def create_site(request: AuthorisedRequest, new: NewSite) -> Any:
    values = new.model_dump(exclude={"client_id"})
    created = services.add_site(viewer=request.viewer, client_id=new.client_id, values=values)
    return Status(201, site_view(created))


@router.get("/{uuid:site_id}", response=SiteOut)
@requires("programme", "R")
def read_site(request: AuthorisedRequest, site_id: UUID) -> Any:
    return site_view(site_of(request.viewer, site_id))


@router.patch("/{uuid:site_id}", response=SiteOut)
@requires("programme", "U")
def change_site(request: AuthorisedRequest, site_id: UUID, change: SiteChange) -> Any:
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    return site_view(
        services.update_site(
            viewer=request.viewer, site_id=site_id, version=change.version, values=values
        )
    )


@router.post("/{uuid:site_id}/close", response=SiteOut)
@requires("programme", "U")
def close(request: AuthorisedRequest, site_id: UUID, why: VersionedReason) -> Any:
    """The client works there no longer; plans that name it keep it."""
    return site_view(services.close_site(viewer=request.viewer, site_id=site_id, **why.dict()))


@router.post("/{uuid:site_id}/reopen", response=SiteOut)
@requires("programme", "U")
def reopen(request: AuthorisedRequest, site_id: UUID, at: Version) -> Any:
    return site_view(
        services.reopen_site(viewer=request.viewer, site_id=site_id, version=at.version)
    )
