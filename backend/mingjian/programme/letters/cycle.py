"""Letters to whoever manages a programme: an audit comes due, or was missed."""

from mingjian.identity.letters import letter_to
from mingjian.identity.links import page_url
from mingjian.identity.models import Person
from mingjian.kit.mail import Template, Wording, register
from mingjian.kit.words import Words
from mingjian.programme.letters.readers import people_in
from mingjian.programme.models import AuditProgramme
from mingjian.programme.queries.cycle import Line
from mingjian.programme.rules.cycle_words import audit_words

REMINDER = Template(
    "programme.window_reminder",
    zh=Wording(
        "{client}：{audit}须在 {due_by} 前完成",
        "{name}，您好：\n\n{client}的{audit}须在 {due_by} 前完成，还有 {days} 天，"
        "目前尚未安排日期。请打开审核方案：\n\n{link}",
    ),
    en=Wording(
        "{client}: {audit} due by {due_by}",
        "Hello {name},\n\nthe {audit} of {client} is due by {due_by}, in {days} days, and has no "
        "dates yet. Open the programme:\n\n{link}",
    ),
)
MISSED = Template(
    "programme.window_missed",
    zh=Wording(
        "{client}：{audit}已超期",
        "{name}，您好：\n\n{client}的{audit}应在 {due_by} 前完成，现已超期。"
        "{consequence}（{clause}）\n\n请打开审核方案处理：\n\n{link}",
    ),
    en=Wording(
        "{client}: {audit} is overdue",
        "Hello {name},\n\nthe {audit} of {client} was due by {due_by} and has not been held. "
        "{consequence} ({clause})\n\nOpen the programme:\n\n{link}",
    ),
)
register(REMINDER)
register(MISSED)

SUSPEND = Words("证书必须暂停并上报。", "The certificate must be suspended and this be reported.")
DECIDE = Words("请决定是否暂停证书。", "Decide whether the certificate is suspended.")


def write_reminder(programme: AuditProgramme, line: Line, days: int) -> None:
    """Once for each of the alert days."""
    for reader in _readers(programme):
        params = _params(programme, line, reader) | {"days": str(line.days_left)}
        key = f"window:{_key(programme, line)}:{days}:{reader.id}"
        letter_to(reader, REMINDER, params, to=reader.email, key=key)


def write_missed(programme: AuditProgramme, line: Line, *, must_suspend: bool) -> None:
    for reader in _readers(programme):
        consequence = SUSPEND if must_suspend else DECIDE
        params = _params(programme, line, reader) | {
            "consequence": _in(reader, consequence),
            "clause": line.window.clause,
        }
        key = f"window:{_key(programme, line)}:missed:{reader.id}"
        letter_to(reader, MISSED, params, to=reader.email, key=key)


def _readers(programme: AuditProgramme) -> list[Person]:
    """The programme's manager; where none is named, every programme manager."""
    manager = programme.manager
    if manager and manager.is_active:
        return [manager]
    return people_in(programme.owner_id, "PM")


def _params(programme: AuditProgramme, line: Line, reader: Person) -> dict[str, str]:
    return {
        "name": reader.name,
        "client": programme.client.short_name or programme.client.name,
        "audit": _in(reader, audit_words(line.window.kind, line.window.sequence)),
        "due_by": line.window.due_by.isoformat(),
        "link": page_url(f"/programmes/{programme.id}"),
    }


def _key(programme: AuditProgramme, line: Line) -> str:
    window = line.window
    return f"{programme.id}:{window.kind}:{window.sequence}:{window.due_by}"


def _in(reader: Person, words: Words) -> str:
    return words.en if reader.language == "en" else words.zh
