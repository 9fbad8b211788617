"""What planning does by itself, one module per theme."""

from mingjian.programme.jobs import surveys, windows

__all__ = ["surveys", "windows"]
