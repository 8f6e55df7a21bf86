"""Forms drawn on a page, as bookkeeping software prints them: centred names of columns, right-aligned amounts, and nothing
where a cell is empty. They say what the same table says in a workbook."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.documents.content import Content, Sheet
from precheck.documents.papers import facts_of
from precheck.documents.papers.facts.forms import Figure
from precheck.documents.readers.lines import Word, page_of

SIZE, STEP = 8, 14
"""Points: of a Chinese character, and between two lines."""
Column = tuple[str, int, int]
"""Its name, and from where to where it goes in points. Names of lines stand at its left, all else at its right."""
BALANCE: tuple[Column, ...] = (
    ("资产", 40, 150), ("行次", 155, 175), ("期末余额", 180, 260), ("年初余额", 265, 345),
    ("负债和所有者权益", 350, 470), ("行次", 475, 495), ("期末余额", 500, 580), ("年初余额", 585, 665),
)  # fmt: skip
INCOME: tuple[Column, ...] = (
    ("项目", 40, 180), ("行次", 190, 215), ("本年累计金额", 230, 330), ("本月金额", 340, 440),
)  # fmt: skip
RETURN: tuple[Column, ...] = (
    ("项目", 40, 180), ("栏次", 190, 215), ("本月数", 230, 310), ("本年累计", 315, 395),
    ("本月数", 400, 480), ("本年累计", 485, 565),
)  # fmt: skip
SMALL: tuple[Column, ...] = (
    ("项目", 40, 180), ("栏次", 190, 215), ("货物及劳务", 230, 290), ("服务、不动产和无形资产", 295, 385),
    ("货物及劳务", 390, 450), ("服务、不动产和无形资产", 455, 545),
)  # fmt: skip
"""Each two of these stand under one of the names above them."""
ABOVE = (("本期数", 230, 385), ("本年累计", 390, 545))
LINES = {
    "资产负债表": [
        ["货币资金", "1", "", "", "短期借款", "31", "", ""],
        ["存货", "9", "", "", "应付职工薪酬", "35", "", ""],
        ["资产总计", "30", "", "", "负债合计", "47", "", ""],
    ],
    "利润表": [["一、营业收入", "1", "", ""], ["减：营业成本", "2", "", ""], ["四、净利润", "32", "", ""]],
    "增值税及附加税费申报表": [
        ["（一）按适用税率计税销售额", "1", "", "", "", ""],
        ["销项税额", "11", "", "", "", ""],
        ["应纳税额合计", "24", "", "", "", ""],
    ],
}
COLUMNS = {
    "资产负债表": BALANCE,
    "利润表": INCOME,
    "增值税及附加税费申报表": RETURN,
    "增值税及附加税费申报表（小规模纳税人适用）": SMALL,
}


def width(text: str) -> int:
    return sum(SIZE // 2 if each.isascii() else SIZE for each in text)


def words(title: str, rows: list[list[str]]) -> Iterator[Word]:
    columns = COLUMNS[title]
    yield Word(title, 200, 200 + width(title), 0, SIZE)
    names = [name for name, *_ in columns]
    for number, row in enumerate([names, *rows], 1):
        for (_, left, right), cell in zip(columns, row, strict=True):
            if cell:
                middle, is_name = (left + right - width(cell)) / 2, not cell[0].isdecimal() and cell[0] != "-"
                start = middle if number == 1 else left if is_name else right - width(cell)
                yield Word(cell, start, start + width(cell), STEP * number, STEP * number + SIZE)


def figures(content: Content) -> list[tuple[str, int]]:
    def said(figure: Figure) -> tuple[str, int]:
        return figure.name, figure.fen

    [form] = facts_of(content).forms
    assert not form.misread
    return sorted(map(said, form.figures))


def alike(title: str, rows: list[list[str]]) -> None:
    """Assert that a form says on a page what it says in a workbook."""
    table = [[title], [name for name, *_ in COLUMNS[title]], *rows]
    page = page_of(1, list(words(title, rows)))
    assert figures(Content(pages=(page,))) == figures(Content(sheets=(Sheet("", table),)))


amounts = st.integers(-(10**9), 10**9).map(lambda fen: f"{fen / 100:,.2f}")


@pytest.mark.parametrize("title", LINES)
@given(data=st.data())
def test_empty_cells_leave_the_others_in_their_columns(title, data):
    rows = [
        [cell or data.draw(st.just("") | amounts) for cell in line]
        for line in data.draw(st.lists(st.sampled_from(LINES[title]), min_size=1, unique_by=str))
    ]
    alike(title, rows)


def test_only_the_refund_columns_are_filled():
    alike(
        "增值税及附加税费申报表",
        [["销项税额", "11", "", "", "700.00", "8,000.00"], ["应纳税额合计", "24", "1.00", "2.00", "", ""]],
    )


def small_scale(rows: list[list[str]]) -> dict[str, int]:
    """The figures of a small-scale return, by name in fen, on a page and in a workbook the same."""
    title = "增值税及附加税费申报表（小规模纳税人适用）"
    lines = [
        Word(
            name,
            (left + right - width(name)) / 2,
            (left + right + width(name)) / 2,
            STEP // 2,
            STEP // 2 + SIZE,
        )
        for name, left, right in ABOVE
    ]
    page = page_of(1, [*words(title, rows), *lines])
    head = [[title], ["", "", "本期数", "", "本年累计", ""], [name for name, *_ in SMALL]]
    on_the_page, in_a_workbook = Content(pages=(page,)), Content(sheets=(Sheet("", [*head, *rows]),))
    assert figures(on_the_page) == figures(in_a_workbook)
    return dict(figures(on_the_page))


def test_columns_that_stand_under_one_name_are_added_whichever_are_empty():
    found = small_scale(
        [
            ["应征增值税不含税销售额(3%征收率)", "1", "500.00", "20.00", "1,500.00", ""],
            ["本期应纳税额", "16", "", "0.60", "45.00", "0.60"],
        ]
    )
    assert found["current.simplified_sales"] == 52000
    assert found["year_to_date.simplified_sales"] == 150000
    assert found["current.simplified_tax"] == 60
    assert found["year_to_date.simplified_tax"] == 4560
