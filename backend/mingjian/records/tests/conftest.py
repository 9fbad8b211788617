"""An audit with a team, as the tests of planning make it."""

from mingjian.programme.tests.conftest import case, manager, ours, programme, staffed, theirs

__all__ = ["case", "manager", "ours", "programme", "staffed", "theirs"]
