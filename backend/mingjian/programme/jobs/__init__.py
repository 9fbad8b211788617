"""What planning does by itself, one module per theme."""

from mingjian.programme.jobs import offsite, surveys

__all__ = ["offsite", "surveys"]
