"""Sample calls of applications; the world's own is under review."""

from typing import Any

from mingjian.kit import clock
from mingjian.programme.rules.applications import Check
from mingjian.programme.tests.application_factories import TIME
from tests.routing.samples.sample import CONFLICT, NOT_FOUND, TOKEN, Sample, reason
from tests.routing.world import World

ALL = "/api/programme/applications"
ONE = f"{ALL}/{{application_id}}"
INVOICES = "/api/programme/invoices"
INVOICE = f"{INVOICES}/{{invoice_id}}"
APPLY = "/api/programme/apply"


def token(world: World) -> dict[str, Any]:
    return {"token": TOKEN}


def text(world: World) -> dict[str, Any]:
    return {"text": "二厂有几个班次？"}


def signature(world: World) -> dict[str, Any]:
    return {"name": "顾言", "method": "typed"}


def paid(world: World) -> dict[str, Any]:
    return {"paid_on": clock.today(world.ours["PM"].tenant.zone).isoformat()}


SAMPLES: dict[str, Sample] = {
    f"GET {ALL}": Sample(),
    f"POST {ALL}": Sample(body=lambda w: {"email": "new@applicant.example"}),
    f"GET {ONE}": Sample(),
    f"PATCH {ONE}": Sample(body=lambda w: {"version": 1, "form": {}}, ok=CONFLICT),
    f"POST {ONE}/submit": Sample(body=lambda w: {"version": 1}, ok=CONFLICT),
    f"POST {ONE}/answer": Sample(body=text, ok=CONFLICT),
    # A client's own application has no link.
    f"POST {ONE}/link": Sample(ok=CONFLICT),
    f"POST {ONE}/review/begin": Sample(ok=CONFLICT),
    f"PATCH {ONE}/review": Sample(
        body=lambda w: {"version": 1, "checks": {Check.SCOPE.value: {"verdict": "yes"}}}
    ),
    f"GET {ONE}/time": Sample(),
    f"POST {ONE}/time/preview": Sample(body=lambda w: TIME),
    f"POST {ONE}/time": Sample(body=lambda w: {"number": 0, "choices": TIME}),
    f"POST {ONE}/ask": Sample(body=text),
    f"POST {ONE}/accept": Sample(ok=CONFLICT),
    f"POST {ONE}/decline": Sample(body=reason),
    f"PUT {ONE}/quote": Sample(body=lambda w: {"version": 0, "lines": []}, ok=CONFLICT),
    f"POST {ONE}/quote/send": Sample(ok=CONFLICT),
    f"POST {ONE}/contract": Sample(ok=CONFLICT),
    f"POST {ONE}/contract/sign": Sample(body=signature, ok=CONFLICT),
    # There is no contract yet.
    f"GET {ONE}/contract/file": Sample(ok=NOT_FOUND),
    # The application is under review: no contract, so no invoice of its own.
    f"POST {ONE}/invoice": Sample(ok=CONFLICT),
    f"GET {INVOICES}": Sample(),
    f"GET {INVOICE}": Sample(),
    f"PATCH {INVOICE}": Sample(body=lambda w: {"version": 1, "buyer": {}, "bank": {}}, ok=CONFLICT),
    f"POST {INVOICE}/issue": Sample(body=lambda w: {"version": 1}, ok=CONFLICT),
    f"POST {INVOICE}/settle": Sample(body=paid),
    f"POST {INVOICE}/void": Sample(body=reason),
    f"GET {INVOICE}/file": Sample(),
    f"GET {APPLY}/body": Sample(),
    f"POST {APPLY}": Sample(body=lambda w: {"email": "new@applicant.example"}),
    f"POST {APPLY}/look": Sample(body=token, ok=NOT_FOUND),
    f"POST {APPLY}/save": Sample(
        body=lambda w: token(w) | {"version": 1, "form": {}}, ok=NOT_FOUND
    ),
    f"POST {APPLY}/submit": Sample(body=lambda w: token(w) | {"version": 1}, ok=NOT_FOUND),
    f"POST {APPLY}/answer": Sample(body=lambda w: token(w) | text(w), ok=NOT_FOUND),
    f"POST {APPLY}/sign": Sample(
        body=lambda w: token(w) | {"signature": signature(w)}, ok=NOT_FOUND
    ),
    f"POST {APPLY}/document": Sample(body=token, ok=NOT_FOUND),
}
