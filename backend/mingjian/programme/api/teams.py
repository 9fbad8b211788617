"""``/api/programme/cases/{case_id}/team``: who audits."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from mingjian.identity.models import TenantKind
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme import services
from mingjian.programme.access import reach_case, reach_member
from mingjian.programme.queries.cases import member_view, team_of
from mingjian.programme.schemas.cases import MemberChange, MemberOut, MemberRelease, NewMember

router = Router()


@router.get("/{uuid:case_id}/team", response=list[MemberOut])
@requires("team", "R")
def list_team(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Who is in the team now, the lead auditor first."""
    members = team_of(reach_case(request, case_id))
    outside = request.viewer.tenant_kind != TenantKind.BODY
    return [member_view(member, to_client=outside) for member in members]


@router.post("/{uuid:case_id}/team", response={201: MemberOut})
@requires("team", "C")
def add_member(request: AuthorisedRequest, case_id: UUID, new: NewMember) -> Any:
    reach_case(request, case_id)
    values = new.model_dump(exclude={"person_id", "role"})
    created = services.add_member(
        viewer=request.viewer,
        case_id=case_id,
        person_id=new.person_id,
        role=new.role,
        values=values,
    )
    return Status(201, member_view(created))


@router.patch("/team/{uuid:member_id}", response=MemberOut)
@requires("team", "C")
def change_member(request: AuthorisedRequest, member_id: UUID, change: MemberChange) -> Any:
    reach_member(request, member_id)
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    return member_view(
        services.update_member(
            viewer=request.viewer, member_id=member_id, version=change.version, values=values
        )
    )


@router.post("/team/{uuid:member_id}/release", response=MemberOut)
@requires("team", "C")
def release(request: AuthorisedRequest, member_id: UUID, why: MemberRelease) -> Any:
    """The person leaves the team and reaches the case no longer."""
    reach_member(request, member_id)
    return member_view(
        services.release_member(viewer=request.viewer, member_id=member_id, **why.dict())
    )
