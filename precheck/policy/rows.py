"""The rows of a policy's tables: what a lender can ask for, each with its source and its time in force."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from ..application import choices
from ..record import Record
from ..relation import Band, Tolerance

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


def _band(closeness: Any) -> Band | None:
    if closeness is None:
        return None
    if isinstance(closeness, list):
        return Band(*closeness)
    return Band(1 / (1 + closeness), 1 + closeness)
