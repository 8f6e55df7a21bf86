"""The loan asked for, what is owed already, and the consents and papers that go with it."""

from pydantic import Field

from . import choices
from .section import Section, blank, field, several
from .types import (
    NO_PERIOD,
    UNSTATED,
    Code,
    Coverage,
    Day,
    Deadline,
    FilePath,
    MaybeName,
    Months,
    Name,
    Words,
    Yuan,
)


class Debt(Section):
    """一笔现有贷款或担保 / an existing loan or guarantee."""

    kind: choices.DebtKind = field("类型 / Kind", "loan")
    lender: Name = field("债权人 / Lender", "示例银行")
    amount: Yuan = field("合同金额 / Contract amount", 1200000)
    balance: Yuan = field("余额 / Balance owed", 1200000)
    due: Day = field("到期日 / Due date", "2027-03-31")


class OtherApplication(Section):
    """一笔其他贷款申请 / another application of the last months."""

    lender: Name = field("机构 / Lender", "示例网商")
    submitted: Day = field("提交日期 / Submitted on", "2026-10-08")
    progress: choices.Progress = field("进度 / Progress", "refused")


class Payee(Section):
    """一个受托支付对象 / a payee of entrusted payment."""

    name: Name = field("收款人 / Payee", "宁波示例电器有限公司")
    account: Code = field("收款账号 / Payee's account", "3302040160000000026")
    amount: Yuan = field("支付金额 / Amount to be paid", 1500000)


class Contract(Section):
    """一份用途合同 / a contract that proves the purpose."""

    buyer: Name = field("买方 / Buyer", "杭州示例电器批发有限公司")
    seller: Name = field("卖方 / Seller", "宁波示例电器有限公司")
    amount: Yuan = field("合同金额 / Contract amount", 2200000)
    signed: Day = field("签订日期 / Signed on", "2026-11-02")
    valid_until: Deadline = field("有效期至 / Valid until", "2027-11-01")


class Loan(Section):
    """所申请的贷款 / the loan asked for."""

    borrower: choices.Borrower = field("借款主体 / Who borrows", "entity")
    channel: choices.Channel = field("申请渠道 / Channel", "online")
    amount: Yuan = field("申请金额 / Amount", 1500000)
    term_months: Months = field("期限（月） / Term in months", 12)
    purpose: Words = field("用途 / Purpose", "采购空调、冰箱等家用电器备货")
    repayment: choices.Repayment = field("还款方式 / Repayment", "interest_first")
    own_funds: Yuan = blank("自有资金投入 / Own funds put in", 500000)
    other_funds: Yuan = blank("其他渠道资金 / Funds from other sources", 0)
    expected_growth: float = Field(
        0.0,
        ge=-1,
        le=10,
        title="预计下一年收入增长率 / Expected growth of revenue",
        description="小数 / a fraction",
        examples=[0.1],
    )
    payees: list[Payee] = several("受托支付对象 / Payees of entrusted payment")
    contracts: list[Contract] = several("用途合同 / Contracts that prove the purpose")


class Consent(Section):
    """一份授权 / a consent."""

    kind: choices.ConsentKind = field("授权类型 / Kind", "credit_query")
    subject: Name = field("授权人 / Given by", "王示例")
    purpose: Words = field("授权用途 / Purpose stated", "贷款审批与贷后管理")
    signed: Day = field("签署日期 / Signed on", "2026-11-12")


class Document(Section):
    """一份上传的材料 / an attached paper."""

    kind: choices.DocumentKind = field("材料类型 / Kind of paper", "licence")
    path: FilePath = field("文件（相对于申请文件的路径） / File, relative to the draft", "papers/licence.jpg")
    holder: MaybeName = Field("", title="持有人 / Holder", examples=["杭州示例电器批发有限公司"])
    issued: Day = Field(UNSTATED, title="出具日期 / Date of issue", examples=["2026-11-05"])
    valid_until: Deadline = Field(UNSTATED, title="有效期至 / Valid until", examples=["2027-12-31"])
    period: Coverage = Field(NO_PERIOD, title="所属期间 / Period covered", examples=["2025-11/2026-10"])
    side: choices.Side = Field("both", title="正面或反面 / Side", examples=["front"])
    address: MaybeName = Field(
        "", title="地址（租赁、产权） / Address on the paper", examples=["浙江省杭州市西湖区示例路1号"]
    )
