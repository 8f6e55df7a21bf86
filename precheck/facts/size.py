"""How large a business counts, by 统计上大中小微型企业划分办法(2017), 国统字〔2017〕213号.

A level needs every figure that the standard lists for the industry to reach its lower bound; so the figure with
the lowest level decides. Individual businesses (个体工商户) follow the same table.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple, get_args

from .industry import Industry

Size = Literal["large", "medium", "small", "micro"]
Indicator = Literal["employees", "revenue", "assets"]
Bounds = tuple[float, float, float]
Figures = Mapping[Indicator, float]

SIZES: Final[tuple[Size, ...]] = get_args(Size)
"""From the largest to the smallest."""


class Group(NamedTuple):
    """One of the standard's 16 groups of industries, with the lower bounds of large, medium and small.

    The bounds are inclusive; employees are counted, annual revenue and total assets are in yuan.
    """

    zh: str
    en: str
    bounds: Mapping[Indicator, Bounds]


class Near(NamedTuple):
    """A figure close to the lower bound of a size."""

    indicator: Indicator
    bound: float
    size: Size


def _group(zh: str, en: str, **bounds: tuple[int, int, int]) -> Group:
    """A group from the numbers as the standard prints them: persons, and 万元 (ten thousand yuan)."""
    in_units: dict[Indicator, Bounds] = {}
    for indicator in get_args(Indicator):
        if indicator in bounds:
            unit = 1 if indicator == "employees" else 10_000
            large, medium, small = bounds[indicator]
            in_units[indicator] = (large * unit, medium * unit, small * unit)
    return Group(zh, en, in_units)


_STAFF: Final = (300, 100, 10)
_LODGING: Final = {"employees": _STAFF, "revenue": (10_000, 2_000, 100)}

GROUPS: Final = (
    _group("农、林、牧、渔业", "Farming, forestry, livestock and fishing", revenue=(20_000, 500, 50)),
    _group("工业", "Industry", employees=(1_000, 300, 20), revenue=(40_000, 2_000, 300)),
    _group("建筑业", "Construction", revenue=(80_000, 6_000, 300), assets=(80_000, 5_000, 300)),
    _group("批发业", "Wholesale", employees=(200, 20, 5), revenue=(40_000, 5_000, 1_000)),
    _group("零售业", "Retail", employees=(300, 50, 10), revenue=(20_000, 500, 100)),
    _group("交通运输业", "Transport", employees=(1_000, 300, 20), revenue=(30_000, 3_000, 200)),
    _group("仓储业", "Storage", employees=(200, 100, 20), revenue=(30_000, 1_000, 100)),
    _group("邮政业", "Post and courier", employees=(1_000, 300, 20), revenue=(30_000, 2_000, 100)),
    _group("住宿业", "Lodging", **_LODGING),
    _group("餐饮业", "Catering", **_LODGING),
    _group(
        "信息传输业", "Information transmission", employees=(2_000, 100, 10), revenue=(100_000, 1_000, 100)
    ),
    _group("软件和信息技术服务业", "Software and IT services", employees=_STAFF, revenue=(10_000, 1_000, 50)),
    _group(
        "房地产开发经营",
        "Real estate development",
        revenue=(200_000, 1_000, 100),
        assets=(10_000, 5_000, 2_000),
    ),
    _group("物业管理", "Property management", employees=(1_000, 300, 100), revenue=(5_000, 1_000, 500)),
    _group(
        "租赁和商务服务业", "Leasing and business services", employees=_STAFF, assets=(120_000, 8_000, 100)
    ),
    _group("其他未列明行业", "Other industries", employees=_STAFF),
)

_CODES: Final = (
    "A", "B C D", "E", "51", "52", "54 55 56 57 58 591", "592 593 594 595 596 597 598 599", "60", "61", "62",
    "63 64", "65", "701", "702", "L", "M N O R 85 703 709",
)  # fmt: skip
"""For each group the sections, divisions and groups of GB/T 4754-2017 that it covers."""

_GROUP_OF: Final = {
    code: group for group, codes in zip(GROUPS, _CODES, strict=True) for code in codes.split()
}
_TOO_SHORT: Final = frozenset({"F", "G", "H", "I", "K", "Q", "59", "70"})


def is_too_short(industry: Industry) -> bool:
    """Whether a code covers several groups, or some that the standard leaves out: `F`, `59`, `70` and the like."""
    return industry.code in _TOO_SHORT


@lru_cache(4096)
def group_of(code: str) -> Group | None:
    """The group of an industry code; None where it is unknown, too short to tell, or outside the standard.

    Left out are railways (53), finance, education, health (84), public bodies, international organisations, and
    letting of one's own real estate (704).
    """
    industry = Industry.of(code)
    if industry is None or is_too_short(industry):
        return None
    codes = (industry.group, industry.division, industry.section)
    return next((_GROUP_OF[each] for each in codes if each in _GROUP_OF), None)


def size_in(group: Group, figures: Figures) -> Size:
    """The size of a business of `group`. Raises ValueError naming a figure that is needed and not given."""
    return SIZES[max(_level(group, indicator, figures) for indicator in group.bounds)]


def _level(group: Group, indicator: Indicator, figures: Figures) -> int:
    """How many of an indicator's lower bounds the figure misses: 0 is large, 3 is micro."""
    if indicator not in figures:
        raise ValueError(f"the size cannot be told without {indicator}")
    figure = figures[indicator]
    return sum(figure < bound for bound in group.bounds[indicator])


def nearest_bound(group: Group, figures: Figures, within: float = 0.05) -> Near | None:
    """The bound that a figure is closest to, if it is off by at most `within` (a fraction) of that bound.

    Figures that are not given, or that the standard does not ask of the group, are passed over.
    """
    distances = [
        (abs(figures[indicator] - bound) / bound, Near(indicator, bound, size))
        for indicator, bounds in group.bounds.items()
        if indicator in figures
        for bound, size in zip(bounds, SIZES, strict=False)
    ]
    distance, near = min(distances, key=lambda each: each[0], default=(within + 1, None))
    return near if distance <= within else None


def level_distance(one: Size, other: Size) -> int:
    """How many steps lie between two sizes: 0 to 3."""
    return abs(SIZES.index(one) - SIZES.index(other))
