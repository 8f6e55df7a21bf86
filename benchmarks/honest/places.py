"""Districts in which the invented businesses stand."""

from typing import NamedTuple

from .dice import Dice


class Place(NamedTuple):
    """A district with its code of GB/T 2260."""

    code: str
    province: str
    city: str
    district: str

    @property
    def address(self) -> str:
        """The beginning of an address."""
        return f"{self.province}{self.city}{self.district}"


PLACES = tuple(
    Place(*line.replace("-", "").split(" "))
    for line in """
330106 浙江省 杭州市 西湖区
330203 浙江省 宁波市 海曙区
330782 浙江省 金华市 义乌市
320106 江苏省 南京市 鼓楼区
320583 江苏省 苏州市 昆山市
370102 山东省 济南市 历下区
370202 山东省 青岛市 市南区
410105 河南省 郑州市 金水区
420106 湖北省 武汉市 武昌区
430102 湖南省 长沙市 芙蓉区
440305 广东省 深圳市 南山区
440604 广东省 佛山市 禅城区
510107 四川省 成都市 武侯区
610113 陕西省 西安市 雁塔区
350203 福建省 厦门市 思明区
340104 安徽省 合肥市 蜀山区
130102 河北省 石家庄市 长安区
210102 辽宁省 沈阳市 和平区
310115 上海市 - 浦东新区
110105 北京市 - 朝阳区
500103 重庆市 - 渝中区
""".strip().splitlines()
)
"""A municipality has no city of its own (-)."""


def address_in(dice: Dice, place: Place) -> str:
    """An address in a district."""
    road = dice.choice(("示例路", "示例街", "示例大道", "示例巷"))
    room = dice.choice(
        ("", "", f"{dice.randint(1, 12)}幢", f"{dice.randint(101, 1805)}室", "示例工业园", "示例市场3区")
    )
    return f"{place.address}{road}{dice.randint(1, 998)}号{room}"
