"""One lender's requirements as data: rows with a source and a time in force, no expressions.

`Policy.named("generic-cn").on(day)` is the policy as it stands on one day, so that no rule compares effective dates.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar, get_args

from pydantic import ConfigDict, Field

from .application import choices
from .errors import BadPolicy
from .record import Record
from .relation import Band, Tolerance

Verdict = Literal["restricted", "refused"]
Sides = Annotated[list[float], Field(min_length=2, max_length=2)]
Closeness = Annotated[float, Field(ge=0)] | Sides
"""How close: 0.1 means within 10 % either way; [0.5, 1.5] means half to one and a half times."""


class Row(Record):
    """What every row says: its name, where it comes from, and from when to when it is in force.

    A lender's row replaces all rows of the same table and name in the policy that it extends; `off` drops them.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, title="行名 / Name of the row, unique in its table for any day")
    source: str = Field(min_length=1, title="依据 / Source, with its confidence tag")
    since: date = Field(date.min, title="自 / In force since")
    until: date = Field(date.max, title="至 / In force until, that day included")
    off: bool = Field(False, title="停用 / Drops the row of this name")


class For(Row):
    """A row that holds for some applications only; an empty list means all of them."""

    applicants: tuple[choices.ApplicantKind, ...] = Field((), title="适用主体 / Kinds of applicant")
    borrowers: tuple[choices.Borrower, ...] = Field((), title="适用借款主体 / Who borrows")
    channels: tuple[choices.Channel, ...] = Field((), title="适用渠道 / Channels")
    industries: tuple[str, ...] = Field((), title="适用行业（代码前缀） / Industries, by prefix of the code")
    industries_except: tuple[str, ...] = Field((), title="除外行业 / Industries left out")
    amount_above: float = Field(0.0, ge=0, title="申请金额超过（元） / For loans above, in yuan")


class Limit(Row):
    """A number that a rule compares with."""

    value: float = Field(title="数值 / Value; yuan, months, years, fractions, as the name says")


class ToleranceRow(Row):
    """How far two figures may differ."""

    warn: Closeness | None = Field(None, title="询问线 / Beyond it the lender asks")
    error: Closeness | None = Field(None, title="退回线 / Beyond it the lender refuses")

    @property
    def bands(self) -> Tolerance:
        """The same as two bands."""
        return Tolerance(_band(self.warn), _band(self.error))


class Freshness(Row):
    """How old something may be on the day of the check."""

    days: int = Field(ge=0, title="天数 / Days")


class RequiredDocument(For):
    """A paper that must be attached: one of `any_of`, for each person of `roles` where roles are named."""

    any_of: tuple[choices.DocumentKind, ...] = Field(min_length=1, title="任一材料 / Any of these papers")
    roles: tuple[choices.Role, ...] = Field(
        (), title="每位此身份人员各一份 / One for each person of these roles"
    )
    months: int = Field(0, ge=0, le=60, title="连续覆盖月数 / Unbroken months that the papers must cover")
    closed_years: int = Field(
        0, ge=0, le=5, title="最近几个完整年度各一份 / One for each of so many last closed years"
    )


class RequiredConsent(For):
    """A consent that must be given by everybody whom the row names."""

    kind: choices.ConsentKind = Field(title="授权类型 / Kind of consent")
    entity: bool = Field(False, title="由企业出具 / Given by the business itself")
    roles: tuple[choices.Role, ...] = Field(
        (), title="由此身份人员出具 / Given by each person of these roles"
    )
    shares_from: float = Field(
        0.0,
        ge=0,
        le=1,
        title="由持股达此比例的股东出具 / Given by each holder of this share or more; 0 for none",
    )


class FormatRow(Row):
    """The kinds of file that an upload page takes, for all papers or for those of some kinds."""

    extensions: tuple[str, ...] = Field(min_length=1, title="扩展名（小写） / Extensions, lower case, no dot")
    kinds: tuple[choices.DocumentKind, ...] = Field((), title="适用材料 / Kinds of paper; none for all")


class RequiredSource(For):
    """Figures that must be in the draft or in an opened paper."""

    any_of: tuple[
        Literal["statements", "vat_returns", "income_tax_returns", "invoices", "bank_accounts", "platforms"],
        ...,
    ] = Field(min_length=1, title="任一来源 / Any of these sources")
    months: int = Field(0, ge=0, le=60, title="至少覆盖月数 / Months to be covered at least")


class Restriction(For):
    """Industries or regions that the lender restricts or refuses."""

    regions: tuple[str, ...] = Field(
        (), title="地区（行政区划码前缀） / Regions, by prefix of the division code"
    )
    verdict: Verdict = Field("restricted", title="处理 / What the lender does")
    reason: str = Field(title="原因（zh / en） / Reason")


class Permit(For):
    """A permit that an industry needs: one of `any_of`; `except_words` in the business scope exempt from it."""

    any_of: tuple[choices.DocumentKind, ...] = Field(min_length=1, title="任一许可 / Any of these permits")
    except_words: tuple[str, ...] = Field((), title="豁免字样 / Words in the scope that exempt")
    verdict: Verdict = Field("refused", title="没有时的处理 / What the lender does without it")


class Mark(Row):
    """Something about the business that makes the lender ask or refuse; a row names one kind of thing or several."""

    records: tuple[choices.Record, ...] = Field((), title="不良记录 / Adverse public records")
    tax_ratings: tuple[choices.TaxRating, ...] = Field((), title="纳税信用等级 / Tax credit ratings")
    account_statuses: tuple[choices.AccountStatus, ...] = Field((), title="账户状态 / Account statuses")
    changes: tuple[choices.Changed, ...] = Field((), title="变更事项 / Registered changes")
    months: int = Field(0, ge=0, le=120, title="变更后几个月内 / Within so many months of the change")
    verdict: Verdict = Field("restricted", title="处理 / What the lender does")


class SizesTaken(For):
    """How large a business may be."""

    sizes: tuple[choices.Size, ...] = Field(min_length=1, title="受理的规模 / Sizes taken")
    verdict: Verdict = Field("refused", title="其他规模的处理 / What the lender does about others")


class BannedPurpose(Row):
    """What a loan may not be used for, as phrases."""

    phrases: tuple[str, ...] = Field(min_length=1, title="字样 / Phrases")


class Holders(Row):
    """In whose names something may stand, beside the applicant's own."""

    what: Literal["account", "bank_account", "platform", "lease", "licence", "contract"] = Field(
        title="对象 / What"
    )
    applicants: tuple[choices.ApplicantKind, ...] = Field((), title="适用主体 / Kinds of applicant")
    roles: tuple[choices.Role, ...] = Field((), title="允许的身份 / Roles allowed")


class PerHead(Row):
    """The plausible revenue per employee of a group of the size standard, in yuan a year."""

    group: str = Field(title="行业组（划分办法） / Group of the size standard")
    low: float = Field(gt=0, title="下限 / From, yuan")
    high: float = Field(gt=0, title="上限 / To, yuan")


class TriggerRow(Row):
    """What this lender answers where our own mapping says otherwise."""

    code: str = Field(title="规则 / Code of the rule")
    triggers: tuple[Literal["额度未达标", "风控模型不符", "账户异常", "政策性排查"], ...] = Field(
        title="可能的拒绝 / Likely refusals"
    )


class Ignore(Row):
    """A rule that the lender does not apply, why, and until when at the latest (`until`)."""

    code: str = Field(title="规则 / Code of the rule")
    reason: str = Field(min_length=1, title="原因 / Reason")
    until: date = Field(title="至 / Until, that day included")


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


def _band(closeness: Any) -> Band | None:
    if closeness is None:
        return None
    if isinstance(closeness, list):
        return Band(*closeness)
    return Band(1 / (1 + closeness), 1 + closeness)
