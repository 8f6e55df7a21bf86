"""The provinces of China and the two digits that codes give them (GB/T 2260)."""

from typing import Final, NamedTuple


class Province(NamedTuple):
    """A province, autonomous region or municipality; `code` is its two digits, `zh` its short name."""

    code: str
    zh: str
    en: str


NATIONAL: Final = "10"
"""Where a province would stand in the USCC of a firm that the national administration registered."""

_TABLE: Final = """
11 北京 Beijing|12 天津 Tianjin|13 河北 Hebei|14 山西 Shanxi|15 内蒙古 Inner Mongolia
21 辽宁 Liaoning|22 吉林 Jilin|23 黑龙江 Heilongjiang
31 上海 Shanghai|32 江苏 Jiangsu|33 浙江 Zhejiang|34 安徽 Anhui|35 福建 Fujian|36 江西 Jiangxi|37 山东 Shandong
41 河南 Henan|42 湖北 Hubei|43 湖南 Hunan|44 广东 Guangdong|45 广西 Guangxi|46 海南 Hainan
50 重庆 Chongqing|51 四川 Sichuan|52 贵州 Guizhou|53 云南 Yunnan|54 西藏 Tibet
61 陕西 Shaanxi|62 甘肃 Gansu|63 青海 Qinghai|64 宁夏 Ningxia|65 新疆 Xinjiang
"""

PROVINCES: Final = {
    line[:2]: Province(*line.split(" ", 2)) for line in _TABLE.strip().replace("\n", "|").split("|")
}
"""The 31 provinces by their two digits."""

_BY_FIRST_TWO: Final = {each.zh[:2]: each for each in PROVINCES.values()}


def is_registration_region(code: str) -> bool:
    """Whether a USCC's region (its third to eighth character) begins with a province or the national authority."""
    return code[:2] in PROVINCES or code[:2] == NATIONAL


def province_named_in(address: str) -> str | None:
    """The two digits of the province that a Chinese address begins with, by its full or short name.

    None when it begins with a city or a road: what the province is then cannot be told from the words alone.
    """
    words = "".join(address.split()).removeprefix("中华人民共和国").removeprefix("中国").lstrip("(（")
    province = _BY_FIRST_TWO.get(words[:2])
    if province is None or not words.startswith(province.zh):
        return None
    return None if _is_another_place(words[len(province.zh) :]) else province.code


def _is_another_place(rest: str) -> bool:
    """Whether what follows the name makes it a road, a district or a prefecture: 北京东路, 河北区, 海南藏族自治州."""
    if rest.startswith(("藏族", "蒙古族")):
        return True
    return rest.lstrip("东南西北中大一二三四五六七八九十")[:1] in tuple("路街道巷里区县州")
