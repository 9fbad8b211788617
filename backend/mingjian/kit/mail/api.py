"""``/api/mail``: how mail leaves this installation, and a letter to try it."""

from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.ids import uuid7
from mingjian.kit.mail.sending import send_mail
from mingjian.kit.mail.templates import Language, Template, Wording, register
from mingjian.kit.schema import Input, Line, Schema

router = Router(tags=["mail"])

register(
    Template(
        "mail.trial",
        zh=Wording("明鉴邮件测试", "收到这封邮件，说明邮件设置正确，无需回复。"),
        en=Wording("Mingjian mail test", "If you read this, mail is set up. No reply is needed."),
    )
)


class MailOut(Schema):
    delivery: Literal["server", "folder"]
    """``folder``: no mail server is set; letters are kept as files beside the database."""
    server: str
    sender: str


class TrialInput(Input):
    to: Line
    language: Language


class TrialOut(Schema):
    job_id: UUID
    """Follow it at ``/api/jobs/{id}``: done, or why not."""


@router.get("", response=MailOut)
@requires("settings", "R")
def read_mail(request: AuthorisedRequest) -> Any:
    """Whether letters leave by a server or stay in a folder, and in whose name."""
    has_server = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
    return {
        "delivery": "server" if has_server else "folder",
        "server": f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}" if has_server else "",
        "sender": settings.DEFAULT_FROM_EMAIL,
    }


@router.post("/trial", response=TrialOut)
@requires("settings", "U")
def send_trial(request: AuthorisedRequest, trial: TrialInput) -> Any:
    """Send a letter that only says that it arrived."""
    job_id = send_mail(
        owner_id=request.viewer.tenant_id,
        to=trial.to,
        template="mail.trial",
        language=trial.language,
        params={},
        key=f"trial:{uuid7()}",
    )
    return {"job_id": job_id}
