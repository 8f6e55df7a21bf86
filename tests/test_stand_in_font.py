"""The font that stands in for Chinese fonts which are not in the file: papers say the same wherever they are read."""

from io import BytesIO

import pytest
from PIL import ImageFont

from examples.samples import pdf
from precheck.documents.readers import reader_of
from precheck.documents.readers.stand_in_font import NARROW, WIDE, made


@pytest.mark.parametrize(("characters", "box"), [("收付一。（", WIDE), ("aZ09.-", NARROW)])
def test_every_character_is_a_box_where_its_ink_would_be(characters, box):
    font = ImageFont.truetype(BytesIO(made()), 1000)
    for each in characters:
        left, bottom, right, top = box
        drawn = font.getmask(each).getbbox()
        assert (drawn[0], drawn[2] - 1) == pytest.approx((left, right - 1), abs=1)
        assert font.getbbox(each, anchor="ls")[1::2] == (-top, -bottom)


def test_print_of_a_chinese_font_that_is_not_in_the_file_is_measured_by_it():
    read = reader_of("pdf", b"")[1]
    (page,) = read(pdf.drawn([(595, [(40, 800, "收"), (100, 800, "1.00")])])).content.pages
    thousandth = pdf.SIZE / 1000
    last = 100 + 3 * pdf.SIZE / 2
    assert page.lines == [["收", "1.00"]]
    assert page.spans[0][0] == pytest.approx((40 + WIDE[0] * thousandth, 40 + WIDE[2] * thousandth), abs=0.01)
    assert page.spans[0][1] == pytest.approx(
        (100 + NARROW[0] * thousandth, last + NARROW[2] * thousandth), abs=0.01
    )
