"""Two addresses of one place, written shorter and longer."""

import pytest

from precheck.facts.addresses import same_place

REGISTERED = "浙江省杭州市西湖区示例路1号"


@pytest.mark.parametrize(
    "written",
    [
        "浙江省杭州市西湖区示例路1号",
        "杭州市西湖区示例路1号",
        "示例路1号",
        "浙江省杭州市西湖区示例路1号2幢301室",
        "浙江省杭州市西湖区示例街道示例路1号",
        "浙江省 杭州市 西湖区 示例路１号",
    ],
)
def test_one_place(written):
    assert same_place(written, REGISTERED)
    assert same_place(REGISTERED, written)


@pytest.mark.parametrize(
    "written",
    [
        "浙江省杭州市西湖区示例路11号",
        "浙江省杭州市西湖区示例路12号",
        "浙江省杭州市余杭区另示路9号",
        "上海市示例镇另示路1号",
        "上海市嘉定区",
    ],
)
def test_two_places(written):
    assert not same_place(written, REGISTERED)
    assert not same_place(REGISTERED, written)


def test_an_address_that_ends_with_a_division_is_compared_whole():
    assert same_place("浙江省杭州市西湖区", "杭州市西湖区")


@pytest.mark.parametrize("division", "省市区县镇乡")
def test_the_street_follows_any_division(division):
    assert same_place(f"示例{division}示例路1号", "另一写法的示例路1号")
