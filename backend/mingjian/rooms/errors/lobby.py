"""Why somebody is not let into a room."""

from mingjian.kit.errors import MingjianError


class AuthorityNotAdmittedError(MingjianError):
    """Until there are authorised requests to witness live (decision 3)."""

    status = 403
    code = "rooms_authority_not_admitted"
    zh = "监管部门须凭已获批准的现场见证申请进入会议，目前没有这样的申请。审核结束后可查看记录。"
    en = (
        "An authority enters a room under an authorised request to witness it live, and there is "
        "none. The record can be read once the audit is over."
    )


class NotOfSessionError(MingjianError):
    status = 403
    code = "rooms_not_of_session"
    zh = "您不在该审核的审核组内，可在“会议”页查看会议状态，但不能进入。"
    en = "You are not of this audit's team: its state is on the page “Sessions”; you cannot enter."


class NotOpenYetError(MingjianError):
    status = 409
    code = "rooms_not_open_yet"
    zh = "会议尚未开放，计划于 {time}（{zone}）开始。审核组到达后即可进入候场。"
    en = "Not open yet: planned for {time} ({zone}). You can wait here once the auditors are in."


class SessionOverError(MingjianError):
    status = 409
    code = "rooms_session_over"
    zh = "会议已经结束或取消，不能再进入。"
    en = "The session is over or was cancelled; nobody can enter any more."


class LockedError(MingjianError):
    status = 409
    code = "rooms_locked"
    zh = "会议已锁定，暂不接受新的参会人。请联系主持人。"
    en = "The session is locked: nobody new is let in. Contact its host."


class NotAdmittedError(MingjianError):
    status = 403
    code = "rooms_not_admitted"
    zh = "主持人尚未允许您进入会议，请在候场页等候。"
    en = "The host has not let you in yet. Wait in the lobby."


class SilentRoleError(MingjianError):
    """Observers watch: what they say is not part of the record."""

    status = 403
    code = "rooms_silent_role"
    zh = "观察员只旁观，不发言、不举手、不发送消息。"
    en = "An observer watches, and neither speaks, raises a hand nor writes."


class TeamRoomError(MingjianError):
    status = 403
    code = "rooms_team_room"
    zh = "该会议室仅供审核组内部使用。"
    en = "This room is the audit team's own."


class HostStaysError(MingjianError):
    status = 409
    code = "rooms_host_stays"
    zh = "不能请出主持人。请先移交主持。"
    en = "The host cannot be put out. Hand the chair over first."


class ReplayedEventError(MingjianError):
    status = 409
    code = "rooms_replayed_event"
    zh = "此通知已经处理过。"
    en = "This event was received before."
