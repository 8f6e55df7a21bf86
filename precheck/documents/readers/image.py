"""Photos and scans of one page: what they measure, and the codes on them."""

from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image
from PIL.Image import DecompressionBombError, DecompressionBombWarning

from ..content import Content
from ..limits import MOST_PAGES, MOST_PIXELS
from ..reading import Reading, Unreadable
from .codes import codes_in
from .measures import measured

JPEG = b"\xff\xd8\xff"
FORMATS = ("PNG", "WEBP", "BMP", "TIFF")
BLANK = 3
"""Contrast below which there is nothing to be seen. A blank page in a scanner has 1 or 2, a page with one line 6."""
SOFTWARE, ORIENTATION = 0x0131, 0x0112
UPRIGHT = 1
EDITORS = ("photoshop", "gimp", "meitu", "美图", "picsart", "snapseed")


def read(data: bytes) -> Reading:
    """The measures and the codes. Raises Unreadable."""
    image = opened(data)
    pages = min(getattr(image, "n_frames", 1), MOST_PAGES)
    edited = _is_edited(image)
    upright = on_paper(_turned(image))
    grey = upright if upright.mode == "L" else upright.convert("L")
    codes = codes_in(grey)
    picture = measured(upright, grey)._replace(edited=edited)
    return Reading(Content(codes=codes), pages, (1,) if picture.contrast < BLANK else (), picture)


def picture(data: bytes) -> Image.Image:
    """The image itself, upright. Raises Unreadable."""
    return on_paper(_turned(opened(data)))


def _turned(image: Image.Image) -> Image.Image:
    """The image as the camera was held."""
    if image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT:
        return image
    from PIL import ImageOps  # only here: most images stand upright

    return ImageOps.exif_transpose(image)


def opened(data: bytes) -> Image.Image:
    """The image in a file. Raises Unreadable."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with catch_warnings():
        simplefilter("error", DecompressionBombWarning)
        try:
            image = _found(data)
            image.load()
        except (DecompressionBombError, DecompressionBombWarning):
            raise Unreadable("bomb") from None
        except (OSError, ValueError, SyntaxError):
            raise Unreadable("damaged") from None
    return image


def _found(data: bytes) -> Image.Image:
    if not data.startswith(JPEG):
        return Image.open(BytesIO(data), formats=(*FORMATS, *_phone_formats(data)))
    from PIL.JpegImagePlugin import jpeg_factory  # which `open` would load together with four other formats

    image = jpeg_factory(BytesIO(data))
    if image.width * image.height > MOST_PIXELS:
        raise Unreadable("bomb")
    return image


def on_paper(image: Image.Image) -> Image.Image:
    """The image with shades of 8 bits, and on white paper where it is transparent."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda shade: shade / 256).convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _phone_formats(data: bytes) -> tuple[str, ...]:
    """HEIF where the file needs it and its reader is installed. Raises ImportError."""
    if data[4:8] != b"ftyp":
        return ()
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return ("HEIF",)


def _is_edited(image: Image.Image) -> bool:
    software = str(image.getexif().get(SOFTWARE, "")).lower()
    return any(each in software for each in EDITORS)
