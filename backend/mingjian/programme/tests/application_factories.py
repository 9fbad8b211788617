"""Applications for tests, brought as far as wanted by the services, as people do it."""

from decimal import Decimal
from typing import Any

from mingjian.identity.queries.seats import Seat
from mingjian.identity.rules import credit_code_check_character
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Application
from mingjian.programme.rules.applications import Check
from mingjian.programme.services.application_review import (
    accept_application,
    begin_review,
    save_review,
)
from mingjian.programme.services.application_times import save_application_time
from mingjian.programme.services.applications import (
    apply_as_client,
    save_form,
    submit_application,
)

TIME: dict[str, Any] = {"schemes": [{"scheme": "QMS"}]}
"""What a reviewer chooses for the audit time; the rest is the application's own."""
CODE_BODY = "91440605MA4UHK2E5"
STROKES = "M10 100" + "".join(f"L{x} {100 + x % 7}.5" for x in range(20, 200, 10))


def site(name: str, *, is_central: bool = False, **people: int) -> dict[str, Any]:
    return {
        "name": name,
        "address": "佛山",
        "zone": "Asia/Shanghai",
        "kind": "physical",
        "processes": "机加工",
        "is_central": is_central,
        "headcount": people,
    }


def form(**values: Any) -> dict[str, Any]:
    """A complete form of an organisation in Foshan with two sites."""
    given = {
        "name": "佛山明锐精工有限公司",
        "credit_code": CODE_BODY + credit_code_check_character(CODE_BODY),
        "address": "广东省佛山市南海区桂城街道 1 号",
        "contact_name": "苏芮",
        "contact_phone": "0757 8600 1234",
        "contact_email": "surui@mingrui.example",
        "schemes": ["QMS"],
        "scope": "精密五金件的加工",
        "sites": [
            site("总部", is_central=True, full_time=40),
            site("二厂", full_time=15, contractors=3),
        ],
    }
    return given | values


def checks(**verdicts: str) -> dict[str, dict[str, str]]:
    """Every check answered with yes unless said otherwise."""
    given = {check.value: "yes" for check in Check} | verdicts
    return {name: {"verdict": verdict, "note": "见记录"} for name, verdict in given.items()}


def submitted_by_client(coordinator: Seat) -> Application:
    """A client's own application, handed in."""
    acting = viewer(coordinator)
    with tenant_scope(acting.owners):
        row = apply_as_client(viewer=acting)
        given = form(name=coordinator.tenant.name, contact_email=row.contact_email)
        row = save_form(viewer=acting, application_id=row.id, version=1, form=given)
        return submit_application(viewer=acting, application_id=row.id, version=row.version)


def under_review(reviewer: Seat, row: Application) -> Application:
    acting = viewer(reviewer)
    with tenant_scope(acting.owners):
        return begin_review(viewer=acting, application_id=row.id)


def accepted(reviewer: Seat, row: Application) -> Application:
    acting = viewer(reviewer)
    with tenant_scope(acting.owners):
        begin_review(viewer=acting, application_id=row.id)
        values = {
            "checks": checks(),
            "scope_codes": ["17.06"],
        }
        save_review(viewer=acting, application_id=row.id, version=1, values=values)
        save_application_time(
            viewer=acting,
            application_id=row.id,
            number=0,
            values=TIME,
            days=Decimal("4.5"),
            override_reason="二厂工序简单",
        )
        return accept_application(viewer=acting, application_id=row.id)
