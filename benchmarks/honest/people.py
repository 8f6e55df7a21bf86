"""People with papers that are valid on the day of the draft."""

from datetime import date
from typing import Any

from . import codes
from .dice import Dice, later
from .months import TODAY
from .places import PLACES, Place

SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹"
RENEWED = 0.75
"""The share of people who have renewed a paper that would have ended within 14 months."""


class Crowd:
    """The people of one application: no two have one name or one telephone."""

    def __init__(self, dice: Dice, place: Place) -> None:
        self.dice = dice
        self.place = place
        self.surnames = dice.sample(SURNAMES, len(SURNAMES))

    def name(self) -> str:
        """A name that nobody else has."""
        return self.surnames.pop() + self.dice.choice(("示例", "小示例", "示例明", "示例芳"))

    def person(self, role: str, ages: tuple[int, int] = (22, 64)) -> dict[str, Any]:
        """Somebody in a role, of an age between two ages."""
        born = self._birth(*ages)
        kinds = (self._resident,) * 60 + (self._passport, self._hong_kong, self._taiwan, self._foreign)
        paper = (self.dice.choice(kinds) if role != "operator" else self._resident)(born)
        return {"role": role, "name": self.name(), **paper, "mobile": codes.mobile(self.dice)}

    def _birth(self, youngest: int, oldest: int) -> date:
        return self.dice.day(later(TODAY, -oldest), later(TODAY, -youngest))

    def _resident(self, born: date) -> dict[str, Any]:
        region = self.place.code if self.dice.chance(0.5) else self.dice.choice(PLACES).code
        issued, until = self._resident_term(born)
        number = codes.resident_id(self.dice, region, born)
        return _paper("resident_id", number, issued, until)

    def _resident_term(self, born: date) -> tuple[date, date | None]:
        """A first day and a last one: 10 years for those under 26, 20 under 46, then without end."""
        earliest = max(later(born, 16), date(2005, 1, 1))
        while True:
            issued = self.dice.day(earliest, date(2026, 9, 30))
            age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
            if age >= 46:
                return issued, None
            until = later(issued, 10 if age < 26 else 20)
            if self._still_used(until):
                return issued, until

    def _still_used(self, until: date) -> bool:
        return until > date(2028, 1, 20) or (until > TODAY and not self.dice.chance(RENEWED))

    def _passport(self, born: date) -> dict[str, Any]:
        return self._travel_paper("passport", self.dice.choice("EGP") + self.dice.digits(8), 10)

    def _hong_kong(self, born: date) -> dict[str, Any]:
        return self._travel_paper("hong_kong_macao_permit", self.dice.choice("HM") + self.dice.digits(8), 10)

    def _taiwan(self, born: date) -> dict[str, Any]:
        return self._travel_paper("taiwan_permit", self.dice.digits(8), 5)

    def _foreign(self, born: date) -> dict[str, Any]:
        number = codes.foreign_permanent_residence(self.dice, born)
        return self._travel_paper("foreign_permanent_residence", number, 10, date(2023, 12, 1))

    def _travel_paper(self, kind: str, number: str, years: int, since: date = date.min) -> dict[str, Any]:
        issued = self.dice.day(max(since, later(date(2028, 2, 1), -years)), date(2026, 9, 30))
        return _paper(kind, number, issued, later(issued, years))


def _paper(kind: str, number: str, issued: date, until: date | None) -> dict[str, Any]:
    return {
        "id_kind": kind,
        "id_number": number,
        "valid_from": issued.isoformat(),
        "valid_until": until.isoformat() if until else "长期",
    }
