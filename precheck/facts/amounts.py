"""Amounts typed as text: what number `120万`, `1,200,000.00元` or `壹佰贰拾万元整` means, in yuan."""

import re
from typing import Final
from unicodedata import normalize

DECORATION: Final = re.compile(r"^(?:人民币|rmb|cny|[¥$])|(?:rmb|cny|[元圆块]?整?)$")
PLAIN: Final = re.compile(
    r"([-+]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?(亿|千万|百万|十万|万|千|)"
)
SCALES: Final = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "": 1}
ONE_FORM: Final = str.maketrans(
    "〇壹贰貳叁肆伍陆陸柒捌玖两兩拾佰仟萬億", "零一二二三四五六六七八九二二十百千万亿"
)
NINE: Final = "零一二三四五六七八九"
SECTION: Final = re.compile(
    "零?(?:([一-九])千)?零?(?:([一-九])百)?零?(?:([一-九]?)(十))?零?([一-九])?".replace("一-九", NINE[1:])
)
LEFT_OUT: Final = re.compile(f"[百千万亿][{NINE[1:]}]$")
"""三万五: the last digit's place is left out."""
MOST: Final = 10**12
"""Yuan. Anything larger is not an amount of a small business."""


def amount_of(text: str) -> float | None:
    """The amount that a text means, in yuan to the fen; None when it may mean more than one, or none at all."""
    tidy = re.sub(r"\s", "", normalize("NFKC", text)).lower().translate(ONE_FORM)
    bare = DECORATION.sub("", DECORATION.sub("", tidy, count=1), count=1)
    found = PLAIN.fullmatch(bare)
    amount = _plain(*found.groups(default="")) if found else _chinese(bare)
    return round(amount, 2) if amount is not None and abs(amount) <= MOST else None


def _plain(sign: str, whole: str, decimals: str, scale: str) -> float | None:
    """Without a unit, more than two decimals may be a thousands separator or a unit left out: not guessed."""
    if len(decimals) > 2 and not scale:
        return None
    return float(f"{sign}{whole.replace(',', '')}.{decimals or 0}") * SCALES[scale]


def _chinese(text: str) -> float | None:
    """The value of Chinese numerals."""
    above, has_yi, rest = text.rpartition("亿")
    middle, has_wan, ones = rest.rpartition("万")
    parts = ((above, 10**8, has_yi), (middle, 10**4, has_wan), (ones, 1, ones or text == ""))
    values = [(_section(part), scale) for part, scale, there in parts if there]
    if LEFT_OUT.search(text) or any(value is None for value, _ in values):
        return None
    return float(sum(value * scale for value, scale in values if value))


def _section(text: str) -> int | None:
    """The value of up to four places, 一千零五; None when it is no such numeral, or nothing."""
    found = SECTION.fullmatch(text)
    if not found or not text:
        return None
    thousands, hundreds, tens, ten, ones = found.groups(default="")
    digits = (thousands, hundreds, tens or ("一" if ten else ""), ones)
    return sum(
        NINE.index(each) * place for each, place in zip(digits, (1000, 100, 10, 1), strict=True) if each
    )
