"""Reading lists and drawing from them: in the background, with progress, in bounded memory."""

from uuid import UUID

from mingjian.evidence.models import DrawState, ListState, SampleDraw, SampleList
from mingjian.evidence.services.draws import conclude_draw, drawn_from
from mingjian.evidence.services.populations import conclude_reading, read_population
from mingjian.evidence.services.samples import take_answers, take_examined
from mingjian.kit.jobs import completing, job, progress, viewer


@job("evidence.take_list", zh="收取抽样清单", en="Take in a list to draw from")
def take_list(*, owner_id: UUID, request_id: UUID) -> None:
    with completing():
        take_answers(viewer=viewer(), request_id=request_id)


@job("evidence.take_examined_list", zh="收取已检查的清单", en="Take in a list that was examined")
def take_examined_list(*, owner_id: UUID, item_id: UUID) -> None:
    with completing():
        take_examined(viewer=viewer(), item_id=item_id)


@job("evidence.read_list", zh="读取抽样清单", en="Read a list to draw from", slow=True)
def read_list(*, owner_id: UUID, list_id: UUID) -> None:
    row = SampleList.objects.select_related("sample", "source").get(id=list_id)
    if row.state == ListState.READING:
        reading = read_population(row, _told)
        with completing():
            conclude_reading(viewer=viewer(), list_id=list_id, reading=reading)


@job("evidence.draw_sample", zh="抽取样本", en="Draw a sample", slow=True)
def draw_sample(*, owner_id: UUID, draw_id: UUID) -> None:
    rows = SampleDraw.objects.select_related("sample", "population__canonical")
    row = rows.get(id=draw_id)
    if row.state == DrawState.DRAWING:
        found = drawn_from(row, _told)
        with completing():
            conclude_draw(viewer=viewer(), draw_id=draw_id, found=found)


def _told(done: int, total: int) -> None:
    progress(done, total, zh="读取清单", en="Reading the list")
