"""Who asks for the loan, who stands behind it, and which accounts the money moves through."""

from pydantic import Field

from . import choices
from .section import Section, blank, field, several
from .types import NO_REPORT, Code, Count, Day, Deadline, LongWords, MaybeName, Name, Share, Words, Year, Yuan


class Licence(Section):
    """营业执照 / the business licence."""

    issued: Day = field("发照日期 / Date of issue", "2023-06-02")
    valid_until: Deadline = field("营业期限至 / Valid until", "长期")


class Change(Section):
    """一项变更登记 / a registered change."""

    what: choices.Changed = field("变更事项 / What changed", "address")
    on: Day = field("变更日期 / Date of the change", "2026-03-12")


class Shareholder(Section):
    """一位股东 / a shareholder."""

    name: Name = field("股东姓名或名称 / Shareholder", "王示例")
    share: Share = field("持股比例 / Share of capital", 0.7)


class AdverseRecord(Section):
    """一条不良记录 / an adverse public record, as the applicant knows it."""

    kind: choices.Record = field("记录类型 / Kind of record", "abnormal_operation")
    since: Day = field("列入日期 / On record since", "2026-01-15")


class Applicant(Section):
    """申请人 / the business that applies."""

    kind: choices.ApplicantKind = field("主体类型 / Kind of business", "company")
    name: MaybeName = field(
        "名称（与营业执照一致；个体工商户可无字号） / Name on the licence; may be empty for an individual business",
        "杭州示例电器批发有限公司",
    )
    uscc: Code = field("统一社会信用代码 / Unified social credit code", "91330106MA2EXAMP5T")
    industry: Code = field("行业代码（GB/T 4754-2017） / Industry code", "5137")
    business_scope: LongWords = field("经营范围 / Business scope", "家用电器批发；电子产品销售")
    established: Day = field("成立日期 / Date of establishment", "2019-04-16")
    registered_capital: Yuan = blank("注册资本（个体工商户可不填） / Registered capital", 2000000)
    paid_in_capital: Yuan = blank("实缴资本 / Paid-in capital", 2000000)
    licence: Licence = field("营业执照 / Business licence", None)
    address: Words = field("住所或经营场所 / Registered address", "浙江省杭州市西湖区示例路1号")
    status: choices.Status = field("登记状态 / Registration status", "active")
    taxpayer: choices.Taxpayer = field("增值税纳税人类型 / VAT taxpayer type", "general")
    tax_collection: choices.TaxCollection = field("所得税征收方式 / How income tax is collected", "books")
    tax_rating: choices.TaxRating = field("纳税信用等级 / Tax credit rating", "B")
    last_annual_report: Year = Field(
        NO_REPORT,
        title="最近一次公示年报的年度（还没有年报的不填） / Year of the last published annual report; none yet, leave it out",
        examples=[2025],
    )
    former_names: list[Name] = several("曾用名 / Former names")
    changes: list[Change] = several("近期变更登记 / Registered changes")
    shareholders: list[Shareholder] = several("股东 / Shareholders")
    adverse_records: list[AdverseRecord] = several("不良记录 / Adverse public records")


class Person(Section):
    """一位相关人员 / a person behind the application."""

    role: choices.Role = field("身份 / Role", "legal_representative")
    name: Name = field("姓名 / Name", "王示例")
    id_kind: choices.IdKind = field("证件类型 / Kind of identity document", "resident_id")
    id_number: Code = field("证件号码 / Identity number", "330106198002140012")
    valid_from: Day = field("证件有效期起 / Valid from", "2016-03-01")
    valid_until: Deadline = field("证件有效期止 / Valid until", "2036-03-01")
    mobile: Code = field("手机号 / Mobile number", "13800000000")


class Account(Section):
    """一个银行账户 / a bank account that the loan uses."""

    role: choices.AccountRole = field("用途 / Role", "collection")
    kind: choices.AccountKind = field("账户类型 / Kind of account", "basic")
    bank: Name = field("开户行 / Bank", "示例银行杭州分行")
    number: Code = field("账号 / Account number", "3301040160000000018")
    holder: Name = field("户名 / Account holder", "杭州示例电器批发有限公司")
    status: choices.AccountStatus = field("账户状态 / Account status", "normal")


class Scale(Section):
    """业务规模 / the scale of the business, as declared."""

    declared_size: choices.Size = field("申报的企业规模 / Declared size", "small")
    employees: Count = field("从业人员（人） / Employees", 18)
    insured_employees: Count = field("参保人数（人） / Employees with social insurance", 15)
    operating_revenue: Yuan = field("年营业收入 / Annual operating revenue", 20110845.3)
    total_assets: Yuan = blank("资产总额（没有账簿的个体工商户可不填） / Total assets", 8177333.77)
    as_of: Day = field("数据截至 / Figures as of", "2025-12-31")


class DeclaredRevenue(Section):
    """申报的年营业收入 / the revenue declared for one year."""

    year: Year = field("年度 / Year", 2025)
    amount: Yuan = field("年营业收入（不含税） / Annual revenue without VAT", 20110845.3)
