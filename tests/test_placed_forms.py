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


def page_at(*words: tuple[float, float, str]) -> Content:
    """A page of words that begin at a place, so many points from its left and its top."""
    drawn = [Word(text, left, left + width(text), top, top + SIZE) for left, top, text in words]
    return Content(pages=(page_of(1, drawn),))


def test_amounts_stand_under_names_of_columns_that_are_at_the_other_side():
    """Names of columns at the left, amounts at the right of equal columns: each amount is nearer to the next name."""
    head = [(40, 14, "项目"), (140, 14, "行次"), (240, 14, "本年累计金额"), (340, 14, "本月金额")]
    rows = [
        *((40, 28, "一、营业收入"), (180, 28, "1"), (300, 28, "1,000.00"), (412, 28, "90.00")),
        *((40, 42, "减：营业外支出"), (180, 42, "24"), (306, 42, "800.50")),
        *((40, 56, "减：所得税费用"), (180, 56, "27"), (412, 56, "20.00")),
    ]
    assert figures(page_at((200, 0, "利润表"), *head, *rows)) == [
        ("income_statement.current.income_tax", 20_00),
        ("income_statement.current.revenue", 90_00),
        ("income_statement.year_to_date.non_operating_expenses", 800_50),
        ("income_statement.year_to_date.revenue", 1_000_00),
    ]


def test_a_name_over_two_lines_has_the_amounts_between_them():
    head = [(40, 14, "项目"), (140, 14, "行次"), (240, 14, "本年累计金额"), (340, 14, "本月金额")]
    rows = [
        *((40, 28, "一、营业收入"), (140, 28, "1"), (250, 28, "1,000.00"), (350, 28, "90.00")),
        *((40, 42, "三、利润总额（亏损总额以"), (140, 49, "30"), (250, 49, "-200.00"), (350, 49, "-10.00")),
        *((40, 56, "“-”号填列）"), (40, 70, "减：所得税费用"), (140, 70, "31"), (266, 70, "5.00")),
    ]
    assert figures(page_at((200, 0, "利润表"), *head, *rows)) == [
        ("income_statement.current.revenue", 90_00),
        ("income_statement.current.total_profit", -10_00),
        ("income_statement.year_to_date.income_tax", 5_00),
        ("income_statement.year_to_date.revenue", 1_000_00),
        ("income_statement.year_to_date.total_profit", -200_00),
    ]


def test_numbers_of_lines_are_no_amounts_where_the_name_of_their_column_goes_over_two_lines():
    names = ["货币资金", "应收票据", "预付账款", "存货", "固定资产原价"]
    head = [(145, 10, "行"), (40, 17, "资产"), (240, 17, "期末余额"), (340, 17, "年初余额"), (145, 24, "次")]
    rows = [
        word
        for number, name in enumerate(names, 1)
        for word in ((40, 24 + STEP * number, name), (148, 24 + STEP * number, f"{number}"))
    ]
    only = (250, 24 + 2 * STEP, "20,000.00")
    assert figures(page_at((200, 0, "资产负债表"), *head, *rows, only)) == [
        ("balance_sheet.closing.receivables", 20_000_00)
    ]


def test_halves_of_columns_may_stand_two_lines_below_their_name():
    """The other names of the header are centred beside both lines."""
    title = "增值税及附加税费申报表（小规模纳税人适用）"
    above = [(290, 14, "本期数"), (450, 14, "本年累计"), (100, 21, "项目"), (190, 21, "栏次")]
    halves = [
        (230, 28, "货物及劳务"),
        (295, 28, "服务、不动产"),
        (390, 28, "货物及劳务"),
        (455, 28, "服务、不动产"),
    ]
    row = [
        (40, 50, "免税销售额"),
        (190, 50, "9"),
        (240, 50, "500.00"),
        (310, 50, "20.00"),
        (394, 50, "1,500.00"),
    ]
    assert figures(page_at((200, 0, title), *above, *halves, *row)) == [
        ("current.exempt_sales", 520_00),
        ("year_to_date.exempt_sales", 1_500_00),
    ]


HEAD = [
    *((40, 14, "资产"), (160, 14, "期末余额"), (240, 14, "年初余额")),
    *((320, 14, "负债和所有者权益"), (440, 14, "期末余额"), (520, 14, "年初余额")),
]
"""Of a balance sheet with two blocks side by side."""
LOANS = {"balance_sheet.closing.short_term_loans": 90_00, "balance_sheet.opening.short_term_loans": 80_00}
EQUITY = {"balance_sheet.closing.total_equity": 7_000_00, "balance_sheet.opening.total_equity": 6_000_00}
ASSETS = {"balance_sheet.closing.total_assets": 9_000_00, "balance_sheet.opening.total_assets": 8_000_00}
FIRST = [(40, 28, "货币资金"), (320, 28, "短期借款"), (456, 28, "90.00"), (536, 28, "80.00")]
FIRST_ASSET = [(40, 77, "资产总计"), (160, 77, "9,000.00"), (240, 77, "8,000.00")]
FIRST_EQUITY = [(440, 77, "7,000.00"), (520, 77, "6,000.00")]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param([(320, 70, "所有者权益（或股东权"), (320, 84, "益）合计")], id="centred"),
        pytest.param(
            [(320, 63, "所有者权益"), (320, 77, "（或股东权益）"), (320, 91, "合计")],
            id="centred, with a line beside the amounts",
        ),
        pytest.param(
            [(320, 56, "所有者"), (320, 70, "权益（或"), (320, 84, "股东权益"), (320, 98, "）合计")],
            id="centred, two above and two below",
        ),
        pytest.param([(320, 77, "所有者权益（或"), (320, 91, "股东权益）合计")], id="at the top"),
        pytest.param([(320, 63, "所有者权益（或"), (320, 77, "股东权益）合计")], id="at the bottom"),
    ],
)
def test_a_name_over_several_lines_in_one_of_two_blocks_has_the_amounts_beside_it(name):
    found = figures(page_at((200, 0, "资产负债表"), *HEAD, *FIRST, *FIRST_ASSET, *name, *FIRST_EQUITY))
    assert dict(found) == LOANS | EQUITY | ASSETS


def test_lines_of_the_other_block_may_stand_between_those_of_a_name():
    other = [(40, 70, "存货"), (160, 70, "500.00"), (40, 84, "资产总计"), (160, 84, "9,000.00")]
    name = [(320, 56, "所有者权益（或"), (320, 98, "股东权益）合计")]
    found = figures(page_at((200, 0, "资产负债表"), *HEAD, *FIRST, *other, *name, *FIRST_EQUITY))
    assets = {"balance_sheet.closing.inventory": 500_00, "balance_sheet.closing.total_assets": 9_000_00}
    assert dict(found) == LOANS | EQUITY | assets


def test_the_second_line_of_a_name_is_not_taken_for_another_name():
    """`非流动负债合计`, of which the line beside the amounts is a name of its own."""
    name = [(320, 42, "非流动"), (320, 56, "负债合计"), (456, 56, "70.00")]
    total = [(320, 70, "负债合计"), (450, 70, "160.00")]
    found = dict(figures(page_at((200, 0, "资产负债表"), *HEAD, *FIRST, *name, *total)))
    assert found["balance_sheet.closing.non_current_liabilities"] == 70_00
    assert found["balance_sheet.closing.total_liabilities"] == 160_00


def test_a_group_beside_a_name_over_two_lines_is_no_part_of_it():
    head = [(40, 14, "项目"), (240, 14, "栏次"), (290, 14, "本月数"), (380, 14, "本年累计")]
    group = [(40, 35, "销售额"), (240, 35, "1"), (290, 35, "500.00"), (380, 35, "900.00")]
    name = [(100, 28, "（一）按适用税率计税销售"), (100, 42, "额")]
    assert figures(page_at((200, 0, "增值税及附加税费申报表"), *head, *group, *name)) == [
        ("current.standard_sales", 500_00),
        ("year_to_date.standard_sales", 900_00),
    ]


def unread(*words: tuple[float, float, str]) -> tuple[dict[str, int], list[int]]:
    """The figures of a balance sheet with these words below its first line, and the lines that cannot be read."""
    [form] = facts_of(page_at((200, 0, "资产负债表"), *HEAD, *FIRST, *words)).forms
    return {figure.name: figure.fen for figure in form.figures}, [place.line for place in form.misread]


def test_amounts_without_a_name_in_their_own_block_are_said_to_be_unread():
    assert unread(*FIRST_ASSET, *FIRST_EQUITY) == (LOANS | ASSETS, [4])


def test_amounts_that_go_on_in_the_line_below_are_said_to_be_unread():
    """A column that is too narrow for `893,680.76`: neither part is the amount."""
    torn = [(320, 42, "流动负债合计"), (440, 42, "893,68"), (440, 56, "0.76")]
    assert unread(*torn) == (LOANS, [4, 5])


ONE: tuple[Column, ...] = (("项目", 40, 180), ("本年累计金额", 230, 330))


def test_amounts_beside_the_name_of_the_only_column_are_in_it(monkeypatch):
    monkeypatch.setitem(COLUMNS, "利润表", ONE)
    drawn = list(words("利润表", [["一、营业收入", "1,000.00"], ["减：营业成本", "5.00"]]))
    *others, revenue, _, cost = drawn
    moved = [revenue._replace(left=400, right=440), cost._replace(left=500, right=520)]
    page = page_of(1, [*others, *moved, drawn[-2]])
    assert [fen for _, fen in figures(Content(pages=(page,)))] == [500, 100000]


def test_a_figure_whose_name_goes_over_lines_stands_where_its_amounts_stand():
    drawn = list(
        words("利润表", [["一、营业收入", "1", "1,000.00", "10.00"], ["减：营业", "2", "500.00", "5.00"]])
    )
    name = next(word for word in drawn if word.text == "减：营业")
    half = STEP // 3
    around = [
        name._replace(top=name.top - half, bottom=name.bottom - half),
        name._replace(text="成本", top=name.top + half, bottom=name.bottom + half),
    ]
    page = page_of(1, [*(word for word in drawn if word != name), *around])
    line = page.lines.index(["2", "500.00", "5.00"]) + 1
    [form] = facts_of(Content(pages=(page,))).forms
    assert [(each.fen, each.place.line) for each in form.figures if "cost" in each.name] == [
        (50000, line),
        (500, line),
    ]
