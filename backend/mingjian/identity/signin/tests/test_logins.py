"""Where one is signed in, ending it elsewhere, and how long it lasts."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from mingjian.identity.queries.seats import Seat
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.signin.tests.traces import actions
from mingjian.identity.tests.factories import found, seat
from mingjian.kit import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Seat:
    cache.clear()
    return seat(found(), "LA")


def signed_in(who: Seat, ip: str = "192.0.2.1") -> Browser:
    browser = Browser(ip=ip)
    assert browser.sign_in(who.person.email).status_code == 200
    return browser


def test_the_list_names_each_device_in_words_and_marks_this_one(lead: Seat) -> None:
    here = signed_in(lead)
    signed_in(lead, "192.0.2.9")
    logins = here.get("/api/identity/logins").json()
    assert {(each["ip"], each["is_current"]) for each in logins} == {
        ("192.0.2.1", True),
        ("192.0.2.9", False),
    }
    assert {each["device"] for each in logins} == {"Firefox 144 · Windows"}


def test_ending_a_login_elsewhere_signs_that_device_out_at_once(lead: Seat) -> None:
    here, elsewhere = signed_in(lead), signed_in(lead, "192.0.2.9")
    [other] = [each for each in here.get("/api/identity/logins").json() if not each["is_current"]]
    assert here.post(f"/api/identity/logins/{other['id']}/end").status_code == 204
    assert here.is_signed_in()
    assert not elsewhere.is_signed_in()
    assert actions(lead)[-1] == ("login.ended_remotely", f"person:{lead.person.id}")


def test_all_other_logins_end_together(lead: Seat) -> None:
    here, *others = (signed_in(lead, f"192.0.2.{number}") for number in range(1, 4))
    assert here.post("/api/identity/logins/end-others").status_code == 204
    assert [browser.is_signed_in() for browser in (here, *others)] == [True, False, False]


def test_nobody_ends_somebody_elses_login(lead: Seat) -> None:
    other = signed_in(seat(found(), "LA"))
    [login] = other.get("/api/identity/logins").json()
    answer = signed_in(lead).post(f"/api/identity/logins/{login['id']}/end")
    assert answer.status_code == 404
    assert other.is_signed_in()


def test_an_idle_login_ends_and_says_so_once(lead: Seat) -> None:
    browser = signed_in(lead)
    with clock.moved_to(clock.now() + timedelta(minutes=31)):
        answers = [browser.get("/api/identity/logins") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert [answer.json()["code"] for answer in answers] == ["login_expired", "not_signed_in"]


def test_using_it_keeps_a_login_alive_but_never_beyond_twelve_hours(lead: Seat) -> None:
    start, browser = clock.now(), signed_in(lead)
    seen = []
    for minutes in range(20, 13 * 60, 20):
        with clock.moved_to(start + timedelta(minutes=minutes)):
            seen.append((minutes, browser.is_signed_in()))
    assert all(alive for minutes, alive in seen if minutes <= 12 * 60)
    assert not any(alive for minutes, alive in seen if minutes > 12 * 60)


def test_an_expired_login_does_not_hinder_signing_in(lead: Seat) -> None:
    browser = signed_in(lead)
    with clock.moved_to(clock.now() + timedelta(hours=1)):
        assert browser.sign_in(lead.person.email).status_code == 200
        assert browser.is_signed_in()


def test_last_seen_is_true_to_a_minute(lead: Seat) -> None:
    browser = signed_in(lead)
    later = clock.now() + timedelta(minutes=10)
    with clock.moved_to(later):
        browser.is_signed_in()
        [login] = browser.get("/api/identity/logins").json()
    assert login["last_seen_at"][:16] == later.isoformat()[:16]
