"""What planning does by itself, one module per theme."""

from mingjian.programme.jobs import offsite, surveys, windows

__all__ = ["offsite", "surveys", "windows"]
