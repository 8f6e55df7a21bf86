"""One lender's requirements as data: rows with a source and a time in force, no expressions.

`load("generic-cn").on(day)` is the policy as it stands on one day, so that no rule compares effective dates.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, get_args

from pydantic import ConfigDict, Field

from ..application import choices
from ..errors import BadPolicy
from ..record import Record
from ..relation import Tolerance
from .rows import (
    BannedPurpose,
    FormatRow,
    Freshness,
    Holders,
    Ignore,
    Limit,
    Mark,
    PerHead,
    Permit,
    RequiredConsent,
    RequiredDocument,
    RequiredSource,
    Restriction,
    Row,
    SizesTaken,
    ToleranceRow,
    TriggerRow,
)


class Policy(Record):
    """One lender's requirements. Tables of rows; `on(day)` keeps those in force."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, title="名称 / Name")
    title: str = Field(title="说明（zh / en） / What it is")
    example: bool = Field(False, title="是否示例 / Whether it is only an example")
    extends: str = Field("", title="继承自 / The policy that it extends")
    extensions: str = Field(
        "", title="机构自有字段的 JSON Schema 文件 / Schema file of the lender's own fields"
    )
    limits: tuple[Limit, ...] = Field((), title="限额 / Limits")
    closeness: tuple[ToleranceRow, ...] = Field((), title="容差 / Tolerances")
    freshness: tuple[Freshness, ...] = Field((), title="时效 / Freshness")
    documents: tuple[RequiredDocument, ...] = Field((), title="必备材料 / Required papers")
    consents: tuple[RequiredConsent, ...] = Field((), title="必备授权 / Required consents")
    formats: tuple[FormatRow, ...] = Field((), title="可接受的文件格式 / File formats taken")
    sources: tuple[RequiredSource, ...] = Field((), title="必备数据 / Required figures")
    restrictions: tuple[Restriction, ...] = Field((), title="受限行业与地区 / Restrictions")
    permits: tuple[Permit, ...] = Field((), title="行业许可 / Permits")
    marks: tuple[Mark, ...] = Field((), title="不良标记 / Bad marks")
    sizes: tuple[SizesTaken, ...] = Field((), title="受理的企业规模 / Sizes of business taken")
    purposes: tuple[BannedPurpose, ...] = Field((), title="禁止用途 / Banned purposes")
    holders: tuple[Holders, ...] = Field((), title="可接受的户名 / Holders allowed")
    per_head: tuple[PerHead, ...] = Field((), title="人均营收 / Revenue per employee")
    triggers: tuple[TriggerRow, ...] = Field((), title="拒绝提示 / Likely refusals")
    ignore: tuple[Ignore, ...] = Field((), title="不适用的规则 / Rules not applied")

    extension_schema: ClassVar[Any] = None
    """The JSON Schema that `extensions` names, once its file is read; set on the policies that have one."""

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """The days on which a row comes into force or has just gone out of it, ascending."""
        days = {row.since for row in self._rows()} | {
            row.until + timedelta(1) for row in self._rows() if row.until < date.max
        }
        return tuple(sorted(days - {date.min}))

    def on(self, day: date) -> Self:
        """The policy with only the rows in force on `day`; the same object for all days between two changes."""
        segment = bisect_right(self.changes, day)
        if segment not in self._by_segment:
            self._by_segment[segment] = self._keep(day)
        return self._by_segment[segment]

    @cached_property
    def _by_segment(self) -> dict[int, Self]:
        return {}

    def _rows(self) -> Iterable[Row]:
        return (row for table in self.tables().values() for row in table)

    def tables(self) -> dict[str, tuple[Row, ...]]:
        """Every table with its rows, in the order of the file."""
        return {name: getattr(self, name) for name in TABLES}

    def _keep(self, day: date) -> Self:
        kept = {
            name: tuple(row for row in rows if row.since <= day <= row.until and not row.off)
            for name, rows in self.tables().items()
        }
        made = self.trusted({name: getattr(self, name) for name in self.names} | kept)
        made.__dict__["extension_schema"] = self.extension_schema
        return made

    @cached_property
    def limit(self) -> dict[str, float]:
        """The limits by name."""
        return _Named(self.name, "limits", {row.name: float(row.value) for row in self.limits})

    @cached_property
    def days(self) -> dict[str, int]:
        """How many days old something may be, by name."""
        return _Named(self.name, "freshness", {row.name: row.days for row in self.freshness})

    @cached_property
    def banned_phrases(self) -> dict[str, str]:
        """The phrases of banned purposes, and the row that each comes from."""
        return {phrase: row.name for row in self.purposes for phrase in row.phrases}

    @cached_property
    def marked(self) -> dict[str, Mark]:
        """The row for every record, tax rating, account status and registered change that is a bad mark."""
        return {
            word: row
            for row in self.marks
            for word in (*row.records, *row.tax_ratings, *row.account_statuses, *row.changes)
        }

    @cached_property
    def extensions_taken(self) -> dict[str, frozenset[str]]:
        """The extensions that the upload page takes, for every kind of paper."""
        return {
            kind: frozenset(
                each for row in self.formats if not row.kinds or kind in row.kinds for each in row.extensions
            )
            for kind in get_args(choices.DocumentKind)
        }

    @cached_property
    def holder_roles(self) -> dict[tuple[str, str], frozenset[str]]:
        """The roles in whose names something may stand, by what it is and the kind of applicant."""
        return {
            (what, kind): frozenset(
                role
                for row in self.holders
                if row.what == what and kind in (row.applicants or (kind,))
                for role in row.roles
            )
            for what in {row.what for row in self.holders}
            for kind in get_args(choices.ApplicantKind)
        }

    @cached_property
    def tolerances(self) -> dict[str, Tolerance]:
        """The tolerances by name; a name that no row gives tolerates anything."""
        return _Lenient({row.name: row.bands for row in self.closeness})


TABLES: dict[str, type[Row]] = {
    "limits": Limit,
    "closeness": ToleranceRow,
    "freshness": Freshness,
    "documents": RequiredDocument,
    "consents": RequiredConsent,
    "formats": FormatRow,
    "sources": RequiredSource,
    "restrictions": Restriction,
    "permits": Permit,
    "marks": Mark,
    "sizes": SizesTaken,
    "purposes": BannedPurpose,
    "holders": Holders,
    "per_head": PerHead,
    "triggers": TriggerRow,
    "ignore": Ignore,
}
"""The tables of a policy and what their rows are."""


V = TypeVar("V")


class _Named(dict[str, V]):
    """Values by the name of their row; asking for one that is not there is a fault of the policy."""

    def __init__(self, policy: str, table: str, values: dict[str, V]) -> None:
        super().__init__(values)
        self.policy, self.table = policy, table

    def __missing__(self, name: str) -> V:
        raise BadPolicy(
            f"{self.policy}: no row {name!r} in force in {self.table}; extend generic-cn or add it"
        )


class _Lenient(dict[str, Tolerance]):
    def __missing__(self, name: str) -> Tolerance:
        return Tolerance()
