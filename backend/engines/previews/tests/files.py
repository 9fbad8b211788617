"""Small files of every sort, made here."""

import io
import wave
import zipfile
from array import array
from collections.abc import Mapping

from PIL import Image

UPRIGHT, CAMERA, PLACE = 0x0112, 0x010F, 0x8825
FACTORY = "Kodachrome-4711"
"""What a camera wrote beside the picture, and no copy may repeat."""


def picture(width: int = 900, height: int = 600, *, form: str = "JPEG", turned: int = 1) -> bytes:
    """A picture with a maker's name and a place in it, held as ``turned`` says."""
    known = Image.Exif()
    known[UPRIGHT], known[CAMERA] = turned, FACTORY
    known.get_ifd(PLACE)[2] = (39.9, 0.0, 0.0)
    content = io.BytesIO()
    Image.new("RGB", (width, height), (180, 90, 40)).save(content, form, exif=known)
    return content.getvalue()


def pdf(pages: int = 3) -> bytes:
    first, *rest = [
        Image.new("RGB", (620, 877), (250 - 9 * page, 240, 230)) for page in range(pages)
    ]
    content = io.BytesIO()
    first.save(content, "PDF", save_all=True, append_images=rest)
    return content.getvalue()


def sound(seconds: float = 2.0) -> bytes:
    """The second half is loud."""
    half = int(8_000 * seconds / 2)
    content = io.BytesIO()
    with wave.open(content, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(8_000)
        written.writeframes(array("h", [0] * half + [16_000, -16_000] * (half // 2)).tobytes())
    return content.getvalue()


def packed(members: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return content.getvalue()


WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def word(body: str = "", before: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A document of a heading, a paragraph with a script in it, and a table within a table."""
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>深处</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    text = body or (
        '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>程序文件</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t><w:tab/><w:t>正文</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        f"<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    document = f"{before}<w:document {WORDS}><w:body>{text}</w:body></w:document>"
    return packed(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(more or {})}
    )


def slides(*texts: str) -> bytes:
    members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>"}
    for number, text in enumerate(texts, 1):
        words = f"<a:p {DRAWN}><a:r><a:t>{text}</a:t></a:r></a:p>"
        members[f"ppt/slides/slide{number}.xml"] = f"<sld>{words}</sld>"
    return packed(members)
