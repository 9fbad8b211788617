"""A body engages clients and authorities; they see themselves, and the body while it lasts."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.rules import credit_code_check_character, is_credit_code
from mingjian.identity.tests.factories import engage, seat, signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.keys.services import signing_key
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

ORGANISATIONS = "/api/identity/organisations"
CODE = "91310000" + "MA1FL0LN3"
CODE += credit_code_check_character(CODE)


def create(browser: Client, **values: Any) -> Any:
    values = {"kind": "client", "name": "蓝海精密制造有限公司", "credit_code": CODE} | values
    return browser.post(ORGANISATIONS, values, content_type="application/json")


def patch(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    values = {"version": row["version"]} | values
    return browser.patch(f"{ORGANISATIONS}/{row['id']}", values, content_type="application/json")


def post(browser: Client, row: dict[str, Any], verb: str, **values: Any) -> Any:
    url = f"{ORGANISATIONS}/{row['id']}/{verb}"
    return browser.post(url, values, content_type="application/json")


@pytest.mark.parametrize(
    ("code", "is_right"),
    [
        ("91350100M000100Y43", True),  # the standard's own example
        ("91350100M000100Y44", False),
        ("91350100M000100Y4", False),
        ("9135010IM000100Y43", False),  # the letter I is not of the alphabet
        ("91350100m000100y43", False),
        ("", False),
    ],
)
def test_credit_codes_are_checked_by_gb_32100(code: str, is_right: bool) -> None:  # noqa: FBT001
    assert is_credit_code(code) is is_right


def test_a_new_client_is_engaged_from_today_and_has_keys_of_its_own(admin: Client) -> None:
    answer = create(admin)
    assert answer.status_code == 201
    row = answer.json()
    assert (row["is_in_force"], row["valid_to"], row["kind"]) == (True, None, "client")
    assert signing_key(row["id"])
    assert admin.get(ORGANISATIONS).json()["items"] == [row]


def test_client_and_engagement_are_journalled_by_their_owners(admin: Client, ours: Seat) -> None:
    row = create(admin).json()
    with tenant_scope({ours.tenant.id}):
        entry = Entry.objects.filter(owner_id=ours.tenant.id).latest("seq")
        assert (entry.action, str(entry.concerns)) == ("organisation.engaged", row["id"])
    with tenant_scope({row["id"]}):
        entry = Entry.objects.filter(owner_id=row["id"]).get()
        assert (entry.action, entry.actor_tenant) == ("organisation.created", ours.tenant.id)


def test_a_wrong_check_character_is_explained_at_its_field(admin: Client) -> None:
    wrong = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")
    answer = create(admin, credit_code=wrong)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["credit_code"])
    assert "校验码" in answer.json()["message"]
    assert admin.get(ORGANISATIONS).json()["total"] == 0


def test_a_code_in_small_letters_is_put_right(admin: Client) -> None:
    assert create(admin, credit_code=CODE.lower()).json()["credit_code"] == CODE


def test_the_same_code_twice_is_refused_but_may_be_client_and_authority(admin: Client) -> None:
    create(admin)
    assert create(admin, name="另一名称").json()["code"] == "duplicate_organisation"
    assert create(admin, kind="authority").status_code == 201


def test_another_body_may_engage_the_same_company(admin: Client, theirs: Seat) -> None:
    assert create(admin).status_code == 201
    assert create(signed_in(theirs)).status_code == 201
    assert admin.get(ORGANISATIONS).json()["total"] == 1


def test_a_foreign_company_needs_no_credit_code(admin: Client) -> None:
    assert create(admin, credit_code="").status_code == 201
    assert create(admin, credit_code="", name="Nordlicht GmbH").status_code == 201


def test_bodies_are_not_engaged(admin: Client) -> None:
    assert create(admin, kind="body").status_code == 422


def test_a_profile_is_changed_and_a_stale_form_noticed(admin: Client, ours: Seat) -> None:
    row = create(admin).json()
    assert patch(admin, row, short_name="蓝海", zone="Asia/Urumqi").json()["short_name"] == "蓝海"
    answer = patch(admin, row, name="旧表单")
    assert answer.status_code == 409
    assert answer.json()["params"]["changed_by"] == ours.person.name
    assert answer.json()["params"]["current"]["short_name"] == "蓝海"


def test_ending_and_renewing_an_engagement(admin: Client) -> None:
    row = create(admin).json()
    ended = post(admin, row, "end", reason="合同终止").json()
    assert (ended["is_in_force"], ended["ended_at"] is not None) == (False, True)
    renewed = post(admin, row, "renew", valid_from="2026-01-01", valid_to="2099-12-31").json()
    assert (renewed["is_in_force"], renewed["ended_at"]) == (True, None)
    wrong = post(admin, row, "renew", valid_from="2026-02-01", valid_to="2026-01-31")
    assert wrong.status_code == 422


def test_an_end_needs_a_reason(admin: Client) -> None:
    row = create(admin).json()
    assert post(admin, row, "end", reason="").status_code == 422
    assert list(post(admin, row, "end").json()["fields"]) == ["reason"]


def test_search_finds_names_and_codes_and_kinds_are_told_apart(admin: Client) -> None:
    create(admin)
    create(admin, kind="authority", name="市场监督管理局", credit_code="")
    names = [
        [row["name"] for row in admin.get(ORGANISATIONS, query).json()["items"]]
        for query in ({"search": "精密"}, {"search": CODE[:9]}, {"kind": "authority"})
    ]
    assert names == [["蓝海精密制造有限公司"], ["蓝海精密制造有限公司"], ["市场监督管理局"]]


def test_the_list_comes_as_a_workbook_in_the_readers_language(ours: Seat) -> None:
    browser = signed_in(ours, language="en")
    create(browser)
    sheet = load_workbook(BytesIO(browser.get(ORGANISATIONS, {"format": "xlsx"}).content))
    rows = list(sheet.worksheets[0].iter_rows(values_only=True))
    assert rows[0][0] == "Name"
    assert rows[1][0] == "蓝海精密制造有限公司"


def test_a_client_sees_and_changes_itself_and_no_other(ours: Seat) -> None:
    mine, other = engage(ours), engage(ours, name="青禾食品有限公司")
    browser = signed_in(seat(ours, "CC", tenant=mine))
    listed = browser.get(ORGANISATIONS).json()["items"]
    assert [row["id"] for row in listed] == [str(mine.id)]
    assert patch(browser, listed[0], address="上海市浦东新区").status_code == 200
    foreign = {"id": str(other.id), "version": 1}
    assert browser.get(f"{ORGANISATIONS}/{other.id}").status_code == 404
    assert patch(browser, foreign, name="改名").status_code == 404
    assert create(browser).status_code == 403
    assert post(browser, listed[0], "end", reason="x").status_code == 403


def test_an_authority_reads_itself_and_changes_nothing(ours: Seat) -> None:
    authority = engage(ours, kind="authority", name="市场监督管理局")
    engage(ours)
    browser = signed_in(seat(ours, "REG", tenant=authority))
    listed = browser.get(ORGANISATIONS).json()["items"]
    assert [row["id"] for row in listed] == [str(authority.id)]
    assert patch(browser, listed[0], name="改名").status_code == 403


def test_organisations_of_another_body_do_not_exist(admin: Client, theirs: Seat) -> None:
    foreign = {"id": str(engage(theirs).id), "version": 1}
    assert admin.get(f"{ORGANISATIONS}/{foreign['id']}").status_code == 404
    assert patch(admin, foreign, name="改名").status_code == 404
    assert post(admin, foreign, "end", reason="x").status_code == 404
    assert post(admin, foreign, "renew", valid_from="2026-01-01").status_code == 404
    assert admin.get(ORGANISATIONS).json()["total"] == 0


def test_a_client_reaches_the_bodys_rows_only_while_engaged(admin: Client, ours: Seat) -> None:
    coordinator = seat(ours, "CC", tenant=engage(ours))
    assert ours.tenant.id in viewer(coordinator).owners
    post(admin, {"id": str(coordinator.tenant.id)}, "end", reason="合同终止")
    assert viewer(coordinator).owners == {coordinator.tenant.id}
