"""Every answer carries one strict policy; pages get a nonce of their own."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

INDEX = """<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__">
<script type="module" nonce="__CSP_NONCE__" src="/assets/desk-1a2b3c.js"></script>"""


@pytest.fixture
def web_build(settings: Settings, tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "phone.html").write_text(INDEX.replace("desk", "phone"))
    (tmp_path / "favicon.svg").write_text("<svg/>")
    (tmp_path / "assets" / "desk-1a2b3c.js").write_text("/* desk */")
    (tmp_path / "assets" / "desk-1a2b3c.js.gz").write_bytes(b"gzipped")
    settings.WEB_DIST = tmp_path
    return tmp_path


def policy_of(client: Client, path: str) -> dict[str, str]:
    header = client.get(path).headers["Content-Security-Policy"]
    return dict(directive.split(" ", 1) for directive in header.split("; "))


def test_scripts_and_style_elements_need_the_nonce(client: Client, web_build: Path) -> None:
    policy = policy_of(client, "/people")
    assert re.fullmatch(r"'self' 'nonce-[\w-]{24}'", policy["script-src"])
    assert policy["style-src-elem"] == policy["script-src"]
    assert policy["style-src-attr"] == "'none'"
    assert not any("unsafe" in sources for sources in policy.values())


def test_the_page_uses_the_nonce_of_its_own_header(client: Client, web_build: Path) -> None:
    response = client.get("/")
    used = set(re.findall(r'nonce="([\w-]+)"', response.content.decode()))
    assert len(used) == 1
    assert f"'nonce-{used.pop()}'" in response.headers["Content-Security-Policy"]


def test_no_two_answers_share_a_nonce(client: Client, web_build: Path) -> None:
    assert len({policy_of(client, "/")["script-src"] for _ in range(20)}) == 20


def test_nothing_leaves_the_host_and_nobody_frames_us(client: Client) -> None:
    policy = policy_of(client, "/api/nowhere")
    assert policy["connect-src"] == policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"


def test_a_file_that_was_chosen_is_heard_and_seen_before_it_leaves_the_device(
    client: Client,
) -> None:
    policy = policy_of(client, "/")
    assert "blob:" in policy["media-src"].split()
    assert "blob:" in policy["img-src"].split()


@pytest.mark.parametrize("path", ["/", "/api/nowhere", "/assets/nothing.js", "/m/x"])
def test_every_answer_is_hardened(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=(self)" in headers["Permissions-Policy"]


def test_api_answers_are_never_stored(client: Client) -> None:
    assert client.get("/api/nowhere").headers["Cache-Control"] == "no-store"


def test_hashed_assets_are_kept_for_ever_and_sent_compressed(
    client: Client, web_build: Path
) -> None:
    response = client.get("/assets/desk-1a2b3c.js", headers={"Accept-Encoding": "gzip"})
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.content == b"gzipped"


def test_other_files_of_the_build_are_checked_again_each_time(
    client: Client, web_build: Path
) -> None:
    assert client.get("/favicon.svg").headers["Cache-Control"] == "max-age=0, public"


def test_every_page_is_the_application_and_its_phone_entry(client: Client, web_build: Path) -> None:
    assert b"desk-1a2b3c" in client.get("/organisations/17/people").content
    assert b"desk-1a2b3c" in client.get("/index.html").content
    assert b"phone-1a2b3c" in client.get("/m/abc").content
    assert b"phone-1a2b3c" in client.get("/guest").content
    assert b"desk-1a2b3c" in client.get("/guests").content
    assert client.get("/people").cookies["csrftoken"].value


@pytest.mark.parametrize("path", ["/assets/gone.js", "/files/x", "/api/x", "/_allauth/x"])
def test_paths_of_others_never_fall_back_to_the_application(
    client: Client, web_build: Path, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_without_a_web_build_the_page_says_what_to_do(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.WEB_DIST = tmp_path / "nothing"
    response = client.get("/")
    assert response.status_code == 503
    assert "./run" in response.content.decode()
    assert "尚未构建" in response.content.decode()
