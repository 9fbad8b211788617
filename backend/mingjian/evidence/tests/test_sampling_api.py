"""Samples are drawn by the auditor, not announced and not chosen by the client (S34, B04)."""

import io
import json
import runpy
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from mingjian.evidence.models import DrawnRow, EvidenceRequest, Sample, SampleDraw, SampleList
from mingjian.evidence.tests.factories import sealed
from mingjian.evidence.tests.reading import body_of, to_its_end
from mingjian.evidence.tests.sampling import (
    API,
    SHOPS,
    Sampling,
    Seats,
    later,
    post,
    read,
    shown,
    table,
)
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def auditor(ours: Seats) -> Client:
    return signed_in(ours["AU"])


@pytest.fixture
def coordinator(ours: Seats) -> Client:
    return signed_in(ours["CC"])


def bundle(sampling: Sampling) -> zipfile.ZipFile:
    canonical = sampling.now()["lists"][0]["canonical_id"]
    opening = shown(post(sampling.auditor, f"items/{canonical}/openings"))["href"]
    token = opening.partition("?")[2]
    answer = sampling.auditor.get(f"{API}/{sampling.path}/bundle?{token}")
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(body_of(answer)))


def verdict(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Of the script that lies in the bundle itself."""
    script = folder / "recompute_sample.py"
    monkeypatch.setattr(sys, "argv", [str(script), str(folder)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(script))
    return int(ended.value.code or 0)


def test_the_seed_is_committed_to_and_journalled_before_anybody_hands_a_list_over(
    sampling: Sampling,
) -> None:
    made = sampling.made
    assert (made["code"], made["state"], made["asked_state"]) == ("S-1", "waiting", "requested")
    assert len(made["commitment"]) == 64
    assert made["seed"] == ""

    given = sampling.given(table())
    [population] = given["lists"]
    assert given["state"] == "ready"
    assert given["committed_seq"] < population["item_seq"]
    with behind_the_walls():
        stored = str(list(Sample.objects.values())) + str(list(SampleList.objects.values()))
    assert "出厂检验" not in stored
    assert "J-001" not in stored


def test_nothing_is_drawn_from_a_file_that_came_before_the_seed(
    ours: Seats, staffed: AuditCase, auditor: Client, run_jobs: Callable[[], int]
) -> None:
    early = sealed(ours["CC"], staffed, table())
    sampling = Sampling(ours, staffed, auditor, run_jobs)

    assert sampling.refused("list", item_id=str(early.id)) == "sample_list_before_seed"
    asked = sampling.now()["asked_id"]
    client = signed_in(ours["CC"])
    shown(post(client, f"requests/{asked}/answers", item_ids=[str(early.id)]))
    run_jobs()
    assert read(client, f"requests/{asked}")["state"] == "returned"
    assert sampling.refused("draw", size_rule="given", size=1) == "sample_list_not_ready"


def test_a_file_that_was_handed_over_anyway_serves_as_the_list(sampling: Sampling) -> None:
    item = sealed(sampling.ours["CC"], sampling.case, table())
    shown(sampling.do("list", item_id=str(item.id)))
    assert sampling.now()["state"] == "ready"

    shown(sampling.do("list", item_id=str(item.id), key_column=2))
    again = sampling.now()["lists"][0]
    assert again["faults"]["duplicates"]["count"] == 83


@to_its_end
def test_the_draw_reveals_the_seed_and_is_recomputed_from_the_bundle_alone(
    sampling: Sampling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sampling.given(table())
    rows = sampling.drawn(column=1)
    files = bundle(sampling)
    files.extractall(tmp_path)

    draw = json.loads((tmp_path / "draw.json").read_text("utf-8"))
    assert draw["seed"] == sampling.now()["seed"]
    assert draw["committed_entry"] < draw["list_entry"]
    assert {stratum: len(taken) for stratum, taken in draw["drawn"].items()} == dict.fromkeys(
        SHOPS, 2
    )
    numbers = [number for taken in draw["drawn"].values() for number in taken]
    assert sorted(numbers) == sorted(row["number"] for row in rows)
    assert verdict(tmp_path, monkeypatch) == 0
    population = (tmp_path / "population.tsv").read_text("utf-8").split("\n")
    for row in rows:
        assert population[row["number"]].split("\t") == row["cells"]


SIZES: list[tuple[dict[str, Any], dict[str, int]]] = [
    ({"size_rule": "given", "size": 7}, {"": 7}),
    ({"size_rule": "root", "factor": "initial"}, {"": 10}),
    ({"size_rule": "root", "factor": "surveillance"}, {"": 6}),
    (
        {"size_rule": "root_each", "factor": "recertification", "column": 1},
        dict.fromkeys(SHOPS, 5),
    ),
    (
        {"size_rule": "each", "each": {"焊接": 4, "涂装": 1}, "column": 1},
        {"焊接": 4, "涂装": 1, "装配": 0},
    ),
]
NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"size_rule": "given", "size": 0}, "sample_size"),
    ({"size_rule": "given", "size": 91}, "sample_size"),
    ({"size_rule": "given", "size": 2, "column": 1}, "sample_size"),
    ({"size_rule": "given", "size": 3, "column": 9}, "sample_column"),
    ({"size_rule": "root"}, "sample_factor"),
    ({"size_rule": "each", "column": 1}, "sample_size"),
]


def test_each_size_is_what_its_rule_says(sampling: Sampling) -> None:
    sampling.given(table())
    for values, sizes in SIZES:
        rows = sampling.drawn(**({"size": 0} | values))
        draw = sampling.now()["draws"][0]
        assert draw["sizes"] == sizes
        assert draw["total"] == len(rows) == sum(sizes.values())
        assert bool(draw["stamp"]) == ("factor" in values)
        shown(sampling.do("discard", reason="另一种数量"))


def test_a_draw_that_makes_no_sense_is_refused_in_words(sampling: Sampling) -> None:
    sampling.given(table())
    for values, code in NONSENSE:
        assert sampling.refused("draw", **values) == code, values


def test_the_client_hears_of_nothing_but_the_list_before_it_is_asked(
    sampling: Sampling, coordinator: Client
) -> None:
    sampling.given(table())
    rows = sampling.drawn()

    for path in (f"cases/{sampling.case.id}/samples", f"cases/{sampling.case.id}/sampling-counts"):
        assert coordinator.get(f"{API}/{path}").status_code == 403
    for path in ("", "/rows", "/draw", "/proof", "/bundle?opening=x"):
        assert coordinator.get(f"{API}/{sampling.path}{path}").status_code in {403, 404}
    requests = read(coordinator, f"cases/{sampling.case.id}/requests")["items"]
    assert [each["source"] for each in requests] == ["population"]
    entries = coordinator.get("/api/journal/entries?size=200").json()["items"]
    assert not any(each["action"].startswith("sample.") for each in entries)

    shown(sampling.do("issue", due_at=later(hours=2)))
    asked = read(coordinator, f"cases/{sampling.case.id}/requests?source=sampling")["items"]
    assert len(asked) == len(rows) == 6
    assert all(each["is_short"] for each in asked)
    assert all("J-" in each["what"] for each in asked)


def test_a_drawn_row_is_replaced_by_the_next_in_order_with_a_reason(
    sampling: Sampling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sampling.given(table())
    rows = sampling.drawn(column=1)
    shown(sampling.do("issue", due_at=later(hours=2)))
    shown(sampling.do("replace", row_id=rows[0]["id"], reason="该批次已退回供应商"))

    after = sampling.rows()
    new = after[-1]
    assert (new["replaces"], new["stratum"]) == (rows[0]["number"], rows[0]["stratum"])
    assert new["rank"] > max(row["rank"] for row in rows if row["stratum"] == rows[0]["stratum"])
    assert after[0]["reason"] == "该批次已退回供应商"
    assert after[0]["request_state"] == "withdrawn"
    assert new["request_state"] == "requested"
    assert sampling.refused("replace", row_id=rows[0]["id"], reason="再次") == (
        "sample_not_replaceable"
    )
    bundle(sampling).extractall(tmp_path)
    assert verdict(tmp_path, monkeypatch) == 0


def test_what_was_answered_is_not_replaced(sampling: Sampling, coordinator: Client) -> None:
    sampling.given(table())
    sampling.drawn()
    shown(sampling.do("issue", due_at=later(hours=2)))
    row, item = sampling.rows()[0], sealed(sampling.ours["CC"], sampling.case, b"record")
    path = f"requests/{row['request_id']}/answers"
    shown(post(coordinator, path, item_ids=[str(item.id)]))

    assert sampling.refused("replace", row_id=row["id"], reason="x") == "sample_not_replaceable"


def test_a_discarded_draw_stays_and_the_next_round_keeps_the_seed(sampling: Sampling) -> None:
    sampling.given(table())
    first = {row["number"] for row in sampling.drawn()}
    seed = sampling.now()["seed"]
    assert sampling.refused("draw", size_rule="given", size=6) == "sample_drawn"
    shown(sampling.do("issue", due_at=later(hours=2)))
    shown(sampling.do("discard", reason="清单遗漏了夜班"))

    second = {row["number"] for row in sampling.drawn()}
    now = sampling.now()
    assert first != second
    assert now["seed"] == seed
    assert [(each["round"], each["state"], each["reason"]) for each in now["draws"]] == [
        (2, "drawn", ""),
        (1, "discarded", "清单遗漏了夜班"),
    ]
    with behind_the_walls():
        states = EvidenceRequest.objects.filter(source="sampling").values_list("state", flat=True)
        assert set(states) == {"withdrawn"}


def test_refusals_and_replacements_are_counted_for_the_client(
    sampling: Sampling, coordinator: Client
) -> None:
    sampling.given(table())
    rows = sampling.drawn()
    shown(sampling.do("issue", due_at=later(hours=2)))
    row = sampling.rows()[0]
    request = read(coordinator, f"requests/{row['request_id']}")
    refusal = {"version": request["version"], "ground": "not_existing", "text": "已遗失"}
    shown(post(coordinator, f"requests/{row['request_id']}/refuse", **refusal))
    shown(sampling.do("replace", row_id=rows[1]["id"], reason="同一批次"))

    counted = read(sampling.auditor, f"cases/{sampling.case.id}/sampling-counts")["here"]
    assert counted == {
        "samples": 1,
        "drawn": 6,
        "asked": 7,
        "refused": 1,
        "overdue": 0,
        "replaced": 1,
        "discarded": 0,
    }
    with clock.moved_to(clock.now() + timedelta(hours=3)):
        late = read(sampling.auditor, f"cases/{sampling.case.id}/sampling-counts")["everywhere"]
    assert late["overdue"] == 5


def test_a_list_that_was_altered_after_it_was_read_is_not_drawn_from(sampling: Sampling) -> None:
    [population] = sampling.given(table())["lists"]
    with behind_the_walls():
        row = SampleList.objects.select_related("canonical").get(id=population["id"])
        assert row.canonical is not None
        type(row.canonical).objects.filter(id=row.canonical.id).update(sha256="0" * 64)
    shown(sampling.do("draw", size_rule="given", size=5))

    assert sampling.now()["state"] == "drawing"
    assert sampling.rows() == []
    assert sampling.now()["seed"] == ""


def test_every_deed_is_in_the_journal_and_no_row_in_clear(sampling: Sampling) -> None:
    sampling.given(table())
    rows = sampling.drawn()
    shown(sampling.do("issue", due_at=later(hours=2)))
    shown(sampling.do("replace", row_id=rows[0]["id"], reason="同一批次"))
    shown(sampling.do("discard", reason="清单遗漏了夜班"))

    with behind_the_walls():
        kept = [str(list(model.objects.values())) for model in (Sample, SampleDraw, DrawnRow)]
        deeds = set(Entry.objects.values_list("action", flat=True))
    for words in ("J-0", "同一批次", "夜班", "焊接"):
        assert words not in str(kept)
    assert {
        "sample.committed",
        "sample.list_given",
        "sample.list_read",
        "sample.draw_begun",
        "sample.drawn",
        "sample.revealed",
        "sample.row_drawn",
        "sample.row_asked",
        "sample.issued",
        "sample.row_replaced",
        "sample.discarded",
    } <= deeds


def test_an_authority_sees_that_it_was_drawn_as_committed_and_not_what(
    sampling: Sampling, ours: Seats
) -> None:
    sampling.given(table())
    rows = sampling.drawn(column=1)
    authority = signed_in(ours["REG"])

    proof = authority.get(f"{API}/{sampling.path}/proof")
    assert proof.status_code == 200
    assert sorted(proof.json()["drawn_numbers"]) == sorted(row["number"] for row in rows)
    assert "焊接" not in proof.content.decode()
    assert authority.get(f"{API}/{sampling.path}/rows").status_code == 403


def test_another_body_finds_nothing(sampling: Sampling, theirs: Seats) -> None:
    stranger = signed_in(theirs["LA"])
    assert stranger.get(f"{API}/{sampling.path}").status_code == 404
    assert stranger.get(f"{API}/cases/{sampling.case.id}/samples").status_code == 404


def test_drawn_rows_are_exported(sampling: Sampling) -> None:
    sampling.given(table())
    sampling.drawn()
    export = sampling.auditor.get(f"{API}/{sampling.path}/rows?format=xlsx")
    assert export.status_code == 200
