"""Sites come from a workbook: faults by row, nothing before confirming, and a way back."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from mingjian.identity.queries.seats import Seat
from mingjian.programme.services.imports.sites import SitesImport

pytestmark = pytest.mark.django_db

IMPORTS, SITES = "/api/identity/imports", "/api/programme/sites"
HEAD = [column.heading[0] for column in SitesImport.columns]
RIGHT = [
    "蓝海精密制造有限公司",
    "三水分厂",
    "固定场所",
    "佛山",
    "Asia/Shanghai",
    "热处理",
    22,
    0,
    2,
    9,
]


def upload(manager: Client, *rows: list[Any]) -> Any:
    book = Workbook()
    for row in (HEAD, *rows):
        book.worksheets[0].append(row)
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("场所.xlsx", content.getvalue())
    return manager.post(f"{IMPORTS}?kind=sites", {"file": file})


def changed(place: int, value: Any) -> list[Any]:
    row = list(RIGHT)
    row[place] = value
    return row


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (changed(0, "没有这家"), "organisation"),
        (changed(1, ""), "name"),
        (changed(2, "飞船"), "kind"),
        (changed(4, "Mars/Base"), "zone"),
        (changed(6, -3), "full_time"),
        (changed(6, "很多"), "full_time"),
        (changed(9, 400), "repetitive"),
    ],
)
def test_a_wrong_cell_is_named(
    manager: Client, ours: dict[str, Seat], row: list[Any], field: str
) -> None:
    batch = upload(manager, row).json()
    assert field in batch["rows"][0]["errors"]


def test_right_rows_become_sites_and_are_taken_back(manager: Client, ours: dict[str, Seat]) -> None:
    batch = upload(manager, RIGHT, RIGHT).json()
    assert [list(row["errors"]) for row in batch["rows"]] == [[], ["name"]]
    assert manager.get(SITES).json()["total"] == 0
    manager.post(f"{IMPORTS}/{batch['id']}/confirm")
    [site] = manager.get(SITES).json()["items"]
    assert (site["name"], site["kind"], site["people"]) == ("三水分厂", "physical", 24)
    manager.post(f"{IMPORTS}/{batch['id']}/undo")
    assert manager.get(SITES).json()["total"] == 0


def test_a_site_that_was_changed_since_stays(manager: Client, ours: dict[str, Seat]) -> None:
    batch = upload(manager, RIGHT).json()
    manager.post(f"{IMPORTS}/{batch['id']}/confirm")
    [site] = manager.get(SITES).json()["items"]
    change = {"version": 1, "address": "别处"}
    manager.patch(f"{SITES}/{site['id']}", change, content_type="application/json")
    undone = manager.post(f"{IMPORTS}/{batch['id']}/undo").json()
    assert len(undone["kept"]) == 1
    assert manager.get(SITES).json()["total"] == 1
