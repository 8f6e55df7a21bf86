"""Loan purposes: a refused use is named only when the text really says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.facts.industry_words import industry_words
from precheck.facts.purposes import EVERYDAY_USES, banned_use, shares_a_word

PHRASES = ("购房", "买房", "炒股", "购买股份", "股权投资", "期货", "理财", "分红", "基金", "还贷")
plain_words = st.text("示例食材门店用品", max_size=8)
phrases = st.sampled_from(PHRASES)


@pytest.mark.parametrize(
    ("purpose", "phrase"),
    [
        ("购房首付", "购房"),
        ("部分用于炒股", "炒股"),
        ("购 房", "购房"),
        ("用于理财、分红", "理财"),
        ("不用于炒股，用于购房", "购房"),
        ("不是进货而是购房", "购房"),
        ("不仅进货还购房", "购房"),
        ("采购不锈钢；购买股份", "购买股份"),
        ("分期购买期货", "期货"),
        ("支付房租和购房款", "购房"),
    ],
)
def test_a_refused_use_is_named(purpose, phrase):
    assert banned_use(purpose, PHRASES) == phrase


@pytest.mark.parametrize(
    "purpose",
    [
        "",
        "采购食材、支付房租",
        "不用于购房、炒股、理财",
        "资金不得流入期货",
        "严禁购房",
        "非购房用途",
        "日常周转，绝不炒股",
        "采购设备，与购房无关",
        "经营周转（购房除外）",
        "没有用于还贷",
    ],
)
def test_a_denied_use_is_not_named(purpose):
    assert banned_use(purpose, PHRASES) is None


@pytest.mark.parametrize(
    "purpose",
    [
        "向示例股份有限公司购买股份有限公司产品",
        "购买股份制企业的货",
        "采购房间用品",
        "采购管理财务软件",
        "代理财税服务",
        "部分红木家具",
        "支付分期货款",
        "长期货运费用",
        "为示例基金会供货",
    ],
)
def test_words_that_only_look_like_a_refused_use_do_not_count(purpose):
    assert banned_use(purpose, PHRASES) is None


@given(plain_words, phrases, plain_words)
def test_a_phrase_among_plain_words_is_always_named(before, phrase, after):
    assert banned_use(before + phrase + after, PHRASES) == phrase


@given(plain_words, phrases, phrases)
def test_a_denied_list_is_never_named(before, one, other):
    assert banned_use(f"{before}，不用于{one}、{other}", PHRASES) is None


@given(st.text(max_size=40), st.lists(st.text(max_size=4)))
def test_only_a_listed_phrase_that_stands_in_the_text_is_ever_returned(purpose, listed):
    found = banned_use(purpose, listed)
    assert found is None or found in listed


@given(plain_words, phrases, st.integers(0, 12), st.sampled_from(" 　\t\u200b\u00a0"))
def test_blanks_and_hidden_characters_change_nothing(before, phrase, place, hidden):
    text = before + phrase
    assert banned_use(text[:place] + hidden + text[place:], PHRASES) == phrase


def test_the_first_listed_phrase_is_returned():
    assert banned_use("炒股和购房", ("购房", "炒股")) == "购房"
    assert banned_use("炒股和购房", ("炒股", "购房")) == "炒股"


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("餐饮服务；小餐饮", "62"),
        ("家用电器批发；电子产品销售", "51"),
        ("普通货物道路运输", "54"),
        ("软件开发；信息系统集成服务", "65"),
        ("室内装饰装修工程", "50"),
    ],
)
def test_a_scope_shares_a_word_with_its_own_trade(text, division):
    assert shares_a_word(text, industry_words(division))


@pytest.mark.parametrize(("text", "division"), [("餐饮服务", "65"), ("软件开发", "62"), ("煤炭开采", "80")])
def test_a_scope_shares_no_word_with_a_foreign_trade(text, division):
    assert not shares_a_word(text, industry_words(division))


@pytest.mark.parametrize("purpose", ["采购食材、支付房租", "支付员工工资", "流动资金周转", "购置设备"])
def test_everyday_uses_fit_any_trade(purpose):
    assert shares_a_word(purpose, EVERYDAY_USES)


@pytest.mark.parametrize("purpose", ["购房", "炒股", "旅游"])
def test_private_uses_are_no_everyday_uses(purpose):
    assert not shares_a_word(purpose, EVERYDAY_USES)
