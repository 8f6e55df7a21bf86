"""Whether two addresses can be the same place: one is often written shorter than the other."""

from .characters import visible

_DIVISIONS = "省市区县镇乡"
"""Characters that end the name of an administrative division."""


def same_place(one: str, other: str) -> bool:
    """Whether the street and number of one address are contained in the other.

    Generous: 浙江省杭州市西湖区示例路1号 is the same place as 西湖区示例路1号2幢301室; only texts in which neither
    contains the other's street and number are two places.
    """
    first, second = visible(one), visible(other)
    return _street(first) in second or _street(second) in first


def _street(address: str) -> str:
    """What follows the last division named; the whole address when nothing follows."""
    end = max(address.rfind(each) for each in _DIVISIONS) + 1
    return address[end:] or address
