"""Sample calls of ``/api/identity``."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from mingjian.identity.services.imports import template
from mingjian.identity.tests.factories import PASSWORD, viewer
from mingjian.kit import clock
from tests.routing.samples.sample import NOT_FOUND, TOKEN, Sample, reason
from tests.routing.world import World


def version_of_person(world: World) -> dict[str, Any]:
    return {"version": world.person.version}


def kind_of_import(world: World) -> dict[str, Any]:
    return {"kind": "people"}


def workbook(world: World) -> dict[str, Any]:
    return {
        "file": SimpleUploadedFile(
            "people.xlsx", template(viewer=viewer(world.ours["ADM"]), kind="people").content
        )
    }


def guest(world: World) -> dict[str, Any]:
    return {
        "organisation_id": str(world.client.id),
        "name": "来宾",
        "email": "second@client.example",
        "scope": str(world.session),
        "expires_at": (clock.now() + timedelta(hours=1)).isoformat(),
    }


PEOPLE, PERSON = "/api/identity/people", "/api/identity/people/{person_id}"
PARTIES, PARTY = "/api/identity/organisations", "/api/identity/organisations/{party_id}"
IMPORTS = "/api/identity/imports"
INVITATIONS, GUESTS = "/api/identity/invitations", "/api/identity/guest-links"

SAMPLES: dict[str, Sample] = {
    "GET /api/identity/me": Sample(),
    "PATCH /api/identity/me": Sample(body=lambda w: {"version": 1, "phone": "110"}),
    "POST /api/identity/me/membership": Sample(
        body=lambda w: {"membership_id": str(w.ids["membership_id"])},
        ok=frozenset({204, 404}),
        foreign=NOT_FOUND,
    ),
    f"GET {PEOPLE}": Sample(),
    f"POST {PEOPLE}": Sample(body=lambda w: {"name": "新人", "email": "new@body.example"}),
    f"GET {PERSON}": Sample(),
    f"PATCH {PERSON}": Sample(body=lambda w: version_of_person(w) | {"name": "改名"}),
    f"POST {PERSON}/deactivate": Sample(body=lambda w: version_of_person(w) | reason(w)),
    f"POST {PERSON}/reactivate": Sample(body=version_of_person),
    f"POST {PERSON}/reset-factors": Sample(body=reason),
    f"POST {PERSON}/memberships": Sample(body=lambda w: {"role": "LA"}),
    f"POST {PEOPLE}/memberships/{{membership_id}}/revoke": Sample(body=reason),
    f"GET {PARTIES}": Sample(),
    f"POST {PARTIES}": Sample(body=lambda w: {"kind": "client", "name": "新客户"}),
    f"GET {PARTY}": Sample(),
    f"PATCH {PARTY}": Sample(body=lambda w: {"version": w.client.version, "short_name": "蓝海"}),
    f"POST {PARTY}/renew": Sample(body=lambda w: {"valid_from": "2026-01-01"}),
    f"GET {PARTY}/certificates": Sample(),
    f"POST {PARTY}/end": Sample(body=reason),
    # Which kinds a role may read in is each kind's own rule: identity/tests/test_import_kinds.py.
    f"GET {IMPORTS}": Sample(),
    f"GET {IMPORTS}/kinds": Sample(),
    f"POST {IMPORTS}": Sample(query=kind_of_import, files=workbook, ok=frozenset({201, 403})),
    f"GET {IMPORTS}/template": Sample(query=kind_of_import, ok=frozenset({200, 403})),
    f"GET {IMPORTS}/{{import_id}}": Sample(ok=frozenset({200, 404})),
    f"POST {IMPORTS}/{{import_id}}/confirm": Sample(ok=frozenset({200, 403, 404})),
    # Not confirmed yet, so there is nothing to undo.
    f"POST {IMPORTS}/{{import_id}}/undo": Sample(ok=frozenset({403, 404, 409})),
    "GET /api/identity/tenant": Sample(),
    "PATCH /api/identity/tenant": Sample(body=lambda w: {"version": 1, "short_name": "华鉴"}),
    "PUT /api/identity/tenant/logo": Sample(
        body=lambda w: {"version": 1, "logo_id": str(w.ids["file_id"])}, foreign=NOT_FOUND
    ),
    "GET /api/identity/setup": Sample(),
    "POST /api/identity/setup": Sample(
        body=lambda w: {
            "token": TOKEN,
            "body": {"name": "第二机构", "approval_number": "CNCA-R-2026-9"},
            "administrator": {"name": "某人", "email": "x@y.example", "password": PASSWORD},
        },
        ok=frozenset({403}),
    ),
    "GET /api/identity/recovery-code": Sample(),
    "POST /api/identity/recovery-code": Sample(),
    "POST /api/identity/recovery-code/confirm": Sample(
        body=lambda w: {"recovery_code": "mistyped"}, ok=frozenset({422}), foreign=frozenset({422})
    ),
    "GET /api/identity/logins": Sample(),
    "POST /api/identity/logins/{login_id}/end": Sample(ok=NOT_FOUND),
    "POST /api/identity/logins/end-others": Sample(),
    f"GET {INVITATIONS}": Sample(),
    f"POST {INVITATIONS}": Sample(
        body=lambda w: {"person_id": str(w.ids["newcomer"])}, foreign=NOT_FOUND
    ),
    f"POST {INVITATIONS}/{{invitation_id}}/resend": Sample(),
    f"POST {INVITATIONS}/{{invitation_id}}/revoke": Sample(body=reason),
    f"POST {INVITATIONS}/look": Sample(body=lambda w: {"token": TOKEN}, ok=NOT_FOUND),
    f"POST {INVITATIONS}/accept": Sample(body=lambda w: {"token": TOKEN}, ok=NOT_FOUND),
    f"GET {GUESTS}": Sample(query=lambda w: {"scope": str(w.session)}),
    f"POST {GUESTS}": Sample(body=guest, foreign=NOT_FOUND),
    f"POST {GUESTS}/{{link_id}}/release": Sample(),
    f"POST {GUESTS}/{{link_id}}/revoke": Sample(body=reason),
    f"POST {GUESTS}/look": Sample(body=lambda w: {"token": TOKEN}, ok=NOT_FOUND),
    # Who is signed in already is told so.
    f"POST {GUESTS}/open": Sample(body=lambda w: {"token": TOKEN}, ok=frozenset({404, 409})),
}
