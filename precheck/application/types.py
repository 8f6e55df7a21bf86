"""The types of single fields: amounts in yuan, shares, counts, days, periods, short texts.

Every type is bounded, so that an absurd value is a finding at its place and never reaches a rule.
"""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

MOST_YUAN: Final = 1e12
"""Amounts beyond a trillion yuan are refused. Below it a float is exact to a hundredth of a fen, and a sum of
fifty such amounts errs by less than half a fen: that is why amounts are floats, at half the cost of Decimal."""

FOREVER: Final = date.max
"""What `长期` (no end date) is read as: later than any day."""

UNSTATED: Final = date(9999, 12, 31)
"""A day that an optional field does not state; equal to FOREVER, so a missing end date never expires."""

NOTHING: Final[Any] = float("0.0")
"""The 0 of a blank line on a form: one object, so that a blank line can be told from a typed 0."""

NO_REPORT: Final = 0
"""The year of the last annual report of a business that has not published one."""

SOMETHING: Final = r"\S"
"""A text that is not made of blanks alone."""

Yuan = Annotated[float, Field(ge=-MOST_YUAN, le=MOST_YUAN, description="单位：元（不是万元） / in yuan")]
Share = Annotated[float, Field(ge=0, le=1, description="小数，例如 0.7 表示 70% / a fraction, 0.7 is 70 %")]
Count = Annotated[int, Field(ge=0, le=10_000_000, description="整数 / a whole number")]
Year = Annotated[int, Field(ge=1949, le=2100, description="公历年 / calendar year")]
Months = Annotated[int, Field(ge=1, le=1200, description="单位：月 / in months")]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=SOMETHING)]
MaybeName = Annotated[str, Field(max_length=120)]
Code = Annotated[str, Field(min_length=1, max_length=40, pattern=SOMETHING)]
Words = Annotated[str, Field(min_length=1, max_length=300, pattern=SOMETHING)]
LongWords = Annotated[str, Field(min_length=1, max_length=2000, pattern=SOMETHING)]
FilePath = Annotated[str, Field(min_length=1, max_length=240, pattern=SOMETHING)]

DAY: Final = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
LONG_TERM: Final = "长期"


@lru_cache(4096)
def day_of(text: str) -> date:
    """The day of ISO text; `长期` is FOREVER. Raises ValueError for a day that no calendar has."""
    return FOREVER if text == LONG_TERM else date.fromisoformat(text)


class _DayText:
    """Says how a `Day` is written: ISO 8601, nothing else."""

    pattern = f"^{DAY}$"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern, max_length=10)
        return core_schema.no_info_after_validator_function(day_of, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) | {"description": "日期，例如 2026-11-20 / a date, YYYY-MM-DD"}


class _DeadlineText(_DayText):
    """Says how a `Deadline` is written: ISO 8601, or `长期` for no end date."""

    pattern = f"^({DAY}|{LONG_TERM})$"

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) | {"description": "日期或“长期” / a date, or 长期 for no end date"}


Day = Annotated[date, _DayText]
Deadline = Annotated[date, _DeadlineText]


def _last_day(month: int) -> date:
    year, index = divmod(month, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])


class Period:
    """A calendar year, quarter or month, or for papers a run of months: `2025`, `2026-Q3`, `2026-10`, `2025-11/2026-10`.

    `first` is the first month, counted from year 0 (year * 12 + month - 1); `months` is the length.
    """

    __slots__ = ("after", "closes_year", "ends", "first", "months", "starts", "text", "year")
    pattern = "^20[0-9]{2}(-(Q[1-4]|0[1-9]|1[0-2]))?$"
    words = "期间：2025（年）、2026-Q3（季）、2026-10（月） / a year, a quarter or a month"

    def __init__(self, text: str, first: int, months: int) -> None:
        """Everything that rules ask is worked out here: a text is parsed once, and asked many times."""
        self.text, self.first, self.months = text, first, months
        self.after = first + months
        """The month after the last one, counted like `first`."""
        self.year = (self.after - 1) // 12
        """The calendar year of the last month."""
        self.closes_year = self.after % 12 == 0
        """Whether a year-to-date column of this period is the whole year's figure."""
        self.starts = date(first // 12, first % 12 + 1, 1) if months else UNSTATED
        """The first day."""
        self.ends = _last_day(self.after - 1) if months else UNSTATED
        """The last day."""

    @classmethod
    def of(cls, text: str) -> Self:
        """The period of its text. Raises ValueError when the run of months ends before it starts."""
        start, _, stop = text.partition("/")
        year, part = int(start[:4]), start[5:]
        if not part:
            return cls(text, year * 12, 12)
        if part[0] == "Q":
            return cls(text, year * 12 + 3 * int(part[1]) - 3, 3)
        first = year * 12 + int(part) - 1
        last = int(stop[:4]) * 12 + int(stop[5:]) - 1 if stop else first
        if last < first:
            raise ValueError("the run of months ends before it starts")
        return cls(text, first, last - first + 1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.first, self.months) == (other.first, other.months)

    def __hash__(self) -> int:
        return hash((self.first, self.months))

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern, max_length=15)
        return core_schema.no_info_after_validator_function(lru_cache(4096)(cls.of), text)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) | {"description": cls.words}


class Coverage(Period):
    """The months that a paper covers: any period, or a run of months."""

    __slots__ = ()
    pattern = "^20[0-9]{2}(-(Q[1-4]|(0[1-9]|1[0-2])(/20[0-9]{2}-(0[1-9]|1[0-2]))?))?$"
    words = "期间，或起止月份 2025-11/2026-10 / a period, or a run of months"


NO_PERIOD: Final = Coverage("", 0, 0)
"""The coverage of a paper that states none."""
