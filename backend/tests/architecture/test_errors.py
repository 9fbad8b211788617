"""Every error a user may meet has a status, one code and a sentence in both languages."""

from collections import Counter
from collections.abc import Iterator
from string import Formatter

from mingjian.api import api
from mingjian.kit.errors import MingjianError


def every_error() -> list[type[MingjianError]]:
    assert api  # importing the API imports every stage

    def below(error: type[MingjianError]) -> Iterator[type[MingjianError]]:
        for subclass in error.__subclasses__():
            yield subclass
            yield from below(subclass)

    return [error for error in below(MingjianError) if error.__module__.startswith("mingjian")]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_error_speaks_both_languages_about_the_same_things() -> None:
    unequal = [
        error.__name__
        for error in every_error()
        if not (error.zh and error.en) or placeholders(error.zh) != placeholders(error.en)
    ]
    assert unequal == []


def test_every_error_code_is_used_once() -> None:
    codes = Counter(error.code for error in every_error())
    assert {code: times for code, times in codes.items() if times > 1} == {}


def test_every_error_status_is_one_that_clients_know() -> None:
    assert {error.status for error in every_error()} <= {
        400,
        401,
        403,
        404,
        405,
        409,
        410,
        411,
        412,
        413,
        415,
        422,
        423,
        429,
        460,  # tus: the checksum does not fit
        500,
        502,
        503,
        507,
    }
