"""Statements drawn on a page, as banks print them: right-aligned amounts, centred names of columns, empty cells, cells of
two lines. They say what the same table says in a workbook."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precheck.documents.answer import facts_from
from precheck.documents.content import Content, Sheet
from precheck.documents.papers import facts_of
from precheck.documents.papers.facts.statements import Flow
from precheck.documents.readers.lines import Word, page_of
from tests.conftest import ROOT

sys.path.append(str(ROOT / "examples"))
from samples.pdf import SIZE, drawn

Column = tuple[str, int, int, str]
"""Its name, from where to where it goes in points, and on which side its cells stand: `l` or `r`."""
Row = tuple[str, ...]
STEP, TOP, LINE = 22, 740, 9
"""Points between two rows, the first row, and between two lines of one cell."""
HEAD = [
    (40, 800, "示例银行账户交易明细"),
    (40, 786, "户名：示例商贸有限公司"),
    (300, 786, "账号：3301040160000000091"),
    (40, 772, "起始日期：2026-01-01"),
    (200, 772, "截止日期：2026-02-28"),
]
NO_BALANCE: tuple[Column, ...] = (
    ("交易日期", 40, 90, "l"), ("摘要", 100, 160, "l"), ("收入金额", 170, 240, "r"), ("支出金额", 250, 320, "r"),
    ("对方户名", 340, 450, "l"), ("备注", 465, 550, "l"),
)  # fmt: skip
TIGHT: tuple[Column, ...] = (
    ("交易日期", 40, 80, "l"), ("摘要", 90, 130, "l"), ("借方发生额", 142, 200, "r"), ("贷方发生额", 204, 262, "r"),
    ("余额", 266, 330, "r"), ("对方户名", 334, 460, "l"),
)  # fmt: skip
WRAPPED: tuple[Column, ...] = (
    ("交易\n日期", 40, 80, "l"), ("摘要", 90, 130, "l"), ("借方发生额\n(支取)", 142, 200, "r"),
    ("贷方发生额\n(收入)", 204, 262, "r"), ("余额", 266, 330, "r"), ("对方户名", 334, 460, "l"),
)  # fmt: skip
"""Names of columns on two lines, beside those on one."""
SIGNED: tuple[Column, ...] = (
    ("序号", 30, 50, "r"), ("交易日期", 60, 110, "l"), ("收/支", 118, 140, "l"), ("金额", 150, 230, "r"),
    ("交易对方", 240, 330, "l"), ("商品说明", 345, 450, "l"),
)  # fmt: skip


def width(text: str) -> int:
    return sum(SIZE // 2 if each.isascii() else SIZE for each in text)


def words(columns: tuple[Column, ...], rows: list[Row], top: int = TOP) -> Iterator[tuple[int, int, str]]:
    """Where every line of every cell is drawn; the names of the columns stand in their middles."""
    for number, row in enumerate([tuple(name for name, *_ in columns), *rows]):
        for (_, left, right, side), cell in zip(columns, row, strict=True):
            lines = cell.split("\n") if cell else []
            for line, text in enumerate(lines):
                middle = (left + right - width(text)) // 2
                x = middle if not number else right - width(text) if side == "r" else left
                yield x, top - STEP * number + LINE * (len(lines) - 1) // 2 - LINE * line, text


def printed(columns: tuple[Column, ...], *pages: list[Row]) -> Flow:
    """What the statement says, drawn on pages of which each repeats the names of the columns."""
    first, *others = ([*words(columns, rows)] for rows in pages)
    (flow,) = facts_from(drawn([(595, page) for page in ([*HEAD, *first], *others)])).says.flows
    return flow


def in_a_workbook(columns: tuple[Column, ...], *pages: list[Row]) -> Flow:
    """What the same table says where every cell has its column."""
    head = [
        ["户名：示例商贸有限公司", "账号：3301040160000000091"],
        ["起始日期：2026-01-01", "截止日期：2026-02-28"],
    ]
    rows = [[cell.replace("\n", "") for cell in row] for page in pages for row in page]
    table = [*head, [name.replace("\n", "") for name, *_ in columns], *rows]
    (flow,) = facts_of(Content(sheets=(Sheet("", table),))).flows  # type: ignore[arg-type]
    return flow


def sums(flow: Flow) -> list[tuple[object, ...]]:
    return [(m.month, m.inflow, m.outflow, m.own, m.returned, m.rows, m.closing) for m in flow.months]


def parties(flow: Flow) -> list[tuple[object, ...]]:
    return [tuple(each) for each in flow.counterparties]


WIDE: tuple[Column, ...] = (
    ("交易日期", 40, 90, "l"), ("收入", 100, 150, "r"), ("支出", 160, 210, "r"), ("余额", 220, 270, "r"),
    ("币种", 280, 304, "l"), ("摘要", 314, 470, "l"), ("对方户名", 480, 590, "l"),
)  # fmt: skip
"""A name in the middle of a wide column, whose words stand nearer to the name of the column before it."""
NARROW: tuple[Column, ...] = (
    ("交易时间", 40, 80, "l"), ("交易\n\n分类", 90, 110, "l"), ("交易对方", 120, 220, "l"), ("商品说明", 230, 300, "l"),
    ("收/\n\n支", 310, 330, "l"), ("金额", 340, 400, "r"), ("交易\n\n状态", 410, 440, "l"),
)  # fmt: skip
"""Names of columns on two lines, what tells the direction among them, around a line that makes a header alone."""
TITLED: tuple[Column, ...] = (
    ("交易日期", 40, 90, "l"), ("摘要", 100, 150, "l"), ("\n\n借方", 160, 230, "r"), ("\n\n贷方", 240, 310, "r"),
    ("对方户名", 320, 440, "l"),
)  # fmt: skip
PLAIN: list[Row] = [
    ("2026-01-05", "货款", "1,000.00", "", "甲示例公司", ""),
    ("2026-01-07", "", "", "200.00", "乙示例公司", "材料"),
    ("2026-01-09", "转账", "12,000.00", "", "", ""),
    ("2026-01-11", "手续费", "", "5.00", "", ""),
    ("2026-01-12", "", "0.30", "", "乙", "样品"),
]
CHAINED: list[Row] = [
    ("20260105", "货款", "", "1,000,000.00", "1,001,500.00", "甲示例公司"),
    ("20260107", "材料", "123,200.00", "", "878,300.00", "乙示例公司"),
    ("20260109", "", "", "1,000.00", "879,300.00", ""),
    ("20260210", "材料", "879,300.00", "", "0.00", "乙示例公司"),
]
TWO_DAYS: tuple[Column, ...] = (
    ("交易时间", 40, 90, "l"), ("摘要", 100, 160, "l"), ("收入金额", 170, 240, "r"), ("支出金额", 250, 320, "r"),
    ("对方户名", 340, 450, "l"), ("记账日期", 465, 550, "l"),
)  # fmt: skip
WORDED: list[Row] = [
    ("1", "2026-01-05", "收入", "1,000.00", "甲示例公司", "货款"),
    ("2", "2026-01-06", "支出", "31.50", "", "材料"),
    ("3", "2026-02-06", "收入", "50.00", "乙示例公司", "退款"),
]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [(NO_BALANCE, PLAIN), (TIGHT, CHAINED), (WRAPPED, CHAINED), (SIGNED, WORDED)],
    ids=["no-balance", "tight", "wrapped", "signed"],
)
def test_a_printed_statement_says_what_the_same_table_says_in_a_workbook(
    columns: tuple[Column, ...], rows: list[Row]
) -> None:
    on_paper, aligned = printed(columns, rows), in_a_workbook(columns, rows)
    assert sums(on_paper) == sums(aligned)
    assert parties(on_paper) == parties(aligned)
    assert on_paper.unread == on_paper.breaks == ()


WIDELY: list[Row] = [
    ("2026-01-05", "1,000.00", "", "1,500.00", "人民币", "货款", "甲示例公司"),
    ("2026-01-07", "", "200.00", "1,300.00", "人民币", "跨行转账支付材料款及运费", "乙示例公司"),
]


def test_a_name_in_the_middle_of_a_wide_column_stands_over_the_words_at_its_left() -> None:
    on_paper = printed(WIDE, WIDELY)
    assert sums(on_paper) == sums(in_a_workbook(WIDE, WIDELY))
    assert on_paper.unread == ()


def test_columns_that_nearly_touch_are_told_apart_in_header_and_rows() -> None:
    columns: tuple[Column, ...] = (
        ("交易日期", 40, 72, "l"), ("支出金额", 77, 117, "r"), ("收入金额", 119, 155, "r"),
        ("对方账号", 158, 234, "l"), ("对方户名", 237, 320, "l"),
    )  # fmt: skip
    account = "3301040160000000091"
    rows = [
        ("20260105", "", "1000.00", account, "甲示例公司"),
        ("20260107", "20000.00", "", account, "乙示例公司"),
    ]
    on_paper, aligned = printed(columns, rows), in_a_workbook(columns, rows)
    assert sums(on_paper) == sums(aligned)
    assert parties(on_paper) == parties(aligned)


def test_names_on_two_lines_around_a_header_are_of_it_where_they_tell_the_direction() -> None:
    rows = [
        (
            "2026-01-05\n\n10:11:12",
            "转账",
            "甲示例公司",
            "跨行转账\n\n支付货款",
            "收入",
            "1,000.00",
            "交易\n\n成功",
        ),
        ("2026-01-06\n\n10:11:12", "转账", "丙示例公司", "货款", "收入", "300.00", "交易\n\n成功"),
        ("2026-01-07\n\n10:11:12", "转账", "乙示例公司", "材料", "支出", "200.00", "交易\n\n成功"),
    ]
    in_one_line = [(row[0][:10], *row[1:]) for row in rows]
    on_paper, aligned = printed(NARROW, rows), in_a_workbook(NARROW, in_one_line)
    assert sums(on_paper) == sums(aligned)
    assert parties(on_paper) == parties(aligned)


@pytest.mark.parametrize("x", [180, 212, 223], ids=["over-one", "beside-one", "between"])
def test_a_name_over_both_sides_of_the_money_is_no_column(x: int) -> None:
    rows = [
        ("20260105", "利息", "", "0.30", "甲示例公司"),
        ("20260106", "手续费", "0.20", "", "乙示例公司"),
        ("20260107", "手续费", "0.10", "", ""),
    ]
    title = (x, TOP + LINE, "发生额")
    (flow,) = facts_from(drawn([(595, [*HEAD, title, *words(TITLED, rows)])])).says.flows
    assert sums(flow) == sums(in_a_workbook(TITLED, rows))
    assert flow.breaks == flow.unread == ()


@pytest.mark.parametrize("torn", ["2026-\n{1}-{2}", "2026-{1}-\n{2}", "2026/\n{1}/{2}"])
def test_a_day_on_two_lines_is_one_day(torn: str) -> None:
    rows = [(torn.format(*row[0].split("-")), *row[1:]) for row in PLAIN]
    on_paper = printed(NO_BALANCE, rows)
    assert sums(on_paper) == sums(in_a_workbook(NO_BALANCE, PLAIN))
    assert on_paper.unread == ()


def test_a_day_that_runs_into_the_column_of_its_time_is_its_day() -> None:
    columns = (("记账日", 40, 74, "l"), ("交易时间", 76, 112, "l"), *NO_BALANCE[2:])
    rows = [(row[0].replace("-", ""), "10:11:12", *row[2:]) for row in PLAIN]
    on_paper = printed(columns, rows)
    assert sums(on_paper) == sums(in_a_workbook(columns, rows))
    assert on_paper.unread == ()


def test_amounts_on_two_lines_are_not_read_as_others() -> None:
    torn = [[cell.replace(".", ".\n") for cell in row] for row in CHAINED]
    narrow = printed(TIGHT, [(f"2026-\n{day[4:6]}-{day[6:]}", *cells) for day, *cells in torn])
    assert (narrow.months, len(narrow.unread)) == ((), len(CHAINED))


def test_amounts_that_are_printed_without_their_fen_are_read() -> None:
    rows = [tuple(cell.replace(".00", "") for cell in row) for row in PLAIN]
    on_paper = printed(NO_BALANCE, rows)
    assert sums(on_paper) == sums(in_a_workbook(NO_BALANCE, PLAIN))
    assert on_paper.unread == ()


def test_days_that_a_column_is_too_narrow_for_are_rows_that_cannot_be_read_and_no_missing_months() -> None:
    narrow = printed(TIGHT, [("###", *row[1:]) for row in CHAINED])
    assert (narrow.months, narrow.missing, len(narrow.unread)) == ((), (), len(CHAINED))


def test_the_number_of_a_page_is_no_day() -> None:
    number = (40, 20, "1/3")
    (flow,) = facts_from(drawn([(595, [*HEAD, *words(WIDE, WIDELY), number])])).says.flows
    assert sums(flow) == sums(in_a_workbook(WIDE, WIDELY))


def test_a_label_behind_the_value_of_another_begins_anew() -> None:
    head = [
        (40, 800, "示例银行账户交易明细"),
        (40, 786, "户名："),
        (100, 786, "示例商贸有限公司 账号："),
        (260, 786, "3301040160000000091"),
    ]
    (flow,) = facts_from(drawn([(595, [*head, *words(NO_BALANCE, PLAIN)])])).says.flows
    said = [each and each.text for each in (flow.holder, flow.account)]
    assert said == ["示例商贸有限公司", "3301040160000000091"]


def test_a_table_goes_on_over_pages() -> None:
    pages = (PLAIN[:2], PLAIN[2:])
    assert sums(printed(NO_BALANCE, *pages)) == sums(in_a_workbook(NO_BALANCE, *pages))


def test_two_pages_that_stand_side_by_side_follow_each_other() -> None:
    def beside(rows: list[Row]) -> list[tuple[int, int, str]]:
        return [(x + 600, y, text) for x, y, text in words(NO_BALANCE, rows)]

    sheet = [*HEAD, *words(NO_BALANCE, PLAIN[:3]), *beside(PLAIN[3:])]
    (flow,) = facts_from(drawn([(1200, sheet)])).says.flows
    assert sums(flow) == sums(in_a_workbook(NO_BALANCE, PLAIN))
    assert parties(flow) == parties(in_a_workbook(NO_BALANCE, PLAIN))


def test_a_name_on_two_lines_hides_no_amount() -> None:
    long = [(*PLAIN[0][:4], "绍兴示例纺织品\n有限公司", ""), *PLAIN[1:]]
    assert sums(printed(NO_BALANCE, long)) == sums(in_a_workbook(NO_BALANCE, PLAIN))


def test_names_of_columns_on_the_next_page_are_no_labels() -> None:
    columns = (("账号", 10, 34, "l"), *WRAPPED)
    pages = [
        (595, [*words(columns, [("0216", *row) for row in rows])]) for rows in (CHAINED[:2], CHAINED[2:])
    ]
    (flow,) = facts_from(drawn(pages)).says.flows
    assert (flow.holder, flow.account) == (None, None)
    assert sums(flow) == sums(in_a_workbook(WRAPPED, CHAINED))


def test_a_day_above_its_time_has_the_amount_that_stands_beside_both() -> None:
    timed = [(row[0], f"{row[1]}\n10:11:12", *row[2:]) for row in WORDED]
    assert sums(printed(SIGNED, timed)) == sums(in_a_workbook(SIGNED, WORDED))
    assert parties(printed(SIGNED, timed)) == parties(in_a_workbook(SIGNED, WORDED))


def test_of_two_days_in_a_row_the_one_in_the_column_that_counts_is_taken() -> None:
    rows = [(f"{row[0]}\n10:11:12", *row[1:5], row[0]) for row in PLAIN]
    on_paper, aligned = printed(TWO_DAYS, rows), in_a_workbook(TWO_DAYS, rows)
    assert sums(on_paper) == sums(aligned)
    assert on_paper.unread == ()


def test_a_day_above_totals_is_no_movement() -> None:
    end = ("", "2026-02-28\n打印", "合计", "1,081.50", "", "")
    assert sums(printed(SIGNED, [*WORDED, end])) == sums(in_a_workbook(SIGNED, WORDED))


def test_the_holder_is_known_as_the_other_party_by_the_column_of_the_name() -> None:
    rows = [("2026-01-05", "", "900.00", "", "示例商贸有限公司", ""), *PLAIN]
    assert printed(NO_BALANCE, rows).months[0].own == 900_00


def test_the_holder_is_known_by_a_name_that_goes_on_below() -> None:
    rows = [("2026-01-05", "", "900.00", "", "示例商贸\n有限公司", ""), *PLAIN]
    assert printed(NO_BALANCE, rows).months[0].own == 900_00


def test_the_holder_is_known_by_a_name_over_three_lines() -> None:
    rows = [("2026-01-05", "", "900.00", "", "示例\n商贸有\n限公司", ""), *PLAIN]
    assert printed(NO_BALANCE, rows).months[0].own == 900_00


def test_a_name_on_two_lines_beside_one_is_told_as_a_whole() -> None:
    long = [(*row[:4], row[4].replace("甲示例", "甲示例纺织\n"), row[5]) for row in PLAIN]
    assert parties(printed(NO_BALANCE, long)) == parties(in_a_workbook(NO_BALANCE, long))


def test_a_name_on_two_lines_is_not_that_of_the_row_below_which_has_none() -> None:
    nobody = ("2026-01-11", "手续费", "", "1500.00", "", "")
    rows = [*PLAIN[:1], ("2026-01-06", "", "", "900.00", "丙示例纺织\n有限公司", ""), nobody]
    names = {each.name for each in printed(NO_BALANCE, [*rows, *PLAIN[1:2]]).counterparties}
    assert names == {"甲示例公司", "丙示例纺织有限公司", "乙示例公司"}


def test_another_name_that_begins_like_the_holders_is_not_the_holder() -> None:
    rows = [("2026-01-05", "", "900.00", "", "示例商贸\n配送部", ""), *PLAIN]
    assert printed(NO_BALANCE, rows).months[0].own == 0


def test_a_line_that_was_taken_out_breaks_the_chain_of_a_printed_statement() -> None:
    (gap,) = printed(TIGHT, [CHAINED[0], *CHAINED[2:]]).breaks
    assert (gap.stated, gap.expected) == (879_300_00, 1_002_500_00)


FEN = st.integers(1, 10**9)
PARTY = st.sampled_from(["", "甲", "乙示例公司", "绍兴示例纺织有限公司"])
ROWS = st.lists(
    st.tuples(st.integers(1, 28), st.sampled_from(["", "货款", "网银转账"]), FEN, st.booleans(), PARTY),
    min_size=3,
    max_size=12,
)


@settings(max_examples=30)
@given(ROWS)
def test_any_printed_rows_come_to_the_same_sums(rows: list[tuple[int, str, int, bool, str]]) -> None:
    table = []
    for day, purpose, fen, inward, party in rows:
        amount = f"{fen / 100:,.2f}"
        table.append(
            (f"2026-01-{day:02}", purpose, amount if inward else "", "" if inward else amount, party, "")
        )
    assert sums(printed(NO_BALANCE, table)) == sums(in_a_workbook(NO_BALANCE, table))


def test_a_page_knows_where_its_words_stand() -> None:
    page = page_of(
        1,
        [
            Word("1.00", 50, 60, 0, 10),
            Word("2.00", 63, 70, 0, 10),
            Word("甲", 10, 20, 0, 10),
            Word("乙", 22, 30, 0, 10),
        ],
    )
    assert (page.lines, page.spans) == ([["甲 乙", "1.00", "2.00"]], [[(10, 30), (50, 60), (63, 70)]])


@pytest.mark.parametrize(("currency", "unread"), [("人民币 货款", 0), ("RMB货款", 0), ("美元 货款", 1)])
def test_the_currency_is_told_also_where_the_next_column_runs_into_its_own(
    currency: str, unread: int
) -> None:
    rows = [("2026-01-05", "1,000.00", "", "1,500.00", currency, "", "甲示例公司")]
    assert len(in_a_workbook(WIDE, rows).unread) == unread


def test_a_label_goes_with_the_long_number_behind_it_and_no_other_word_does() -> None:
    def line(before: str) -> list[str]:
        return page_of(1, [Word(before, 0, 32, 0, 8), Word("3301040160000000091", 36, 110, 0, 8)]).lines[0]

    assert line("账号：") == ["账号： 3301040160000000091"]
    assert line("示例商行") == ["示例商行", "3301040160000000091"]
