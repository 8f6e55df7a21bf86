"""What an amount typed as text means, and what is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.amounts import amount_of

yuan = st.integers(-(10**11), 10**11).map(lambda fen: fen / 100)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1200000", 1_200_000),
        ("1 200 000", 1_200_000),
        ("1,200,000.50元", 1_200_000.5),
        ("１，２００，０００", 1_200_000),
        ("￥1200000", 1_200_000),
        ("RMB 5000", 5_000),
        ("人民币 5000 元整", 5_000),
        ("120万", 1_200_000),
        ("120 万元", 1_200_000),
        ("2123.10597万", 21_231_059.7),
        ("1,234万", 12_340_000),
        ("-5万", -50_000),
        ("3千元", 3_000),
        ("2百万", 2_000_000),
        ("1.2亿", 120_000_000),
        ("12.5", 12.5),
        ("0", 0),
    ],
)
def test_digits_with_separators_and_units(text, amount):
    assert amount_of(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("一百二十万", 1_200_000),
        ("壹佰贰拾万元整", 1_200_000),
        ("人民币伍拾萬圆整", 500_000),
        ("两百万", 2_000_000),
        ("一亿二千万", 120_000_000),
        ("三万五千", 35_000),
        ("一万零五百", 10_500),
        ("一千零五", 1_005),
        ("九十九万九千九百九十九", 999_999),
        ("十万", 100_000),
        ("十五", 15),
    ],
)
def test_chinese_numerals(text, amount):
    assert amount_of(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "", "元", "万", "百", "无", "约120万", "120万左右", "12,34", "1,2345", "1.234.567", "12.345", "1e6",
        "三万五", "一百五", "一二三", "二十百", "100%", "99999亿元", "-", ".5万", "一亿亿",
    ],
)  # fmt: skip
def test_what_may_mean_several_amounts_or_none_is_not_guessed(text):
    assert amount_of(text) is None


@given(yuan)
def test_an_amount_printed_with_separators_is_read_back(amount):
    assert amount_of(f"{amount:,.2f}") == amount


@given(st.integers(0, 10**8))
def test_an_amount_printed_in_ten_thousands_is_read_back(amount):
    whole, rest = divmod(amount, 10_000)
    assert amount_of(f"{whole}.{rest:04}万元") == amount


@given(st.text())
def test_any_text_has_an_amount_or_none(text):
    amount = amount_of(text)
    assert amount is None or abs(amount) <= 10**12
