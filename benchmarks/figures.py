"""How a benchmark says what it measured: one line per figure, which ``./bench`` collects."""

import operator
from collections.abc import Callable

COMPARISONS: dict[str, Callable[[float, float], bool]] = {"<=": operator.le, ">=": operator.ge}


def figure(name: str, value: float, unit: str, op: str = "", target: float | None = None) -> None:
    """``figure NAME VALUE UNIT target OP VALUE ok|short``; a peer's figure has no target."""
    line = f"figure {name} {_short(value)} {unit}"
    if target is not None:
        verdict = "ok" if COMPARISONS[op](value, target) else "short"
        line += f" target {op} {_short(target)} {verdict}"
    print(line, flush=True)


def peer_missing(name: str) -> None:
    """The peer cannot run here; the figure that needs it is neither ok nor short."""
    print(f"peer missing {name}", flush=True)


def _short(value: float) -> str:
    """Three digits that matter, never an exponent."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
