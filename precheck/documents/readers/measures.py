"""What can be measured of a picture of a page: how sharp it is, whether it has colours, and what it looks like."""

from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

from ..file_facts import Picture, Sketch
from ..limits import LONG_SIDE

EDGES: Final = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
"""The Laplacian."""
COLOUR_SIDE: Final = 400
"""Pixels that are enough to find colours in; the noise of cameras and of JPEG averages out."""
COLOUR: Final = 40
"""By how much the strongest and the weakest of red, green and blue differ in a colour, of 255, once paper is white. A
faded seal has 60, a photo of a grey page under two lamps 25."""
BRIGHT: Final = 96
"""The strongest of the three in a colour, of 255: the tint of paper spills a little into the ink when saved as JPEG."""
FIELDS: Final = 12
"""A sketch is of 12 by 12 fields: with 8 by 8, other papers on the same form look the same."""
BITS: Final = 48
"""Of each number of a sketch."""
DARKER: Final = 0.1
"""Of the contrast, by which a field must differ from the next one to count: less is the noise of a flat page."""
TRIMMED: Final = (0, 0.02, 0.04)
"""Shares of each side that are left out before a sketch is made."""


def measured(image: Image.Image, grey: Image.Image) -> Picture:
    """The measures of an upright image, given also in greys, which are made small for it."""
    (width, height), small = grey.size, grey
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    edges = small.filter(EDGES)
    # The filter copies the outermost pixels, which would count as edges.
    inner = edges.crop((1, 1, max(2, edges.width - 1), max(2, edges.height - 1)))
    contrast, sharpness = ImageStat.Stat(small).stddev[0], ImageStat.Stat(inner).var[0]
    return Picture(
        width,
        height,
        round(contrast),
        round(sharpness),
        tuple(_sketch(small, trim, contrast * DARKER) for trim in TRIMMED),
        coloured=_coloured(image),
    )


def _sketch(grey: Image.Image, trim: float, noise: float) -> Sketch:
    """Whether each field is darker than the one to its right."""
    width, height = grey.size
    inner = (width * trim, height * trim, width * (1 - trim), height * (1 - trim))
    small = grey.resize((FIELDS + 1, FIELDS), box=inner).tobytes()
    rows = [small[start : start + FIELDS + 1] for start in range(0, len(small), FIELDS + 1)]
    bits = "".join(str(int(a + noise < b)) for row in rows for a, b in pairwise(row))
    return tuple(int(bits[start : start + BITS], 2) for start in range(0, len(bits), BITS))


def _coloured(image: Image.Image) -> int:
    """Of ten thousand pixels, those with a colour, whatever the tint of the paper and of the light on it."""
    if image.mode not in ("RGB", "RGBA", "P", "CMYK", "YCbCr"):
        return 0  # greys have no colours
    whole = image if image.mode == "RGB" else image.convert("RGB")
    small = whole.reduce(max(1, max(image.size) // COLOUR_SIDE))
    paper = ImageStat.Stat(small).median
    red, green, blue = (
        channel.point([min(255, shade * max(paper) // max(tint, 1)) for shade in range(256)])
        for channel, tint in zip(small.split(), paper, strict=True)
    )
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    bright = strongest.point([255 * (shade >= BRIGHT) for shade in range(256)])
    counts = ImageChops.darker(ImageChops.subtract(strongest, weakest), bright).histogram()
    return round(10_000 * sum(counts[COLOUR:]) / sum(counts))
