"""QR codes of invoices on photographed pages: `python -m benchmarks.codes`.

Twenty invented invoices, each with its code on a page of print, spoilt in the ways in which photos are: how many of the
codes are read, through the same door as a paper of a draft.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from precheck.documents.children import read_all

COUNT = 20
PAGE = (1800, 1273)
PLACE = (1350, 120)
Spoil = Callable[[Image.Image], Image.Image]


def main() -> None:
    """Print how many of the codes are read after each kind of damage."""
    pages = [page(number_of(index)) for index in range(COUNT)]
    print(f"codes read, of {COUNT}")
    for name, (spoil, quality) in DAMAGE.items():
        print(f"  {name:<44} {found([spoil(each) for each in pages], quality):>3}")


def found(pages: list[Image.Image], quality: int) -> int:
    """On how many pages the right number of an invoice is read."""
    with TemporaryDirectory() as folder:
        names = [f"{index}.jpg" for index in range(COUNT)]
        for name, image in zip(names, pages, strict=True):
            image.save(Path(folder) / name, quality=quality)
        read = read_all(folder, names)
    numbers = [[each.number.text for each in facts.says.invoices] for facts in read]
    return sum([number_of(index)] == said for index, said in enumerate(numbers))


def number_of(index: int) -> str:
    """The number of an invented invoice."""
    return f"2533200000{index * 48_271 + 7:010}"


def page(number: str) -> Image.Image:
    """A page of print with the code of an invoice near its corner."""
    image = Image.new("L", PAGE, 250)
    draw = ImageDraw.Draw(image)
    for line in range(20):
        for word in range(14):
            draw.rectangle((80 + 85 * word, 100 + 55 * line, 140 + 85 * word, 124 + 55 * line), fill=60)
    image.paste(code(f"01,31,,{number},21800.00,20250307,,E86A"), PLACE)
    return image


def code(text: str) -> Image.Image:
    """A QR code as a picture."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    view = memoryview(zxingcpp.write_barcode_to_image(made, scale=4))
    return Image.frombytes("L", (view.shape[1], view.shape[0]), bytes(view))


def blurred(radius: float) -> Spoil:
    """Out of focus."""
    return lambda image: image.filter(ImageFilter.GaussianBlur(radius))


def turned(degrees: float) -> Spoil:
    """Taken askew."""
    return lambda image: image.rotate(degrees, expand=True, fillcolor=250, resample=Image.Resampling.BICUBIC)


def scaled(share: float) -> Spoil:
    """Taken from farther away."""
    return lambda image: image.resize((int(image.width * share), int(image.height * share)))


def tilted(image: Image.Image) -> Image.Image:
    """Taken from the side, so that one edge is shorter."""
    width, height = image.size
    corners = (-120, -60, 60, height + 40, width - 60, height + 120, width + 120, -20)
    return image.transform(image.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=250)


def everything(image: Image.Image) -> Image.Image:
    """A little of all of it."""
    return scaled(0.7)(turned(3)(blurred(1)(image)))


DAMAGE: dict[str, tuple[Spoil, int]] = {
    "none": (blurred(0), 90),
    "blurred by 1 pixel": (blurred(1), 90),
    "blurred by 2 pixels": (blurred(2), 90),
    "turned by 3 degrees": (turned(3), 90),
    "turned by 37 degrees": (turned(37), 90),
    "turned by 90 degrees": (turned(90), 90),
    "half the size": (scaled(0.5), 90),
    "JPEG of quality 30": (blurred(0), 30),
    "taken from the side": (tilted, 90),
    "blurred, turned, smaller, JPEG of quality 50": (everything, 50),
}
"""What happens to a page, and the quality of the JPEG that it is saved with."""


if __name__ == "__main__":
    main()
