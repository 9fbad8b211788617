"""Letters about plans: invitations with calendar entries, and what the client answered."""

from collections.abc import Iterable, Iterator
from typing import cast

from django.utils import translation

from mingjian.identity.links import page_url
from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import administering
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.mail import Attachment, Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.models import AuditPlan, PlanItem
from mingjian.programme.queries.appointments import (
    appointments,
    domain,
    own_items,
    person_named,
    previous_issue,
)
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.plans import plain_line
from mingjian.programme.rules.calendars import Method, Party, calendar
from mingjian.programme.rules.plan_diff import COMPARED

ISSUED = Template(
    "programme.plan_issued",
    zh=Wording(
        "{client} 审核计划第 {version} 版：{count} 项日程",
        "{name}，您好：\n\n{client}的审核（{number}）计划第 {version} 版已发出，其中有您的 {count} "
        "项日程有新增、变更或取消。首项 {first}（{zone}）。日程见附件，可直接加入日历。\n\n{link}",
    ),
    en=Wording(
        "Audit plan of {client}, version {version}: {count} appointments",
        "Hello {name},\n\nversion {version} of the plan for the audit of {client} ({number}) has "
        "been issued. {count} appointments of yours are new, changed or cancelled; the first is "
        "at {first} ({zone}). They are attached for your calendar.\n\n{link}",
    ),
)
ANSWERED = Template(
    "programme.plan_answered",
    zh=Wording(
        "{client}对审核计划的答复：{answer}",
        "{name}，您好：\n\n{client}对审核（{number}）计划第 {version} 版的答复：{answer}。{text}"
        "\n\n{link}",
    ),
    en=Wording(
        "{client} on the audit plan: {answer}",
        "Hello {name},\n\n{client} has answered on version {version} of the plan for audit "
        "{number}: {answer}. {text}\n\n{link}",
    ),
)
register(ISSUED)
register(ANSWERED)

ANSWERS = {True: ("接受", "accepted"), False: ("有异议", "objected")}


def invite_to(plan: AuditPlan, viewer: Viewer) -> None:
    """Write to the team and the client's coordinator what is new, changed or cancelled."""
    before = previous_issue(plan)
    with administering(viewer):
        organiser = _organiser(plan, viewer)
        for person in _readers(plan, before):
            now, then = own_items(plan, person), own_items(before, person)
            asked = list(_moved(now, then))
            gone = [each for each in then if each.line not in {item.line for item in now}]
            if asked or gone:
                _invite(plan, person, organiser, asked, gone)


def tell_answer(plan: AuditPlan, *, accepts: bool) -> None:
    """Tell the lead auditor and the programme's manager what the client said."""
    case = plan.case
    leads = [member.person for member in team_of(case) if member.role == "LA"]
    manager = person_named(case.programme.manager_id)
    for person in {each.id: each for each in (*leads, manager) if each}.values():
        english = person.language == "en"
        params = {
            "name": person.name,
            "client": case.client.name,
            "number": case.number,
            "version": str(plan.number),
            "answer": ANSWERS[accepts][english],
            "text": " ".join(plan.answer.split())[:500],
            "link": page_url(f"/audits/{case.id}/plan"),
        }
        _send(plan, person, ANSWERED, params, key=f"plan-answer:{plan.id}:{person.id}")


def _readers(plan: AuditPlan, before: AuditPlan | None) -> Iterator[Person]:
    """Everybody of the team, those who left it since, and the client's coordinator."""
    people = {member.person_id: member.person for member in team_of(plan.case)}
    if before:
        listed = {each for item in before.items.all() for each in item.members}
        for member in plan.case.team.filter(id__in=listed).select_related("person"):
            people.setdefault(member.person_id, member.person)
    coordinator = person_named(plan.case.coordinator_id)
    yield from people.values()
    if coordinator:
        yield coordinator


def _moved(now: Iterable[PlanItem], then: Iterable[PlanItem]) -> Iterator[PlanItem]:
    """What the reader does not have in the calendar as it is."""
    known = {item.line: plain_line(item) for item in then}
    for item in now:
        had = known.get(item.line)
        line = plain_line(item)
        if had is None or any(had[name] != line[name] for name in COMPARED):
            yield item


def _organiser(plan: AuditPlan, viewer: Viewer) -> Party | None:
    lead = next((each.person for each in team_of(plan.case) if each.role == "LA"), None)
    person = lead or person_named(viewer.person_id)
    return Party(person.name, person.email) if person else None


def _invite(
    plan: AuditPlan,
    person: Person,
    organiser: Party | None,
    asked: list[PlanItem],
    gone: list[PlanItem],
) -> None:
    client = plan.case.client
    params = {
        "name": person.name,
        "client": client.name,
        "number": plan.case.number,
        "version": str(plan.number),
        "count": str(len(asked) + len(gone)),
        "first": clock.local_time(person.zone, (asked or gone)[0].starts_at),
        "zone": person.zone,
        "link": page_url(f"/audits/{plan.case_id}/plan"),
    }
    files = [
        *_files(plan, person, organiser, asked, "REQUEST"),
        *_files(plan, person, organiser, gone, "CANCEL"),
    ]
    _send(plan, person, ISSUED, params, key=f"plan:{plan.id}:{person.id}", files=files)


def _files(
    plan: AuditPlan,
    person: Person,
    organiser: Party | None,
    items: list[PlanItem],
    method: Method,
) -> Iterator[Attachment]:
    """One file per entry: an invitation names one (RFC 5546 §3.2.2)."""
    with translation.override(person.language):
        entries = list(appointments(items, number=plan.number))
    for count, entry in enumerate(entries, start=1):
        text = calendar(
            [entry],
            zone=person.zone,
            stamp=clock.now().replace(microsecond=0),
            domain=domain(),
            method=method,
            organiser=organiser,
            attendee=Party(person.name, person.email),
        )
        yield Attachment(f"{method.lower()}-{count:02}.ics", text.decode(), method=method)


def _send(
    plan: AuditPlan,
    person: Person,
    template: Template,
    params: dict[str, str],
    *,
    key: str,
    files: Iterable[Attachment] = (),
) -> None:
    """In the name of the body that owns the plan, whoever acts."""
    send_mail(
        owner_id=plan.owner_id,
        to=person.email,
        template=template.name,
        language=cast(Language, person.language),
        params=params,
        key=key,
        attachments=list(files),
    )
