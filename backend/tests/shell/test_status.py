"""Every page says how the installation is; the sign-in page learns only what it shows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from mingjian.identity.tests.factories import found, seat, signed_in

pytestmark = pytest.mark.django_db
Write = Callable[[str, dict[str, Any]], None]

MISSING = {
    "code": "media_missing",
    "severity": "warning",
    "zh": "音视频服务不可用",
    "en": "No media",
}


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file of the data directory."""
    monkeypatch.setattr(settings, "DATA", tmp_path)
    (tmp_path / "run").mkdir()

    def one(name: str, content: dict[str, Any]) -> None:
        (tmp_path / name).write_text(json.dumps(content))

    return one


def test_an_empty_installation_asks_for_its_first_day() -> None:
    assert Client().get("/api/status").json()["needs_setup"] is True
    found()
    assert Client().get("/api/status").json()["needs_setup"] is False


def test_the_demo_offers_its_logins_and_production_none(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = {"email": "a@b.example", "password": "x", "name": "陈静", "role": "LA"}
    write("demo.json", {"logins": [login]})
    assert Client().get("/api/status").json()["demo"] == [login]
    monkeypatch.setattr(settings, "PRODUCTION", True)
    assert Client().get("/api/status").json()["demo"] == []


def test_a_missing_media_server_is_said_to_everybody_in_their_language(write: Write) -> None:
    write("run/status.json", {"media": "missing", "banners": [MISSING]})
    auditor = seat(found(), "AU")
    health = signed_in(auditor, language="en").get("/api/status/health").json()
    assert health["media"] == "missing"
    assert [banner["message"] for banner in health["banners"]] == ["No media"]


def test_only_the_administrator_hears_that_no_mail_leaves(write: Write) -> None:
    founder = found()
    told = signed_in(founder).get("/api/status/health").json()["banners"]
    assert [banner["code"] for banner in told] == ["mail_stays"]
    untold = signed_in(seat(founder, "PM")).get("/api/status/health").json()["banners"]
    assert untold == []


def test_without_a_supervisor_nothing_is_claimed(write: Write) -> None:
    health = signed_in(seat(found(), "PM")).get("/api/status/health").json()
    assert health == {"media": "unknown", "banners": []}


def test_a_half_written_file_of_the_supervisor_breaks_no_page(write: Write) -> None:
    (settings.DATA / "run" / "status.json").write_text('{"media": ')
    assert signed_in(found()).get("/api/status/health").status_code == 200


def test_nobody_hears_how_the_installation_is_before_signing_in() -> None:
    assert Client().get("/api/status/health").status_code == 401
