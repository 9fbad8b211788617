"""The one table of what each role may do in a room (decision 3)."""

from dataclasses import dataclass

from django.db.models import TextChoices


class RoomRole(TextChoices):
    LEAD_AUDITOR = "lead_auditor", "审核组长"
    AUDITOR = "auditor", "审核员"
    EXPERT = "expert", "技术专家"
    TRAINEE = "trainee", "实习审核员"
    INTERPRETER = "interpreter", "口译"
    OBSERVER = "observer", "观察员"
    CLIENT = "client", "受审核方"
    GUEST = "guest", "受审核方来宾"
    AUTHORITY = "authority", "监管部门"
    WORKER = "worker", "服务器"


class Side(TextChoices):
    """The two that have to agree on a break."""

    BODY = "body", "审核方"
    CLIENT = "client", "受审核方"


CAMERA, MICROPHONE = "camera", "microphone"
SCREEN, SCREEN_SOUND = "screen_share", "screen_share_audio"
EVERYTHING = CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Powers:
    """What a token of the media server grants, and what the room lets a person do."""

    sources: tuple[str, ...] = ()
    """What may be published; nothing: watches and listens."""
    data: bool = False
    """May speak into the record: chat, raised hand."""
    hidden: bool = False
    """Not shown to others: the server's own workers, never a person."""
    admin: bool = False
    """May command the media server. Nobody: hosts command it through our own journalled API."""
    may_host: bool = False
    is_team: bool = False
    """Enters the team's private room."""
    side: Side | None = None


POWERS: dict[str, Powers] = {
    RoomRole.LEAD_AUDITOR: Powers(
        sources=EVERYTHING, data=True, may_host=True, is_team=True, side=Side.BODY
    ),
    RoomRole.AUDITOR: Powers(
        sources=EVERYTHING, data=True, may_host=True, is_team=True, side=Side.BODY
    ),
    RoomRole.EXPERT: Powers(sources=EVERYTHING, data=True, is_team=True, side=Side.BODY),
    RoomRole.TRAINEE: Powers(sources=EVERYTHING, data=True, is_team=True, side=Side.BODY),
    RoomRole.INTERPRETER: Powers(sources=(CAMERA, MICROPHONE), data=True),
    RoomRole.OBSERVER: Powers(),
    RoomRole.CLIENT: Powers(sources=EVERYTHING, data=True, side=Side.CLIENT),
    RoomRole.GUEST: Powers(sources=EVERYTHING, data=True),
    RoomRole.AUTHORITY: Powers(),
    RoomRole.WORKER: Powers(hidden=True),
}

OF_TEAM = {
    "LA": RoomRole.LEAD_AUDITOR,
    "AU": RoomRole.AUDITOR,
    "TE": RoomRole.EXPERT,
    "TR": RoomRole.TRAINEE,
    "OBS": RoomRole.OBSERVER,
    "INT": RoomRole.INTERPRETER,
}
"""A role in the audit team → the role in its rooms."""

OF_CLIENT = {"CC": RoomRole.CLIENT, "CG": RoomRole.GUEST}
"""A role at the client → the role in the rooms of its audits."""


def may_enter_room(role: str, kind: str) -> bool:
    """Whether somebody in ``role`` may be in a room of that kind."""
    return kind != "team" or POWERS[role].is_team
