"""``./bench`` keeps every figure with the circumstances under which it was taken."""

from pathlib import Path

import pytest

from launch.bench.figures import Circumstances, Figure, keep, kept, printed

TAKEN = Circumstances("./bench jobs", "Linux x86_64, 2 cores", "2026-11-23", "abc1234")
OURS = "figure jobs_enqueue 812 1/s target >= 300 ok"
PEERS = "figure jobs_enqueue_peer 2493 1/s"


def told(line: str, taken: Circumstances = TAKEN) -> Figure:
    figure = printed(line, taken)
    assert figure
    return figure


def test_a_figure_with_its_target_is_read() -> None:
    assert told(OURS).cells[:5] == ("jobs_enqueue", "812", "1/s", ">= 300", "ok")
    assert not told(OURS).is_short


def test_a_figure_that_misses_its_target_is_short() -> None:
    assert told("figure run_warm 12.1 s target <= 10 short").is_short


def test_a_peers_figure_has_no_target() -> None:
    assert told(PEERS).cells[3:5] == ("", "")


@pytest.mark.parametrize("line", ["", "peer missing pyrage", "figure nonsense", "figure a b c d"])
def test_other_output_is_no_figure(line: str) -> None:
    assert printed(line, TAKEN) is None


def test_a_later_run_replaces_its_own_rows_and_keeps_the_others(tmp_path: Path) -> None:
    results = tmp_path / "RESULTS.md"
    keep(results, [told(OURS), told("figure run_warm 4.1 s target <= 10 ok")])
    later = Circumstances("./bench jobs", TAKEN.machine, "2026-12-01", "def5678")
    keep(results, [told(OURS.replace("812", "900"), later)])

    rows = {figure.name: figure.cells for figure in kept(results)}
    assert rows["jobs_enqueue"][1] == "900"
    assert rows["jobs_enqueue"][-1] == "def5678"
    assert rows["run_warm"][1] == "4.1"
