"""A sample as the people at both ends move it along, through the API."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client

from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.kit import clock
from mingjian.programme.models import AuditCase

Seats = dict[str, Seat]
API = "/api/evidence"
SHOPS = ("焊接", "涂装", "装配")


def table(rows: int = 90, encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["编号", "车间", "检验员"])
    writer.writerows([f"J-{row:03}", SHOPS[row % 3], f"人员 {row % 7}"] for row in range(rows))
    return text.getvalue().encode(encoding)


def later(**term: float) -> str:
    return (clock.now() + timedelta(**(term or {"hours": 2}))).isoformat()


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"{API}/{path}", body, content_type="application/json")


def shown(answer: Any) -> dict[str, Any]:
    assert answer.status_code in {200, 201}, answer.content
    found: dict[str, Any] = answer.json()
    return found


def read(browser: Client, path: str) -> Any:
    return shown(browser.get(f"{API}/{path}"))


class Sampling:
    """One sample of the audit, as the people at both ends move it along."""

    def __init__(
        self, ours: Seats, case: AuditCase, auditor: Client, run_jobs: Callable[[], int]
    ) -> None:
        self.ours, self.case, self.auditor, self.run_jobs = ours, case, auditor, run_jobs
        self.made = shown(
            post(
                auditor,
                f"cases/{case.id}/samples",
                what="出厂检验记录",
                wanted="2026 年全部出厂检验记录清单",
                due_at=later(days=1),
                clauses=[{"scheme": "QMS", "clause": "8.6"}],
            )
        )
        self.path = f"samples/{self.made['id']}"

    def now(self) -> dict[str, Any]:
        found: dict[str, Any] = read(self.auditor, self.path)
        return found

    def given(self, content: bytes, name: str = "清单.csv") -> dict[str, Any]:
        """The client hands the list over for the request, and the worker has its turn."""
        item = sealed(self.ours["CC"], self.case, content, name=name, is_trusted=False)
        client, request = signed_in(self.ours["CC"]), self.now()["asked_id"]
        shown(post(client, f"requests/{request}/answers", item_ids=[str(item.id)]))
        self.run_jobs()
        return self.now()

    def do(self, deed: str, **body: Any) -> Any:
        answer = post(self.auditor, f"{self.path}/{deed}", **body)
        self.run_jobs()
        return answer

    def drawn(self, **values: Any) -> list[dict[str, Any]]:
        shown(self.do("draw", **({"size_rule": "given", "size": 6} | values)))
        return self.rows()

    def rows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = read(self.auditor, f"{self.path}/rows?size=200")["items"]
        return found

    def refused(self, deed: str, **body: Any) -> str:
        answer = self.do(deed, **body)
        assert answer.status_code >= 400, answer.content
        return str(answer.json()["code"])
