"""A drawn signature: SVG path data of straight lines in a box, and nothing that could be more."""

import re

WIDTH, HEIGHT = 600, 200
"""The box in which strokes are drawn, in its own units."""

LONGEST = 40_000
FEWEST_POINTS = 8
"""A dot or a dash is a slip of the finger, not a signature."""

_NUMBER = r"\d{1,3}(?:\.\d)?"
_PATH = re.compile(rf"M{_NUMBER} {_NUMBER}(?:[ML]{_NUMBER} {_NUMBER})*")
_POINT = re.compile(rf"[ML]({_NUMBER}) ({_NUMBER})")


def are_strokes(path: str) -> bool:
    """Whether ``path`` is ``M12.5 30L13 31…``: absolute moves and lines, all inside the box."""
    if len(path) > LONGEST or not _PATH.fullmatch(path):
        return False
    points = _POINT.findall(path)
    inside = all(float(x) <= WIDTH and float(y) <= HEIGHT for x, y in points)
    return inside and len(points) >= FEWEST_POINTS
