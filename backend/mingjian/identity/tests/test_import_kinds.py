"""Every kind of import is open to exactly the roles whose matrix cell says so."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from mingjian.identity.matrix import matrix
from mingjian.identity.queries.seats import Seat
from mingjian.identity.services.imports import check_import, template
from mingjian.identity.services.imports.kinds import import_kinds
from mingjian.identity.tests.factories import found, seat_in_every_role, signed_in, viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

IMPORTS = "/api/identity/imports"


@pytest.fixture
def everybody() -> dict[str, Seat]:
    return seat_in_every_role(found())


def allowed(role: str) -> set[str]:
    return {
        kind.name
        for kind in import_kinds()
        if any(grant.right == kind.rule.right for grant in matrix()[kind.rule.object][role])
    }


def test_each_role_is_offered_its_kinds_and_refused_the_others(everybody: dict[str, Seat]) -> None:
    for role, who in everybody.items():
        browser = signed_in(who)
        offered = {kind["name"] for kind in browser.get(f"{IMPORTS}/kinds").json()}
        assert offered == allowed(role), role
        for kind in import_kinds():
            status = browser.get(f"{IMPORTS}/template", {"kind": kind.name}).status_code
            assert status == (200 if kind.name in offered else 403), (role, kind.name)


def test_a_role_can_do_nothing_with_anothers_workbook(everybody: dict[str, Seat]) -> None:
    admin = viewer(everybody["ADM"])
    with tenant_scope(admin.owners):
        content = template(viewer=admin, kind="people").content
        batch = check_import(viewer=admin, kind="people", file_name="a.xlsx", content=content)
    browser = signed_in(everybody["QS"])
    assert browser.get(IMPORTS).json()["total"] == 0
    assert browser.get(f"{IMPORTS}/{batch.id}").status_code == 404
    assert browser.post(f"{IMPORTS}/{batch.id}/confirm").status_code == 403
    file = SimpleUploadedFile("a.xlsx", content)
    assert browser.post(f"{IMPORTS}?kind=people", {"file": file}).status_code == 403


def test_a_kind_that_does_not_exist_is_not_found(everybody: dict[str, Seat]) -> None:
    browser = signed_in(everybody["ADM"])
    assert browser.get(f"{IMPORTS}/template", {"kind": "wolves"}).status_code == 404


def test_the_examples_of_every_template_have_the_columns_that_the_kind_names(
    everybody: dict[str, Seat],
) -> None:
    for role, who in everybody.items():
        for name in allowed(role):
            answer = signed_in(who).get(f"{IMPORTS}/template", {"kind": name})
            head = next(load_workbook(BytesIO(answer.content)).worksheets[0].values)
            kind = next(each for each in import_kinds() if each.name == name)
            assert list(head) == [column.heading[0] for column in kind.columns]


def test_the_service_itself_refuses_a_viewer_without_the_right(everybody: dict[str, Seat]) -> None:
    auditor = viewer(everybody["AU"])
    with tenant_scope(auditor.owners), pytest.raises(NotPermitted):
        template(viewer=auditor, kind="people")
