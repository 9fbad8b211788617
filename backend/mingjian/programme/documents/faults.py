"""Why a document could not be printed, as a sentence that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from engines.documents import FontMissing, TextNotPrintable
from mingjian.programme.errors.feasibility import NoChineseFontError, UnprintableTextError


@contextmanager
def faults_in_words() -> Iterator[None]:
    """The engine's faults as errors of ours."""
    try:
        yield
    except FontMissing as missing:
        raise NoChineseFontError(family=missing.family) from None
    except TextNotPrintable as strange:
        raise UnprintableTextError(characters=strange.characters) from None
