"""Letters: in the reader's language, once, safely, and erased after they are sent."""

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings
from django.core import mail
from django.db import transaction
from django.test import override_settings

from mingjian.kit.ids import uuid7
from mingjian.kit.jobs.models import Job
from mingjian.kit.keys.services import create_tenant_key
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.errors import BadAddressError, UnsafeMailError
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from tests.serving import free_socket

RunJobs = Callable[[], int]
OWNER = uuid7()
LINK = "https://audit.example.cn/i/9f"

register(
    Template(
        "sample.invitation",
        zh=Wording("{name}，邀请您参加审核", "{name}：\n\n请打开以下链接：\n{link}\n\n<谢谢>"),
        en=Wording("{name}, you are invited", "{name},\n\nopen this link:\n{link}\n\n<Thanks>"),
    )
)


def invite(**changes: Any) -> None:
    asked: dict[str, Any] = {
        "owner_id": OWNER,
        "to": "lin@example.cn",
        "template": "sample.invitation",
        "language": "zh-hans",
        "params": {"name": "林晓", "link": LINK},
        "key": "invitation:1",
    }
    with transaction.atomic():
        send_mail(**(asked | changes))


class Catcher:
    """Handler of a real SMTP server: keeps what it is given."""

    def __init__(self) -> None:
        self.caught: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        received = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(received, EmailMessage)
        self.caught.append(received)
        return "250 kept"


@pytest.fixture
def smtp() -> Iterator[Catcher]:
    catcher = Catcher()
    with free_socket() as free:
        port = free.getsockname()[1]
    server = Controller(catcher, hostname="127.0.0.1", port=port)
    server.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield catcher
    server.stop()


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


@pytest.fixture(autouse=True)
def _key(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        create_tenant_key(OWNER)


@pytest.mark.django_db
class TestOnTheWire:
    @pytest.mark.parametrize(
        ("language", "tag", "subject"),
        [
            ("zh-hans", "zh-CN", "林晓，邀请您参加审核"),
            ("en", "en", "林晓, you are invited"),
        ],
    )
    def test_it_arrives_in_the_readers_language(
        self, smtp: Catcher, run_jobs: RunJobs, language: str, tag: str, subject: str
    ) -> None:
        invite(language=language)
        run_jobs()
        [message] = smtp.caught
        assert message["Subject"] == subject
        assert message["To"] == "lin@example.cn"
        assert message["Content-Language"] == tag
        assert message["Auto-Submitted"] == "auto-generated"
        assert LINK in part(message, "plain")
        assert f'lang="{tag}"' in part(message, "html")

    def test_the_html_part_is_plain_and_loads_nothing(
        self, smtp: Catcher, run_jobs: RunJobs
    ) -> None:
        invite()
        run_jobs()
        html = part(smtp.caught[0], "html")
        assert f'href="{LINK}"' in html
        assert "&lt;谢谢&gt;" in html
        assert not any(loading in html for loading in ("<img", "<script", "<link", "src=", "url("))

    def test_two_copies_would_be_recognised_by_their_id(
        self, smtp: Catcher, run_jobs: RunJobs
    ) -> None:
        invite()
        run_jobs()
        with tenant_scope([OWNER]):
            assert smtp.caught[0]["Message-ID"].startswith(f"<{Letter.objects.get().pk}@")


@pytest.mark.django_db
class TestWriting:
    def test_a_rolled_back_change_sends_nothing(self, run_jobs: RunJobs) -> None:
        with transaction.atomic():
            invite()
            transaction.set_rollback(True)
        run_jobs()
        assert mail.outbox == []

    def test_one_key_is_one_letter(self, run_jobs: RunJobs) -> None:
        invite()
        invite()
        run_jobs()
        invite()
        run_jobs()
        assert len(mail.outbox) == 1

    def test_what_it_said_is_erased_once_it_is_sent(self, run_jobs: RunJobs) -> None:
        invite()
        run_jobs()
        with tenant_scope([OWNER]):
            letter = Letter.objects.get()
        assert bytes(letter.sealed) == b""
        assert letter.sent_at is not None

    def test_until_then_it_is_sealed(self) -> None:
        invite()
        with tenant_scope([OWNER]):
            letter = Letter.objects.get()
        assert LINK.encode() not in bytes(letter.sealed)
        assert LINK in letter.read().text

    def test_the_queue_holds_no_address_and_no_text(self) -> None:
        invite()
        assert set(Job.objects.get().args_kwargs["kwargs"]) == {"owner_id", "letter_id"}

    def test_a_name_with_a_line_break_cannot_add_a_header(self) -> None:
        for name in ("林晓\r\nBcc: all@example.cn", "a\nb", "a\u2028b", "a\x00b"):
            with pytest.raises(UnsafeMailError):
                invite(params={"name": name, "link": LINK})

    @pytest.mark.parametrize(
        "address", ["", "lin", "a@b.cn\nBcc: c@d.cn", "a@b.cn, c@d.cn", "<a@b.cn>"]
    )
    def test_what_is_not_one_address_is_refused(self, address: str) -> None:
        with pytest.raises(BadAddressError):
            invite(to=address)

    def test_missing_and_unknown_parameters_are_programming_errors(self) -> None:
        with pytest.raises(ValueError, match="link"):
            invite(params={"name": "林晓"})
        with pytest.raises(ValueError, match="colour"):
            invite(params={"name": "林晓", "link": LINK, "colour": "red"})

    def test_both_languages_need_the_same_placeholders(self) -> None:
        with pytest.raises(ValueError, match="placeholders"):
            Template("x", zh=Wording("{a}", ""), en=Wording("{b}", ""))


@pytest.mark.django_db
def test_a_server_that_is_away_is_said_in_words_and_tried_again(run_jobs: RunJobs) -> None:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=1):
        invite()
        run_jobs()
    job = Job.objects.get()
    assert job.state == "waiting"
    assert job.en.startswith("A service it needs cannot be reached")


@pytest.mark.django_db
def test_without_a_server_mail_is_kept_as_files(run_jobs: RunJobs, tmp_path: Any) -> None:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_FILE_PATH=tmp_path / "mail"):
        invite()
        run_jobs()
    [kept] = (tmp_path / "mail").iterdir()
    assert b"Auto-Submitted: auto-generated" in kept.read_bytes()
    assert (settings.DATA / "mail").parent == settings.DATA
