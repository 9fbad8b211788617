"""What planning does by itself, one module per theme."""

from mingjian.programme.jobs import offsite

__all__ = ["offsite"]
