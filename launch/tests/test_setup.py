"""Set-up: slow steps run side by side, say what they do, and are not done twice."""

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from launch import shell
from launch.setup import python
from launch.setup.steps import Step, carry_out
from launch.shell import CommandFailed, perform
from launch.stamps import fingerprint, is_current, set_stamp
from launch.tests.installed import eventually
from launch.words import Trouble, Words


def step(
    key: str,
    work: Callable[[], bool] = lambda: True,
    needs: tuple[str, ...] = (),
    *,
    optional: bool = False,
) -> Step:
    return Step(
        key=key,
        says=Words(f"步骤 {key}", f"step {key}"),
        work=work,
        advice=Words("办法", "what to do"),
        needs=needs,
        optional=optional,
    )


def failing() -> bool:
    raise Trouble("坏了", "it broke")


def note_in(done: list[str], key: str) -> bool:
    done.append(key)
    return True


def test_independent_steps_run_at_the_same_time() -> None:
    meeting = threading.Barrier(2, timeout=10)

    def meet() -> bool:
        meeting.wait()
        return True

    assert carry_out([step("one", meet), step("two", meet)]) == set()


def test_a_step_waits_for_what_it_needs() -> None:
    done: list[str] = []

    def note(key: str) -> Callable[[], bool]:
        return lambda: note_in(done, key)

    carry_out([step("first", note("first")), step("second", note("second"), ("first",))])
    assert done == ["first", "second"]


def test_a_failed_step_says_what_to_do_and_stops_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(Trouble, match="Set-up did not finish"):
        carry_out([step("broken", failing)])
    said = capsys.readouterr().out
    assert "step broken" in said
    assert "it broke" in said
    assert "what to do" in said


def test_a_step_is_not_begun_when_one_that_it_needs_failed() -> None:
    begun: list[str] = []
    after = step("after", lambda: note_in(begun, "after"), ("broken",))
    with pytest.raises(Trouble):
        carry_out([step("broken", failing), after])
    assert begun == []


def test_an_optional_step_may_fail_and_is_named() -> None:
    assert carry_out([step("extra", failing, optional=True), step("main")]) == {"extra"}


def test_a_step_that_had_nothing_to_do_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    carry_out([step("there already", lambda: False)])
    assert capsys.readouterr().out == ""


def test_a_tool_that_fails_shows_the_end_of_what_it_said() -> None:
    with pytest.raises(CommandFailed, match="no such luck") as failure:
        perform("sh", "-c", "echo no such luck; exit 3", log="test")
    assert str(failure.value.log) in str(failure.value)


def test_a_tool_that_is_missing_is_named() -> None:
    with pytest.raises(CommandFailed, match="no-such-tool"):
        perform("no-such-tool", log="test")


def test_tools_end_with_the_command_that_asked_for_them() -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(perform, "sleep", "600", log="test")
        eventually(lambda: shell._running)
        shell.end_all()
        with pytest.raises(CommandFailed, match="sleep 600"):
            asked.result(10)


@pytest.mark.parametrize("change", ["content", "name", "new file"])
def test_a_stamp_notices_every_change_of_the_inputs(tmp_path: Path, change: str) -> None:
    source, stamp = tmp_path / "source", tmp_path / "stamp"
    source.mkdir()
    (source / "a.ts").write_text("one")
    set_stamp(stamp, fingerprint([source]))
    assert is_current(stamp, fingerprint([source]))

    if change == "content":
        (source / "a.ts").write_text("two")
    elif change == "name":
        (source / "a.ts").rename(source / "b.ts")
    else:
        (source / "c.ts").write_text("")
    assert not is_current(stamp, fingerprint([source]))


def test_tools_are_installed_once_however_many_steps_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine has Python and nothing else; three steps want uv at the same moment."""
    system = tmp_path / "bin"
    system.mkdir()
    for name in ("sh", "env", "ldd", "uname"):
        if found := shutil.which(name):
            (system / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(system))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(python.uv) for _ in range(3)]
    assert {future.result() for future in asked} == {str(tmp_path / "cache/mingjian/uv/bin/uv")}
