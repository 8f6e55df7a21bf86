"""The typed application: the data interface, published as `schemas/application-1.json`."""

from typing import Any

from pydantic import Field

from .credit import Consent, Contract, Debt, Document, Loan, OtherApplication, Payee
from .flows import BankAccount, BankMonth, Platform, PlatformMonth
from .parties import (
    Account,
    AdverseRecord,
    Applicant,
    Change,
    DeclaredRevenue,
    Licence,
    Person,
    Scale,
    Shareholder,
)
from .section import Gap, Ref, Section, field, hollow, several
from .statements import BalanceSheet, BalanceSheetColumn, IncomeColumn, IncomeStatement, Statement
from .taxes import IncomeTaxReturn, InvoiceMonth, RateSum, VatColumn, VatReturn
from .types import FOREVER, NO_PERIOD, NO_REPORT, NOTHING, UNSTATED, Coverage, Period

__all__ = [
    "FOREVER",
    "NOTHING",
    "NO_PERIOD",
    "NO_REPORT",
    "UNSTATED",
    "Account",
    "AdverseRecord",
    "Applicant",
    "Application",
    "BalanceSheet",
    "BalanceSheetColumn",
    "BankAccount",
    "BankMonth",
    "Change",
    "Consent",
    "Contract",
    "Coverage",
    "Debt",
    "DeclaredRevenue",
    "Document",
    "Gap",
    "IncomeColumn",
    "IncomeStatement",
    "IncomeTaxReturn",
    "InvoiceMonth",
    "Licence",
    "Loan",
    "OtherApplication",
    "Payee",
    "Period",
    "Person",
    "Platform",
    "PlatformMonth",
    "RateSum",
    "Ref",
    "Scale",
    "Section",
    "Shareholder",
    "Statement",
    "VatColumn",
    "VatReturn",
    "hollow",
]


class Application(Section):
    """经营贷款申请 / an application for an operating loan."""

    schema_: str = Field("", alias="$schema", max_length=200, title="数据格式 / Schema, for editors")
    applicant: Applicant = field("申请人 / Applicant", None)
    people: list[Person] = field("相关人员 / People", [], min_length=1, max_length=200)
    scale: Scale = field("业务规模 / Scale", None)
    revenue: list[DeclaredRevenue] = field(
        "申报的年营业收入 / Declared revenue", [], min_length=1, max_length=50
    )
    loan: Loan = field("贷款 / Loan", None)
    accounts: list[Account] = several("账户 / Accounts")
    consents: list[Consent] = several("授权 / Consents")
    debts: list[Debt] = several("现有负债与担保 / Existing debts and guarantees")
    other_applications: list[OtherApplication] = several("其他贷款申请 / Other applications")
    documents: list[Document] = several("上传材料 / Attached papers")
    statements: list[Statement] = several("财务报表 / Financial statements")
    vat_returns: list[VatReturn] = several("增值税申报 / VAT returns")
    income_tax_returns: list[IncomeTaxReturn] = several("所得税申报 / Income tax returns")
    invoices: list[InvoiceMonth] = several("发票 / Invoices by month")
    bank_accounts: list[BankAccount] = several("银行流水 / Bank flows")
    platforms: list[Platform] = several("平台流水 / Platform flows")
    extensions: dict[str, Any] = several("机构自有字段 / Fields of the lender's own")
