"""Where things lie: the checkout, its parts, and what is kept between checkouts."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
BACKEND = REPOSITORY / "backend"
LOCKS = BACKEND / "locks"
WEB = REPOSITORY / "web"
VENV = BACKEND / ".venv"
PYTHON = VENV / "bin" / "python"


def cache() -> Path:
    """Tools and logs of set-up: may be deleted at any time, is shared by checkouts."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "mingjian"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
