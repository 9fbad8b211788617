"""Who may audit what, what ties people to clients, and when they are away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mingjian.identity.models import Person
from mingjian.programme.models import AuditCase, Interest
from mingjian.programme.services.absences import enter_absence
from mingjian.programme.services.competence import grant_qualification
from mingjian.programme.services.impartiality import (
    decide_interest,
    register_interest,
    sign_declaration,
)

if TYPE_CHECKING:
    from demo.story import Story

MANAGER, COMMITTEE = "zhaominhua", "xuwenting"
HUAYUAN, HONGTAI = "huayuan.example", "hongtai.example"


@dataclass(frozen=True, slots=True)
class Held:
    """A qualification: granted so many days ago, valid until so many days from now."""

    mailbox: str
    scheme: str
    role: str
    codes: str
    granted: int
    until: int
    evidence: str


HELD = (
    Held("chenjing", "QMS", "LA", "17.06 18.05 19.14", 540, 400, "CCAA 高级审核员；见证 3 次"),
    Held("chenjing", "EMS", "LA", "17 18.05", 540, 400, "CCAA 高级审核员；见证 2 次"),
    Held("wanglei", "EMS", "AU", "17 18.05", 500, 300, "CCAA 审核员注册证书；机械行业 8 年"),
    Held("wanglei", "QMS", "AU", "17.06", 500, -12, "CCAA 审核员注册证书"),
    Held("zhoumin", "QMS", "TE", "17.06", 480, 25, "机械制造高级工程师；车间主任 6 年"),
    Held("zhoumin", "EMS", "TE", "17.06", 480, 25, "机械制造高级工程师"),
    Held("hezixuan", "QMS", "TR", "", 90, 275, "实习审核员注册证书"),
    Held("sunli", "QMS", "REV", "17 18 19", 700, 200, "认证评审员聘书"),
    Held("sunli", "EMS", "REV", "17 18 19", 700, 200, "认证评审员聘书"),
    Held("gaozhiyuan", "QMS", "DM", "17 18 19", 700, 350, "认证决定人员任命书"),
    Held("gaozhiyuan", "EMS", "DM", "17 18 19", 700, 350, "认证决定人员任命书"),
)


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    for row in HELD:
        yield row.granted, partial(_grant, story, row)
    yield 200, partial(_interest, story, "wanglei", HONGTAI, "consultancy", (-1500, -500))
    yield 101, partial(_interest, story, "zhoumin", HUAYUAN, "training", (-900, -900))
    yield 99, partial(_decide, story, "zhoumin")
    for day, mailbox in enumerate(("chenjing", "wanglei", "sunli", "gaozhiyuan", COMMITTEE)):
        yield 90 - day, partial(_declare, story, mailbox)
    for mailbox in ("chenjing", "wanglei", "zhoumin"):
        yield 50, partial(_declare, story, mailbox, "huayuan-2")
    yield 15, partial(_away, story, "wanglei", "leave", (20, 24), "年休假")
    yield 9, partial(_away, story, "chenjing", "training", (12, 12), "标准换版培训", noon=True)
    yield 4, partial(_away, story, "luolin", "sick", (6, 8), "")


def _grant(story: Story, held: Held) -> None:
    grant_qualification(
        viewer=story.acting(MANAGER),
        person_id=story.people[held.mailbox],
        values={
            "scheme": held.scheme,
            "role": held.role,
            "codes": held.codes.split(),
            "valid_from": story.day(-held.granted),
            "valid_to": story.day(held.until),
            "evidence": held.evidence,
        },
    )


def _interest(story: Story, mailbox: str, domain: str, kind: str, days: tuple[int, int]) -> None:
    register_interest(
        viewer=story.acting(mailbox),
        person_id=story.people[mailbox],
        client_id=story.tenants[domain],
        values={
            "kind": kind,
            "since": story.day(days[0]),
            "until": story.day(days[1]),
            "details": {
                "consultancy": "为该公司体系建立提供咨询",
                "training": "讲授一次内审员培训，与审核范围无关",
            }[kind],
        },
    )


def _decide(story: Story, mailbox: str) -> None:
    row = Interest.objects.get(person=story.people[mailbox])
    decide_interest(
        viewer=story.acting(COMMITTEE),
        interest_id=row.id,
        version=row.version,
        decision="accepted",
        treatment="",
        reason="单次公开课程，三年内无其他往来，不构成威胁。",
    )


def _declare(story: Story, mailbox: str, case: str = "") -> None:
    person = Person.objects.get(id=story.people[mailbox])
    sign_declaration(
        viewer=story.acting(mailbox),
        signed_name=person.name,
        has_interests=Interest.objects.filter(person=person).exists(),
        case=AuditCase.objects.get(id=story.cases[case]) if case else None,
    )


def _away(
    story: Story,
    mailbox: str,
    kind: str,
    days: tuple[int, int],
    note: str,
    *,
    noon: bool = False,
) -> None:
    enter_absence(
        viewer=story.acting(mailbox),
        person_id=story.people[mailbox],
        values={
            "kind": kind,
            "first": story.day(days[0]),
            "last": story.day(days[1]),
            "until_noon": noon,
            "note": note,
        },
    )
