"""What is refused is refused in words: JSON for the API, a page for people."""

import json
import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from ninja import NinjaAPI
from pytest_django import Settings

from mingjian.api import api as product
from mingjian.kit.access import public
from mingjian.kit.intake import JsonParser
from mingjian.kit.schema import Input, Line

api = NinjaAPI(urls_namespace="problems", parser=JsonParser())
api._exception_handlers = product._exception_handlers


class Name(Input):
    name: Line


@api.post("/name")
@public("a test's own endpoint")
def name(request: HttpRequest, body: Name) -> dict[str, str]:
    return {"name": body.name}


@api.get("/crash")
@public("a test's own endpoint")
def crash(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("the secret detail")


urlpatterns = [path("api/", api.urls)]
handler400 = "mingjian.kit.problems.wrong_request"
handler404 = "mingjian.kit.problems.not_found"
handler500 = "mingjian.kit.problems.crashed"


@pytest.fixture(autouse=True)
def _own_urls(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def post(content: bytes | str, content_type: str = "application/json") -> tuple[int, str]:
    client = Client(raise_request_exception=False)
    answer = client.post("/api/name", content, content_type=content_type)
    return answer.status_code, answer.json().get("code", "")


def test_a_post_without_the_csrf_token_is_refused_in_words(browser: Client) -> None:
    answer = browser.post("/api/name", {"name": "王"}, content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["code"] == "csrf_failed"
    assert "刷新页面" in answer.json()["message"]


def test_the_sentence_follows_the_language_of_the_request(browser: Client) -> None:
    answer = browser.post(
        "/api/name", {}, content_type="application/json", headers={"Accept-Language": "en"}
    )
    assert "reload" in answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff\xfe", b'{"name": NaN}', b"[" * 100_000, b'{"name": 1' + b"0" * 5000 + b"}"],
    ids=["broken", "not UTF-8", "NaN", "nested", "endless number"],
)
def test_broken_json_is_named(body: bytes) -> None:
    assert post(body) == (400, "broken_body")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_wrong_content_type_is_named(kind: str) -> None:
    assert post(b'{"name": "x"}', kind) == (415, "wrong_content_type")


def test_a_form_is_no_json() -> None:
    client = Client()
    assert client.post("/api/name", {"name": "x"}).json()["code"] == "wrong_content_type"


def test_a_name_of_ten_megabytes_is_too_large() -> None:
    assert post(json.dumps({"name": "名" * 10_000_000})) == (413, "too_large")


def test_a_name_of_half_a_megabyte_is_too_long() -> None:
    assert post(json.dumps({"name": "x" * 500_000})) == (422, "invalid_input")


def test_a_body_of_unstated_length_is_refused() -> None:
    answer = Client().post(
        "/api/name", b"{}", content_type="application/json", HTTP_TRANSFER_ENCODING="chunked"
    )
    assert (answer.status_code, answer.json()["code"]) == (411, "length_required")


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b"])
def test_control_characters_and_half_characters_are_refused(text: str) -> None:
    assert post(json.dumps({"name": text})) == (422, "invalid_input")


def test_control_characters_in_the_address_are_refused() -> None:
    assert Client().get("/api/name?search=%00").json()["code"] == "broken_body"


def test_deep_nesting_is_refused() -> None:
    nested = "[" * 400 + "]" * 400
    assert post(f'{{"name": {nested}}}') == (422, "invalid_input")


def test_emoji_and_rare_characters_are_names() -> None:
    assert post(json.dumps({"name": "𠮷田 👩‍🔧"})) == (200, "")


def test_an_unknown_address_and_method_are_said() -> None:
    client = Client()
    assert client.get("/api/nowhere").json()["code"] == "not_found"
    assert client.get("/api/name").json()["code"] == "wrong_method"


def test_a_crash_shows_a_number_that_the_log_knows(
    browser: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = browser.get("/api/crash")
    assert answer.status_code == 500
    number = answer.json()["params"]["incident"]
    assert number in answer.json()["message"]
    assert f"incident {number}: ZeroDivisionError in GET /api/crash" in caplog.text
    assert "secret" not in answer.content.decode()


def test_a_foreign_host_name_is_told_where_to_go(browser: Client) -> None:
    answer = browser.get("/people", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "http://localhost:8000" in answer.content.decode()
