"""``./test`` counts what happened, says why anything was left out, and fails when it must."""

import threading
from pathlib import Path
from typing import TextIO

import pytest

from launch.checks import command, running
from launch.checks.parts import PARTS, Part
from launch.checks.results import NO_TESTS_COLLECTED, Result, from_junit, summary
from launch.checks.surroundings import test_environment as surroundings

REPORT = """<testsuites><testsuite>
<testcase name="good"/><testcase name="also good"/>
<testcase name="bad"><failure message="no"/></testcase>
<testcase name="broken"><error message="no"/></testcase>
<testcase name="left out"><skipped type="pytest.skip" message="needs root"/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    result = from_junit(report, 1)
    assert (result.passed, result.failed, result.skipped) == (2, 2, 1)
    assert result.skips == {"needs root": 1}


def test_a_runner_that_dies_without_a_report_has_failed(tmp_path: Path) -> None:
    assert from_junit(tmp_path / "never written.xml", 3).failed == 1


def test_a_runner_that_fails_without_a_failed_test_has_failed(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite><testcase name="good"/></testsuite></testsuites>')
    assert from_junit(report, 2).failed == 1


def test_no_matching_test_is_said(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text("<testsuites><testsuite/></testsuites>")
    assert from_junit(report, NO_TESTS_COLLECTED).skips == {"no test matches": 1}


def test_the_summary_ends_with_the_sum_alone_on_its_line() -> None:
    one, two = Result(passed=3, failed=1), Result(passed=4)
    two.skips["needs root"] += 2
    lines = summary({"unit": one, "browser": two}).splitlines()
    assert lines[-1] == "7 passed, 1 failed, 2 skipped"
    assert "skipped 2×: needs root" in lines


def test_a_part_that_cannot_run_here_is_skipped_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    result = running.left_out("browser", ["chromium"])
    assert result.failed == 0
    assert result.skips == {"browser: needs apt-get install chromium": 1}


def test_under_ci_nothing_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert running.left_out("browser", ["chromium"]).failed == 1


def test_only_parts_that_show_the_product_wait_for_its_build() -> None:
    keys = {name: {step.key for step in command._steps([part])} for name, part in PARTS.items()}
    assert keys["lint"] == {"python", "debian"}
    assert {"npm", "web", "livekit"} <= keys["browser"]
    assert "web" not in keys["web"]
    assert isinstance(PARTS["unit"], Part)


def test_settings_of_this_machine_do_not_leak_into_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGJIAN_EMAIL_URL", "smtp://real.example")
    with surroundings({}) as environment:
        assert "MINGJIAN_EMAIL_URL" not in environment
        assert environment["MINGJIAN_MODE"] == "test"
        folder = Path(environment["MINGJIAN_DATA"])
        assert folder.is_dir()
    assert not folder.exists()


def test_processes_that_tests_start_share_what_one_of_them_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    with surroundings({}) as environment:
        assert "PYTHONDONTWRITEBYTECODE" not in environment


def test_all_parts_run_in_exactly_one_lane() -> None:
    assert sorted([*running.LANES[0], *running.LANES[1], "browser"]) == sorted(PARTS)


def test_parts_side_by_side_are_heard_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = threading.Barrier(2, timeout=10)

    def speak(words: object, output: TextIO) -> Result:
        print("first line", file=output)
        if threading.current_thread() is not threading.main_thread():
            meeting.wait()
        print("second line", file=output)
        return Result(passed=1)

    spoken = {name: Part(speak) for name in PARTS}
    monkeypatch.setattr(running, "PARTS", spoken)
    assert list(running.run_all()) == list(PARTS)
    assert capsys.readouterr().out.count("first line\nsecond line\n") == len(PARTS)
