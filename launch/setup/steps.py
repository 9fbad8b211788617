"""Steps of set-up, side by side where they can be, each saying what it does."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from launch.shell import CommandFailed
from launch.words import Trouble, Words, say

STILL_WORKING_SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to make; ``work`` returns False when it is there already."""

    key: str
    says: Words
    work: Callable[[], bool]
    advice: Words
    needs: tuple[str, ...] = ()
    optional: bool = False
    """A failure takes away one function of the product, never the rest."""


def carry_out(steps: Sequence[Step]) -> set[str]:
    """Perform all steps, needed ones first; returns the optional ones that failed."""
    begun: dict[str, Future[None]] = {}
    with ThreadPoolExecutor(len(steps)) as pool:
        for step in steps:
            awaited = [begun[need] for need in step.needs if need in begun]
            begun[step.key] = pool.submit(_perform, step, awaited)
    failed = {step.key: step for step in steps if begun[step.key].exception()}
    if any(not step.optional for step in failed.values()):
        raise Trouble(
            "准备工作未完成，请按上面的提示处理后重试。", "Set-up did not finish; see above."
        )
    return set(failed)


def _perform(step: Step, awaited: Sequence[Future[None]]) -> None:
    for needed in awaited:
        needed.result()
    start = time.monotonic()
    done = threading.Event()
    threading.Thread(target=_report_waiting, args=(step, start, done), daemon=True).start()
    try:
        made = step.work()
    except (CommandFailed, Trouble, OSError) as failure:
        _explain(step, failure)
        raise
    finally:
        done.set()
    if made:
        _report_end(step, time.monotonic() - start)


def _report_waiting(step: Step, start: float, done: threading.Event) -> None:
    """The first line once a step proves slow, then one now and again."""
    wait = 1.0
    while not done.wait(wait):
        seconds = time.monotonic() - start
        say(f"  …  {step.says.zh}（{seconds:.0f} 秒）", f"  …  {step.says.en} ({seconds:.0f} s)")
        wait = STILL_WORKING_SECONDS


def _report_end(step: Step, seconds: float) -> None:
    say(f"  ✓  {step.says.zh}：{seconds:.1f} 秒", f"  ✓  {step.says.en}: {seconds:.1f} s")


def _explain(step: Step, failure: Exception) -> None:
    zh, en = failure.words if isinstance(failure, Trouble) else (str(failure), str(failure))
    say(
        f"  ✗  {step.says.zh}\n{zh}\n     → {step.advice.zh}",
        f"  ✗  {step.says.en}\n{en}\n     → {step.advice.en}",
    )
