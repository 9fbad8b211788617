"""An administrator tries the mail settings."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from mingjian.kit.access import authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.keys.services import create_tenant_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Iterator[Client]:
    fake = FakeAuthority()
    fake.rights = {"ADM": {("settings", "R"), ("settings", "U"), ("jobs", "R")}}
    create_tenant_key(fake.enrol("admin").tenant_id)
    client = Client(headers={"Accept-Language": "en"})
    client.cookies[settings.SESSION_COOKIE_NAME] = fake.sign_in("admin")
    with authority.replaced_by(fake):
        yield client


def trial(client: Client, to: str) -> tuple[int, dict[str, str]]:
    body = {"to": to, "language": "en"}
    response = client.post("/api/mail/trial", body, content_type="application/json")
    return response.status_code, response.json()


def test_a_trial_letter_arrives_and_its_job_says_so(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    status, answer = trial(client, "admin@example.cn")
    run_jobs()
    assert status == 200
    assert [letter.subject for letter in mail.outbox] == ["Mingjian mail test"]
    assert client.get(f"/api/jobs/{answer['job_id']}").json()["state"] == "done"


def test_a_wrong_address_is_said(client: Client) -> None:
    status, answer = trial(client, "admin")
    assert (status, answer["code"]) == (422, "bad_address")


def test_how_mail_leaves_is_shown(client: Client) -> None:
    shown = client.get("/api/mail").json()
    assert shown == {"delivery": "folder", "server": "", "sender": settings.DEFAULT_FROM_EMAIL}
