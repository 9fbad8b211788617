"""Two samples of the accepted audit: one drawn, asked for and partly answered, one waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from mingjian.evidence.models import EvidenceRequest, Sample, SampleDraw, SampleList
from mingjian.evidence.services.drawn_rows import issue_draw, replace_row
from mingjian.evidence.services.draws import begin_draw, conclude_draw, drawn_from
from mingjian.evidence.services.populations import conclude_reading, read_population
from mingjian.evidence.services.requests import accept_answer, hand_over
from mingjian.evidence.services.samples import commit_sample, take_answers
from mingjian.evidence.services.sealing import Given, seal_item
from mingjian.kit import clock
from mingjian.kit.access import Viewer

if TYPE_CHECKING:
    from demo.story import Story

CLIENT, LEAD, AUDIT = "liming", "chenjing", "huayuan-2"
SHOPS = ("机加工", "热处理", "装配")
ROWS = 486
WANTED = (
    "请提供完整清单（CSV 或 Excel，第一行为表头，每行一条，第一列为唯一编号）："
    "2026 年全部出厂检验记录"
)


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    yield 2, partial(_commit, story)
    yield 2, partial(_hand_list_over, story)
    yield 1, partial(_draw, story)
    yield 0, partial(_answer, story)
    yield 0, partial(_wait, story)


def inspections(rows: int = ROWS) -> bytes:
    """The client's own list, as its quality system exports it."""
    head = "检验单号,检验日期,车间,产品,检验员\n"
    return (head + "".join(_inspection(number) for number in range(rows))).encode("gb18030")


def _inspection(number: int) -> str:
    day = f"2026-{number % 11 + 1:02}-{number % 27 + 1:02}"
    shop, product = SHOPS[number * 7 % 10 % 3], f"HY-{number % 6 + 10}"
    return f"FQC-2026-{number + 1:04},{day},{shop},{product},检验员{number % 5 + 1}\n"


def _commit(story: Story) -> None:
    sample = commit_sample(
        viewer=story.acting(LEAD),
        case_id=story.cases[AUDIT],
        what="出厂检验记录（原始记录、放行签字、不合格处置）",
        wanted=WANTED,
        due_at=clock.now() + timedelta(days=1),
        clauses=[{"scheme": "QMS", "clause": "8.6"}],
    )
    story.evidence["sample"] = sample.id


def _hand_list_over(story: Story) -> None:
    request = EvidenceRequest.objects.get(source="population", source_id=story.evidence["sample"])
    item = seal_item(
        viewer=story.acting(CLIENT),
        case_id=story.cases[AUDIT],
        source=BytesIO(inspections()),
        given=Given(
            kind="file",
            origin="upload",
            name="2026年出厂检验清单.csv",
            media_type="text/csv",
            is_trusted=True,
        ),
    )
    hand_over(viewer=story.acting(CLIENT), request_id=request.id, item_ids=[item.id])
    process = _process(story)
    take_answers(viewer=process, request_id=request.id)
    given = SampleList.objects.select_related("sample", "source").get(source=item)
    reading = read_population(given, _silent)
    conclude_reading(viewer=process, list_id=given.id, reading=reading)


def _draw(story: Story) -> None:
    """Two of each workshop, asked for at once; one record cannot be got at and is replaced."""
    lead, sample = story.acting(LEAD), _sample(story)
    values = {"column": 2, "size_rule": "given", "size": 6}
    begun = begin_draw(viewer=lead, sample_id=sample.id, values=values)
    draw = SampleDraw.objects.select_related("sample", "population__canonical").get(id=begun.id)
    conclude_draw(viewer=_process(story), draw_id=draw.id, found=drawn_from(draw, _silent))
    issue_draw(viewer=lead, sample_id=sample.id, due_at=clock.now() + timedelta(hours=26))
    replace_row(
        viewer=lead,
        sample_id=sample.id,
        row_id=draw.rows.order_by("place")[1].id,
        reason="该批产品已发往海外客户，原始记录随货；改查该层下一行。",
    )


def _answer(story: Story) -> None:
    """Two records were shown and accepted so far."""
    client, lead = story.acting(CLIENT), story.acting(LEAD)
    [draw] = _sample(story).draws.all()
    for row in draw.rows.filter(replaced_at=None).order_by("place")[:2]:
        item = seal_item(
            viewer=client,
            case_id=story.cases[AUDIT],
            source=BytesIO(f"出厂检验记录\n第 {row.number} 行\n结论：合格，放行\n".encode()),
            given=Given(
                kind="file",
                origin="upload",
                name=f"检验记录-{row.number}.txt",
                media_type="text/plain",
                is_trusted=True,
            ),
        )
        assert row.request_id  # noqa: S101  (issued above)
        hand_over(viewer=client, request_id=row.request_id, item_ids=[item.id])
        request = EvidenceRequest.objects.get(id=row.request_id)
        accept_answer(viewer=lead, request_id=request.id, version=request.version)


def _wait(story: Story) -> None:
    commit_sample(
        viewer=story.acting(LEAD),
        case_id=story.cases[AUDIT],
        what="特种作业人员的证书与培训记录",
        wanted="请提供完整清单：在岗特种作业人员（编号、姓名、工种、取证日期、车间）",
        due_at=clock.now() + timedelta(days=1),
        clauses=[{"scheme": "QMS", "clause": "7.2"}],
    )


def _sample(story: Story) -> Sample:
    return Sample.objects.get(id=story.evidence["sample"])


def _process(story: Story) -> Viewer:
    return Viewer.system("job_worker", story.viewer.tenant_id, cause="demo")


def _silent(done: int, total: int) -> None:
    """Nobody waits for progress in a story."""
