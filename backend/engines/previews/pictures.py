"""Pictures, turned upright and made small; what a camera wrote beside them stays behind."""

import io
import warnings
from typing import BinaryIO

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from engines.previews.parts import PAGE, PAGES, PICTURE, THUMBNAIL, NotMade, Part, Preview

SHOWN, SMALL = (2048, 2048), (320, 320)
MOST_PAGES = 20
WEBP = "image/webp"


def preview_image(file: BinaryIO, media_type: str) -> Preview:
    """The picture, or the pages of a scan that is one file of many pictures."""
    Image.MAX_IMAGE_PIXELS = None  # examined before; here the process's memory is the limit
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file) as picture:
                return _of(picture, media_type)
    except UnidentifiedImageError:
        raise NotMade("no_decoder") from None


def _of(picture: Image.Image, media_type: str) -> Preview:
    width, height = picture.size
    frames = getattr(picture, "n_frames", 1) if media_type == "image/tiff" else 1
    kind = PAGES if frames > 1 else PICTURE
    made = Preview(kind=kind, details={"width": width, "height": height})
    if frames > 1:
        made.details["pages"] = frames
    for number in range(min(frames, MOST_PAGES)):
        picture.seek(number)
        add_page(made, upright(picture))
    return made


def add_page(made: Preview, picture: Image.Image) -> None:
    """One more page; the first also becomes the thumbnail, which comes before all pages."""
    if not made.parts:
        made.parts.append(_part(THUMBNAIL, picture, SMALL))
    made.parts.append(_part(PAGE, picture, SHOWN))


def _part(role: str, picture: Image.Image, box: tuple[int, int]) -> Part:
    fitted = picture.copy()
    fitted.thumbnail(box)
    content = io.BytesIO()
    fitted.save(content, "WEBP", quality=80, method=2, exif=b"", xmp=b"")
    return Part(
        role=role,
        media_type=WEBP,
        content=content.getvalue(),
        width=fitted.width,
        height=fitted.height,
    )


def upright(picture: Image.Image) -> Image.Image:
    """A copy in the colours of screens, as the camera was held, that carries nothing else."""
    picture.draft("RGB", SHOWN)
    small = picture.copy()
    small.thumbnail(SHOWN)
    turned = _in_screen_colours(ImageOps.exif_transpose(small), picture.info.get("icc_profile"))
    turned.info = {}
    return turned


def _in_screen_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode.startswith(("I", "F")):
        return picture.convert("F").point(lambda value: value / 256).convert("L").convert("RGB")
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    plain = picture.convert("RGBA" if see_through else "RGB")
    if not profile or picture.mode != plain.mode:
        return plain
    try:
        of_screens = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(plain, io.BytesIO(profile), of_screens)
    except (ImageCms.PyCMSError, OSError):
        return plain  # a broken profile makes no picture unreadable
    return converted or plain
