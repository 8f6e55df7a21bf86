"""Regions: a code names its province by two digits; an address only when it begins with one."""

import pytest

from precheck.facts.regions import PROVINCES, is_registration_region, province_named_in


def test_the_provinces_are_those_of_gb_t_2260():
    ranges = [(11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65)]
    assert list(PROVINCES) == [str(code) for first, last in ranges for code in range(first, last + 1)]


def test_a_province_has_its_names():
    assert PROVINCES["33"] == ("33", "浙江", "Zhejiang")


def test_an_english_name_may_have_two_words():
    assert PROVINCES["15"].en == "Inner Mongolia"


def test_firms_are_registered_in_a_province_or_by_the_national_authority():
    assert is_registration_region("330106")
    assert is_registration_region("100000")
    assert not is_registration_region("810000")


@pytest.mark.parametrize("province", PROVINCES.values(), ids=lambda each: each.en)
def test_an_address_names_each_province_by_its_short_name(province):
    assert province_named_in(f"{province.zh}示例市示例路1号") == province.code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("浙江省杭州市西湖区示例路1号", "33"),
        ("北京市东城区示例胡同1号", "11"),
        ("北京东城区示例胡同1号", "11"),
        ("天津南开区示例路1号", "12"),
        ("内蒙古自治区包头市示例街1号", "15"),
        ("广西壮族自治区南宁市示例路1号", "45"),
        ("宁夏回族自治区银川市示例路1号", "64"),
        ("黑龙江省大庆市示例路1号", "23"),
        ("云南大理示例路1号", "53"),
        (" 浙江 省 示例路1号", "33"),
        ("中国（上海）自由贸易试验区示例路1号", "31"),
        ("中国浙江省示例路1号", "33"),
    ],
)
def test_full_and_short_names_at_the_beginning_are_read(address, code):
    assert province_named_in(address) == code


@pytest.mark.parametrize(
    "address",
    [
        "",
        "杭州市西湖区示例路1号",
        "广州市越秀区北京路1号",
        "北京路1号",
        "北京东路1号",
        "四川北路1号",
        "河北区示例道1号",
        "海南藏族自治州共和县示例路1号",
        "河南蒙古族自治县示例路1号",
        "内蒙示例路1号",
    ],
)
def test_no_province_is_guessed_from_a_city_a_road_or_a_district(address):
    assert province_named_in(address) is None
