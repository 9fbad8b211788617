"""What the client of the accepted audit has handed over so far."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mingjian.evidence.models import EvidenceItem, KeepingSide
from mingjian.evidence.queries.keeping import to_settle
from mingjian.evidence.services.items import describe_item
from mingjian.evidence.services.keeping import say_on_keeping
from mingjian.evidence.services.key_exports import ask_for_key
from mingjian.evidence.services.key_holders import name_key_holder
from mingjian.evidence.services.sealing import Given, seal_item
from mingjian.programme.models import AuditCase

if TYPE_CHECKING:
    from demo.story import Story

CLIENT, LEAD, ADMINISTRATOR = "liming", "chenjing", "linxiaofeng"
AUDIT = "huayuan-2"
OFFICER = "信息安全负责人"
NOBODY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
"""The example key of the age specification."""
CALIBRATION = """编号,器具,有效期至,结果
JL-001,外径千分尺,2027-03-01,合格
JL-002,三坐标测量机,2026-12-15,合格
"""
PLAN = "内部审核计划 2026\n范围：质量与环境管理体系全部过程\n版本：V3.1\n"


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 3, partial(_first, story)
    yield 2, partial(_later, story)
    yield 1, partial(_key_wanted, story)
    yield 1, partial(_holder, story)
    yield 1, partial(_kept, story)


def _first(story: Story) -> None:
    hand_over(story, "计量器具校准台账.csv", "text/csv", CALIBRATION.encode())
    old = hand_over(story, "内部审核计划.txt", "text/plain", PLAN.encode())
    story.evidence["plan"] = old.id


def _key_wanted(story: Story) -> None:
    ask_for_key(
        viewer=story.acting(ADMINISTRATOR),
        case_id=_audit(story).id,
        reason="信息安全演练：确认离线开启流程",
        recipient=NOBODY,
        recipient_name=f"{OFFICER}（演练）",
    )


def _holder(story: Story) -> None:
    """Waits for the word of a second person."""
    name_key_holder(viewer=story.acting(ADMINISTRATOR), name=OFFICER, recipient=NOBODY)


def _later(story: Story) -> None:
    newer = PLAN.replace("V3.1", "V3.2").encode()
    replaced = EvidenceItem.objects.get(id=story.evidence["plan"])
    item = hand_over(story, "内部审核计划.txt", "text/plain", newer, replaces=replaced)
    describe_item(
        viewer=story.acting(LEAD),
        item_id=item.id,
        version=item.version,
        values={
            "effective_on": date(2026, 9, 1),
            "clauses": [{"scheme": "QMS", "clause": "9.2"}, {"scheme": "EMS", "clause": "9.2"}],
            "note": "文控清单中的现行版本为 V3.2",
        },
    )
    hand_over(story, "机加工车间首件检验.png", "image/png", _picture(), retention="record")
    hand_over(story, "车间通道.png", "image/png", _picture(320, 200), retention="record")


def _kept(story: Story) -> None:
    """One picture waits for the client's consent, the other for the auditors' check."""
    case = _audit(story)
    say_on_keeping(
        viewer=story.acting(LEAD),
        case_id=case.id,
        side=KeepingSide.AUDITOR,
        item_ids=[next(iter(to_settle(case))).id],
        verdict="yes",
    )


def hand_over(
    story: Story, name: str, media_type: str, content: bytes, **values: Any
) -> EvidenceItem:
    """What the client of the accepted audit uploads."""
    given = Given(kind="file", origin="upload", name=name, media_type=media_type, **values)
    return seal_item(
        viewer=story.acting(CLIENT),
        case_id=_audit(story).id,
        source=BytesIO(content),
        given=given,
    )


def _audit(story: Story) -> AuditCase:
    return AuditCase.objects.get(id=story.cases[AUDIT])


def _picture(width: int = 640, height: int = 400) -> bytes:
    """A plain picture of a part on a table, drawn here so that the demo owns all its pictures."""
    rows = b"".join(b"\0" + _row(width, height, y) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _row(width: int, height: int, y: int) -> bytes:
    centre_x, centre_y = width // 2, height // 2
    pixels = bytearray()
    for x in range(width):
        away = ((x - centre_x) ** 2 + (y - centre_y) ** 2) ** 0.5
        metal = 170 - int(away) // 3
        inside = 40 < away < 120
        pixels += bytes((metal, metal + 6, metal + 14) if inside else (62, 74, 90))
    return bytes(pixels)


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum
