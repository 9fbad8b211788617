"""Throttles count for all processes of an installation together."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections

from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.tests.factories import PASSWORD, found, seat


def guess_in_another_process(email: str, times: int) -> list[str]:
    databases = [str(connections[alias].settings_dict["NAME"]) for alias in ("default", "keys")]
    module = "mingjian.identity.signin.tests.guesser"
    done = subprocess.run(
        [sys.executable, "-m", module, email, str(times), *databases],
        cwd=settings.BACKEND,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.process
@pytest.mark.django_db(transaction=True)
def test_two_processes_do_not_give_twice_as_many_guesses() -> None:
    cache.clear()
    email = seat(found(), "LA").person.email
    assert guess_in_another_process(email, 3) == ["email_password_mismatch"] * 3
    assert guess_in_another_process(email, 3) == [
        *["email_password_mismatch"] * 2,
        "too_many_login_attempts",
    ]
    answer = Browser().post("auth/login", {"email": email, "password": PASSWORD})
    assert answer.json()["errors"][0]["code"] == "too_many_login_attempts"


@pytest.mark.django_db
def test_asking_for_too_many_resets_is_said_in_words() -> None:
    cache.clear()
    browser = Browser()
    ask = {"email": "somebody@x.example"}
    answers = [browser.post("auth/password/request", ask) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].json()["code"] == "too_many_requests"
    assert "60 秒" in answers[-1].json()["message"]
