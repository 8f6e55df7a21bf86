"""Photos and scans of one page: what they measure, and the codes on them."""

from io import BytesIO
from itertools import pairwise
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageFilter, ImageOps, ImageStat
from PIL.Image import DecompressionBombError, DecompressionBombWarning

from ..content import Content
from ..file_facts import Picture
from ..limits import MOST_PAGES, MOST_PIXELS
from ..reading import Reading, Unreadable
from .codes import codes_in

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
LONG_SIDE = 1600
"""Pixels to which an image is reduced before it is measured, so that all are measured alike."""
EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
"""The Laplacian."""
BLANK = 3
"""Contrast below which there is nothing to be seen. A blank page in a scanner has 1 or 2, a page with one line 6."""
SOFTWARE = 0x0131
EDITORS = ("photoshop", "gimp", "meitu", "美图", "picsart", "snapseed")


def read(data: bytes) -> Reading:
    """The measures and the codes. Raises Unreadable."""
    image = _opened(data)
    pages = min(getattr(image, "n_frames", 1), MOST_PAGES)
    edited = _is_edited(image)
    upright = ImageOps.exif_transpose(image)
    grey = upright.convert("L")
    picture = measured(grey)._replace(edited=edited)
    codes = codes_in(grey)
    return Reading(Content(codes=codes), pages, (1,) if picture.contrast < BLANK else (), picture)


def _opened(data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with catch_warnings():
        simplefilter("error", DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(data), formats=(*FORMATS, *_phone_formats(data)))
            image.load()
        except (DecompressionBombError, DecompressionBombWarning):
            raise Unreadable("bomb") from None
        except (OSError, ValueError, SyntaxError):
            raise Unreadable("damaged") from None
    return image


def _phone_formats(data: bytes) -> tuple[str, ...]:
    """HEIF where the file needs it and its reader is installed. Raises ImportError."""
    if data[4:8] != b"ftyp":
        return ()
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return ("HEIF",)


def measured(grey: Image.Image) -> Picture:
    """The measures of an image in greys."""
    small = grey.copy()
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    edges = small.filter(EDGES)
    # The filter copies the outermost pixels, which would count as edges.
    inner = edges.crop((1, 1, max(2, edges.width - 1), max(2, edges.height - 1)))
    contrast, sharpness = ImageStat.Stat(small).stddev[0], ImageStat.Stat(inner).var[0]
    return Picture(grey.width, grey.height, round(contrast), round(sharpness), _sketch(small))


def _sketch(grey: Image.Image) -> str:
    """Whether each of 8 × 8 fields is darker than the one to its right."""
    small = grey.resize((9, 8)).tobytes()
    rows = [small[9 * row : 9 * row + 9] for row in range(8)]
    bits = "".join(str(int(a < b)) for row in rows for a, b in pairwise(row))
    return f"{int(bits, 2):016x}"


def _is_edited(image: Image.Image) -> bool:
    software = str(image.getexif().get(SOFTWARE, "")).lower()
    return any(each in software for each in EDITORS)
