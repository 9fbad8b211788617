"""What is drawn of each sort of file, by a child that holds nothing but the two pipes."""

import io
import json
from dataclasses import dataclass
from typing import Any

import openpyxl
import pytest
from PIL import Image

from engines import sandbox
from engines.intake.kinds import OOXML
from engines.previews.tests.files import FACTORY, packed, pdf, picture, slides, sound, word

pytestmark = pytest.mark.skipif(
    not sandbox.can_confine(), reason="this machine lets no process give up its rights"
)
WORD, SHEET, SLIDES = (
    f"{OOXML}wordprocessingml.document",
    f"{OOXML}spreadsheetml.sheet",
    f"{OOXML}presentationml.presentation",
)


@dataclass(frozen=True)
class Held:
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    def read_at(self, offset: int, length: int) -> bytes:
        return self.content[offset : offset + length]


def drawn(content: bytes, media_type: str) -> sandbox.Confined:
    return sandbox.run("preview", Held(content), {"media_type": media_type}, seconds=60)


def blocks(content: bytes, media_type: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(drawn(content, media_type).blobs[0])["blocks"]
    return found


def test_a_picture_stands_upright_and_says_nothing_of_camera_and_place() -> None:
    content = picture(900, 600, turned=6)
    assert FACTORY.encode() in content

    made = drawn(content, "image/jpeg")

    assert [part["role"] for part in made.answer["parts"]] == ["thumbnail", "page"]
    for copy in made.blobs:
        shown = Image.open(io.BytesIO(copy))
        assert shown.height > shown.width
        assert not dict(shown.getexif())
        assert FACTORY.encode() not in copy


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_pictures_of_every_colour_model_are_shown(mode: str) -> None:
    content = io.BytesIO()
    Image.new(mode, (40, 30)).save(content, "PNG" if mode in {"LA", "RGBA", "P"} else "TIFF")

    media_type = "image/png" if mode in {"LA", "RGBA", "P"} else "image/tiff"
    assert drawn(content.getvalue(), media_type).answer["kind"] == "picture"


def test_a_pdf_becomes_pictures_of_its_first_pages() -> None:
    made = drawn(pdf(23), "application/pdf")

    assert made.answer["details"] == {"pages": 23}
    assert len(made.blobs) == 1 + 20
    assert all(part["width"] <= 1240 for part in made.answer["parts"])


def test_a_document_is_its_words_and_tables_and_a_script_in_it_is_a_word() -> None:
    assert blocks(word(), WORD) == [
        {"kind": "heading", "text": "程序文件"},
        {"kind": "text", "text": "<script>alert(1)</script>\t正文"},
        {"kind": "table", "name": "", "rows": [["甲", "深处"]]},
    ]


def test_a_workbook_is_its_sheets_and_slides_are_numbered() -> None:
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "台账"  # type: ignore[union-attr]
    book.active.append(["编号", None, 2.5])  # type: ignore[union-attr]
    book.save(content)

    [table] = blocks(content.getvalue(), SHEET)
    assert table == {"kind": "table", "name": "台账", "rows": [["编号", "", "2.5"]]}
    assert blocks(slides("方针", "目标"), SLIDES) == [
        {"kind": "slide", "number": 1},
        {"kind": "text", "text": "方针"},
        {"kind": "slide", "number": 2},
        {"kind": "text", "text": "目标"},
    ]


def test_an_open_document_is_read_like_the_others() -> None:
    content = (
        '<c xmlns:t="text" xmlns:b="table"><t:h>标题</t:h><b:table><b:table-row><b:table-cell>'
        "<t:p>甲<t:span>乙</t:span></t:p></b:table-cell></b:table-row></b:table></c>"
    )
    odt = packed({"mimetype": "x", "content.xml": content})

    assert blocks(odt, "application/vnd.oasis.opendocument.text") == [
        {"kind": "heading", "text": "标题"},
        {"kind": "table", "name": "", "rows": [["甲乙"]]},
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_and_tables_as_text_are_read_in_every_encoding(encoding: str) -> None:
    table = "编号;结果\n甲;合格\n".encode(encoding)

    assert blocks("内审计划".encode(encoding), "text/plain") == [
        {"kind": "plain", "text": "内审计划"}
    ]
    assert blocks(table, "text/csv")[0]["rows"] == [["编号", "结果"], ["甲", "合格"]]


def test_a_long_table_is_cut_and_says_so() -> None:
    made = drawn(b"1,2\n" * 5_000, "text/csv")

    found = json.loads(made.blobs[0])
    assert found["is_cut"]
    assert len(found["blocks"][0]["rows"]) == 500


def test_of_a_sound_there_is_its_length_and_how_loud_it_was_when() -> None:
    made = drawn(sound(2.0), "audio/wav")

    peaks = json.loads(made.blobs[0])["peaks"]
    assert made.answer["details"] == {"milliseconds": 2000}
    assert max(peaks[: len(peaks) // 3]) < 5
    assert min(peaks[-len(peaks) // 3 :]) > 40


def test_of_a_film_there_is_one_picture_and_its_length() -> None:
    av = pytest.importorskip("av", reason="decoders of film are an extra")
    content = io.BytesIO()
    with av.open(content, "w", format="mp4") as written:
        stream = written.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for shade in range(30):
            shown = av.VideoFrame.from_image(Image.new("RGB", (320, 240), (shade * 8, 90, 40)))
            written.mux(stream.encode(shown))
        written.mux(stream.encode())

    made = drawn(content.getvalue(), "video/mp4")

    assert made.answer["details"] == {"width": 320, "height": 240, "milliseconds": 3000}
    assert [part["role"] for part in made.answer["parts"]] == ["thumbnail", "page"]


@pytest.mark.parametrize(
    ("media_type", "content", "code"),
    [
        ("application/zip", b"PK", "nothing"),
        ("application/msword", b"\xd0\xcf\x11\xe0", "old_format"),
        ("image/heic", b"\0\0\0\x18ftypheic", "no_decoder"),
        ("video/mp4", b"\0\0\0\x08ftyp", "failed"),
    ],
)
def test_where_nothing_can_be_drawn_the_reason_is_said(
    media_type: str, content: bytes, code: str
) -> None:
    assert drawn(content, media_type).answer["code"] == code


def test_an_encrypted_pdf_is_named() -> None:
    pikepdf = pytest.importorskip("pikepdf")
    content = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(content, encryption=pikepdf.Encryption(user="x", owner="y"))

    assert drawn(content.getvalue(), "application/pdf").answer["code"] == "encrypted"


def test_a_document_that_declares_entities_is_not_unfolded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'

    with pytest.raises(sandbox.Fault, match="failed"):
        drawn(word("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", bomb), WORD)
