"""Promises on any paper: facts never raise, sums are exact, order does not matter, the chain names the line."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.application import BalanceSheetColumn, IncomeColumn, IncomeTaxReturn, VatColumn
from precheck.application.choices import DocumentKind
from precheck.documents.content import Cell, Content, Page, Sheet
from precheck.documents.papers import PaperFacts, facts_of, from_dict, to_dict
from precheck.documents.papers.cells import fen_in, fen_of
from precheck.documents.papers.columns import NAMES
from precheck.documents.papers.facts import Kind
from precheck.documents.papers.facts.statements import Flow
from precheck.documents.papers.statement_lines import BALANCE_SHEET, INCOME_STATEMENT
from precheck.documents.papers.tax_lines import ENTERPRISE, OPERATING_INCOME, VAT_GENERAL, VAT_SMALL_SCALE

WORDS = [name for names in NAMES.values() for name in names.split()] + [
    "资产负债表", "利润表", "增值税及附加税费申报表", "小规模纳税人适用", "期末余额", "年初余额", "本年累计金额", "本月数", "金额",
    "货币资金", "一、营业收入", "（一）按适用税率计税销售额", "户名：王示例", "账号：62", "起始日期：2026-01-01", "终止日期：2026-03-31",
    "共3笔记录", "收入：1笔 2.00元", "合计", "2026-01-05", "2026/2/30", "01/05", "20260131", "1,234.50", "-3.00", "¥5", "——", "",
    "房屋租赁合同", "发票号码：123", "电子发票", "自2026年1月1日至2027年12月31日", "出租方（签字）：", "万元", "单位：万元",
]  # fmt: skip
CELLS = st.sampled_from(WORDS) | st.text(max_size=12) | st.floats()
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=12)
LINES = st.lists(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=7), max_size=12)
CONTENTS = st.builds(
    Content,
    sheets=st.lists(st.builds(Sheet, st.text(max_size=5), ROWS), max_size=2).map(tuple),
    pages=st.lists(LINES, max_size=2).map(lambda pages: tuple(Page(i, p) for i, p in enumerate(pages, 1))),
    elements=st.lists(
        st.tuples(st.sampled_from(["a/InvoiceNumber", "CustomData/合计金额", "b"]), st.text(max_size=9)),
        max_size=4,
    ).map(tuple),
    codes=st.lists(st.text(max_size=40), max_size=2).map(tuple),
)


@given(CONTENTS)
def test_any_content_gives_facts_that_cross_to_another_process(content: Content) -> None:
    facts = facts_of(content)

    assert from_dict(to_dict(facts)) == facts
    assert facts_of(content) == facts


MOVED = st.lists(
    st.tuples(st.integers(0, 400), st.integers(-(10**9), 10**9).filter(bool)), min_size=3, max_size=40
).map(sorted)
"""Days after the first of 2025, and fen in or out, in the order of time."""
OPENING = 5 * 10**10


def _yuan(fen: int) -> str:
    return f"{'-' * (fen < 0)}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def _rows(moved: list[tuple[int, int]]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    balance = OPENING
    for number, (day, fen) in enumerate(moved):
        balance += fen
        when = (date(2025, 1, 1) + timedelta(day)).isoformat()
        sides = (_yuan(fen), "") if fen > 0 else ("", _yuan(-fen))
        rows.append([when, f"第{number}笔", *sides, _yuan(balance)])
    return rows


def _flow(rows: list[list[Cell]]) -> Flow:
    header: list[Cell] = ["交易日期", "摘要", "收入", "支出", "余额"]
    (flow,) = facts_of(Content(sheets=(Sheet("", [header, *rows]),))).flows
    return flow


def _sums(flow: Flow) -> list[Any]:
    return [month._replace(place=month.place._replace(line=0)) for month in flow.months]


@given(MOVED)
def test_the_sums_of_a_statement_are_exact_to_the_fen(moved: list[tuple[int, int]]) -> None:
    flow = _flow(_rows(moved))

    assert sum(month.inflow for month in flow.months) == sum(fen for _, fen in moved if fen > 0)
    assert sum(month.outflow for month in flow.months) == -sum(fen for _, fen in moved if fen < 0)
    assert flow.months[-1].closing == OPENING + sum(fen for _, fen in moved)
    assert not flow.breaks
    assert not flow.unread


@given(MOVED)
def test_a_statement_says_the_same_with_the_newest_row_first(moved: list[tuple[int, int]]) -> None:
    rows = _rows(moved)

    assert _sums(_flow(rows)) == _sums(_flow(rows[::-1]))


@given(MOVED)
def test_a_statement_as_text_says_what_it_says_as_a_table(moved: list[tuple[int, int]]) -> None:
    """Empty cells leave no trace in a text: only the balance says which way the money went."""
    rows = _rows(moved)
    lines = [[str(cell) for cell in row if cell] for row in rows]
    head = [[f"期初余额：{_yuan(OPENING)}"], ["交易日期", "摘要", "收入", "支出", "余额"]]

    (flow,) = facts_of(Content(pages=(Page(1, [*head, *lines]),))).flows

    def figures(each: Flow) -> list[Any]:
        return [(month.month, month.inflow, month.outflow, month.closing) for month in each.months]

    assert figures(flow) == figures(_flow(rows))


@given(MOVED, st.data(), st.integers(1, 10**8))
def test_a_row_whose_amount_was_altered_is_named(moved: list[tuple[int, int]], data: Any, more: int) -> None:
    rows = _rows(moved)
    index = data.draw(st.integers(1, len(rows) - 1))
    side = 2 if rows[index][2] else 3
    rows[index][side] = _yuan(abs(moved[index][1]) + more)

    assert [each.place.line for each in _flow(rows).breaks] == [index + 2]


@given(MOVED, st.data())
def test_the_row_after_a_removed_one_is_named(moved: list[tuple[int, int]], data: Any) -> None:
    rows = _rows(moved)
    index = data.draw(st.integers(1, len(rows) - 2))
    del rows[index]

    assert [each.place.line for each in _flow(rows).breaks] == [index + 2]


@given(st.integers(-(10**13), 10**13))
def test_an_amount_means_the_same_however_it_is_written(fen: int) -> None:
    plain = f"{'-' * (fen < 0)}{abs(fen) // 100}.{abs(fen) % 100:02}"

    assert fen_of(plain) == fen
    assert fen_of(_yuan(fen)) == fen
    assert fen_of(f"￥{_yuan(fen)}") == fen
    assert fen_of(f" {_yuan(fen)}\t") == fen


@given(st.integers(-(10**11), 10**11))
def test_a_number_cell_is_the_decimal_that_was_meant(fen: int) -> None:
    assert fen_of(fen / 100) == fen


AMOUNTS = st.integers(-(10**13), 10**13).map(lambda fen: fen / 100)
WRITTEN = AMOUNTS | AMOUNTS.map(lambda yuan: f"{yuan:,.2f}") | AMOUNTS.map(lambda yuan: f"{yuan:.1f}")
CALCULATED = st.builds(lambda yuan, slip: yuan + slip, AMOUNTS, st.floats(-0.01, 0.01))


@given(st.lists(WRITTEN | CALCULATED | CELLS))
def test_the_amounts_of_a_column_are_those_of_its_cells(cells: list[Cell]) -> None:
    assert fen_in(cells) == [fen_of(each) for each in cells]


@pytest.mark.parametrize(
    "damage",
    [
        {"kinds": ["no such kind"]},
        {"kinds": "bank_statement"},
        {"extra": 1},
        {"flows": [{}]},
        {
            "unknown_headers": [
                {"text": "x" * 401, "place": {"kind": "page", "number": 1, "line": 1, "column": 0}}
            ]
        },
        {
            "unknown_headers": [
                {"text": "x", "place": {"kind": "page", "number": 1.0, "line": 1, "column": 0}}
            ]
        },
        {
            "unknown_headers": [
                {"text": "x", "place": {"kind": "page", "number": True, "line": 1, "column": 0}}
            ]
        },
        {
            "unknown_headers": [
                {"text": "x", "place": {"kind": "page", "number": 10**16, "line": 1, "column": 0}}
            ]
        },
        {"unknown_headers": [{"text": "x", "place": {"kind": "disk", "number": 1, "line": 1, "column": 0}}]},
        {"unknown_headers": [None]},
        {"unknown_headers": [[]] * 20_001},
    ],
)
def test_what_facts_cannot_have_written_is_refused_without_quoting_it(damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError) as refused:
        from_dict(to_dict(PaperFacts()) | damage)

    assert "no such kind" not in str(refused.value)


@pytest.mark.parametrize("data", [None, [], "", 1, {}])
def test_anything_but_facts_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        from_dict(data)


def test_kinds_and_figures_have_the_names_of_the_data_interface() -> None:
    assert set(Kind.__args__) <= set(DocumentKind.__args__)
    assert set(BALANCE_SHEET) == set(BalanceSheetColumn.names)
    assert set(INCOME_STATEMENT) == set(IncomeColumn.names)
    assert set(VAT_GENERAL) == set(VatColumn.names)
    assert set(VAT_SMALL_SCALE) <= set(VatColumn.names)
    assert set(ENTERPRISE) - set(IncomeTaxReturn.names) == {"tax_after_relief"}
    assert set(OPERATING_INCOME) <= set(IncomeTaxReturn.names)


def test_what_is_wrong_everywhere_is_told_a_hundred_times_at_most() -> None:
    """The answer of the process that reads stays small, whatever a file says."""
    rows = _rows([(day, 100) for day in range(400)])
    for row in rows:
        row[4] = "1.00"
    flow = _flow(rows)

    assert len(flow.breaks) == 100
    assert sum(month.rows for month in flow.months) == 400
