"""Lists to draw from: read in any usual form, counted, their faults named by row (S34)."""

import io

import pytest
from django.test import Client
from openpyxl import Workbook

from mingjian.evidence.tests.factories import sealed
from mingjian.evidence.tests.sampling import Sampling, read, shown, table
from mingjian.identity.tests.factories import signed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def coordinator(sampling: Sampling) -> Client:
    return signed_in(sampling.ours["CC"])


def test_a_list_is_read_counted_and_previewed(sampling: Sampling) -> None:
    [population] = sampling.given(table())["lists"]

    assert population["row_count"] == 90
    assert population["headings"] == ["编号", "车间", "检验员"]
    assert population["preview"][0] == ["J-000", "焊接", "人员 0"]
    assert population["strata"]["1"] == {"焊接": 30, "涂装": 30, "装配": 30}
    assert "0" in population["strata"]
    assert {kind: each["count"] for kind, each in population["faults"].items()} == {
        "empty": 0,
        "without_key": 0,
        "too_wide": 0,
        "duplicates": 0,
    }


def test_a_list_in_any_usual_encoding_has_the_same_canonical_form(sampling: Sampling) -> None:
    hashes = set()
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        item = sealed(sampling.ours["CC"], sampling.case, table(5, encoding), name="清单.csv")
        shown(sampling.do("list", item_id=str(item.id)))
        newest = sampling.now()["lists"][0]
        assert newest["preview"][1] == ["J-001", "涂装", "人员 1"]
        hashes.add(newest["sha256"])
    assert len(hashes) == 1


def test_a_workbook_is_a_list_too(sampling: Sampling) -> None:
    book, content = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in (["编号", "数量"], ["A-1", 3], [None, None], ["A-2", 4.5]):
        sheet.append(row)
    book.save(content)
    [population] = sampling.given(content.getvalue(), "清单.xlsx")["lists"]

    assert population["preview"] == [["A-1", "3"], ["A-2", "4.5"]]
    assert population["faults"]["empty"]["rows"] == [[3]]


def test_faults_are_named_by_row_and_need_a_note_before_anything_is_drawn(
    sampling: Sampling,
) -> None:
    text = "编号,名称\nA-1,甲\n,\nA-2,乙\nA-1,丙\n,丁\nA-3,戊,多余\n"
    [population] = sampling.given(text.encode())["lists"]

    assert {kind: each["rows"] for kind, each in population["faults"].items()} == {
        "empty": [[3]],
        "duplicates": [[5, 2]],
        "without_key": [[6]],
        "too_wide": [[7]],
    }
    draw = {"size_rule": "given", "size": 2}
    assert sampling.refused("draw", **draw) == "sample_faults_note"
    assert len(sampling.drawn(size=2, note="重复行为同一批次的复检")) == 2


UNUSABLE = [
    (b"No,Name\n" + b"1,a\n" * 20_000 + b"\xff\xff\n", "a.csv", "GB18030"),
    ("编号,名称\n".encode(), "b.csv", "数据行"),
    (b"\n\n", "c.csv", "表头"),
    ('编号,名称\nA-1,"未闭合\nA-2,乙\n'.encode(), "d.csv", "第 2 行"),
    (b"PK\x03\x04 broken", "e.xlsx", "未通过入库检查"),
    (b"MZ\x90\0", "f.csv", "未通过入库检查"),
]


def test_a_list_that_cannot_be_used_goes_back_to_the_client_with_the_reason(
    sampling: Sampling, coordinator: Client
) -> None:
    for content, name, said in UNUSABLE:
        given = sampling.given(content, name)
        assert given["state"] == "refused", name
        assert said in given["lists"][0]["problem"]
        request = read(coordinator, f"requests/{given['asked_id']}")
        assert request["state"] == "returned"
        assert said in request["returned"]
    assert sampling.refused("draw", size_rule="given", size=1) == "sample_list_not_ready"
    assert sampling.given(table())["state"] == "ready"
