"""The print of photos, recognised by the optional library: exact where a person reads it easily, and never online."""

import socket
from datetime import date
from io import BytesIO

import pytest

from precheck.documents import children, ocr
from precheck.documents.papers.recognised import recognised_in
from tests.conftest import ROOT

pytest.importorskip("rapidocr")
Image = pytest.importorskip("PIL.Image")

PICTURES = ROOT / "tests" / "pictures"
CODE, NAME = "91330106MA2EX4P545", "杭州示例电器批发有限公司"


def picture(name):
    return Image.open(PICTURES / f"{name}.png").convert("RGB")


def compressed(image):
    file = BytesIO()
    image.save(file, "JPEG", quality=50)
    return Image.open(file)


def scaled(image):
    return image.resize((image.width * 7 // 10, image.height * 7 // 10))


def turned(image):
    return image.rotate(3, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)


PHOTOS = {"clean": lambda image: image, "quality 50": compressed, "turned by 3°": turned, "× 0.7": scaled}


@pytest.fixture(scope="module", autouse=True)
def loaded():
    ocr.load()


@pytest.mark.parametrize("photo", PHOTOS)
def test_code_and_name_of_a_licence_are_exact(photo):
    [found] = recognised_in(ocr.recognised(PHOTOS[photo](picture("licence"))))
    assert (found.kind, found.code.text, found.name.text) == ("licence", CODE, NAME)


@pytest.mark.parametrize("photo", PHOTOS)
def test_number_and_last_day_of_a_card_are_exact(photo):
    front, back = (
        recognised_in(ocr.recognised(PHOTOS[photo](picture(name))))[0] for name in ("front", "back")
    )
    assert front.code.text == "330106198002140012"
    assert back.ends.day == date(2036, 3, 1)


def test_an_empty_page_says_nothing():
    assert ocr.recognised(Image.new("RGB", (800, 600), "white")) == []


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ocr._engine.cache_clear()
    assert ocr.recognised(picture("front"))


def test_papers_are_recognised_in_processes_of_their_own(tmp_path):
    picture("licence").save(tmp_path / "licence.jpg", quality=90)
    picture("licence").save(tmp_path / "scan.pdf")
    Image.new("L", (1200, 800), 250).save(tmp_path / "blank.png")
    (tmp_path / "table.csv").write_text("交易日期,收入,支出\n2026-01-05,1,2\n", "utf-8")
    names = ["licence.jpg", "scan.pdf", "blank.png", "table.csv"]
    photo, scan, blank, table = children.read_all(str(tmp_path), names)
    assert photo.recognised[0].code.text == CODE
    assert scan.recognised[0].code.text == CODE
    assert blank.recognised is None
    assert table.recognised is None
