"""The one-time token of the first day: whoever can read the data directory founds the body."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from mingjian.identity.errors import SetupTokenError


def path() -> Path:
    """Where the token lies until it is used."""
    return Path(settings.DATA) / "run" / "setup-token"


def issue() -> str:
    """The token that is waiting to be used; made at the first asking."""
    if not path().exists():
        path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path().touch(mode=0o600)
        path().write_text(secrets.token_urlsafe(32))
    return path().read_text()


@contextmanager
def used(token: str) -> Iterator[None]:
    """Take the token for the block: gone if that succeeds, put back if it fails.

    Taking is a rename, so of two requests at once only one gets it.
    """
    taken = path().with_name("setup-token.taken")
    try:
        if not secrets.compare_digest(path().read_bytes(), token.encode()):
            raise SetupTokenError
        path().rename(taken)
    except FileNotFoundError:
        raise SetupTokenError from None
    try:
        yield
    except BaseException:
        taken.rename(path())
        raise
    taken.unlink()
