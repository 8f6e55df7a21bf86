"""What a lender finds out about the business: where it is, what changed lately, and marks against it."""

from ..application import Account, AdverseRecord, Applicant, Change
from ..facts.calendar import months_later
from ..facts.regions import PROVINCES, province_named_in
from ..policy.requirements import SEVERITY
from ..rule import Cause, Context, Found, Severity, Trigger, hit, note, warning
from ..text import Text


@note(
    "ENT011",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="GB 32100-2015 第 3 至 8 位为登记机关行政区划码（V1）；迁移后代码不变（K）",
    zh="""地址在{named}，统一社会信用代码却是在{registered}登记的。
          请核对两处；跨省迁来的企业代码不变，不用改，可备好迁移证明。""",
    en="""The address is in {named}, but the unified social credit code was issued in {registered}.
          Check both; a business that moved keeps its code: leave it then, and keep the proof of the move at hand.""",
)
def address_is_where_the_code_was_issued(applicant: Applicant, context: Context) -> Found:
    """两个省份不一致，有时是把别家的代码或分店的地址填进来了。

    When the provinces differ, the code may be another firm's or the address that of a branch."""
    province = PROVINCES.get(applicant.uscc[2:4])
    if province is None or applicant.address.startswith(province.zh):
        return None
    named = PROVINCES.get(province_named_in(applicant.address) or "", province)
    if named is not province:
        registered = Text(province.zh, province.en)
        return hit(
            applicant / "address", applicant / "uscc", registered=registered, named=Text(named.zh, named.en)
        )


@warning(
    "ENT012",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING, Trigger.MODEL),
    source="政策表 marks：近期变更（K）",
    zh="""{on} 变更了{what}，还不满机构观察的 {months} 个月。
          请备好变更登记的证明和说明；机构不受理的，满期后再申请。""",
    en="""The {what} changed on {on}; the lender waits for {months} months after a change.
          Keep proof and the reason of the change at hand; if the lender declines, apply again later.""",
)
def business_has_not_changed_lately(change: Change, context: Context) -> Found:
    """刚换法定代表人、股东或地址的企业，机构会怀疑是为贷款买来的空壳。

    A business whose legal representative, shareholders or address have just changed may be a shell bought for the
    loan."""
    mark = context.policy.marked.get(change.what)
    if mark and months_later(context.on, -mark.months) < change.on <= context.on:
        severity = SEVERITY[mark.verdict]
        return hit(change / "on", change / "what", severity=severity, row=mark.name, months=mark.months)


@warning(
    "ENT013",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.SCREENING,),
    source="政策表 marks：经营异常、被执行、失信、欠税（K）",
    zh="""申请人有不良记录：{kind}，自 {since} 起。
          请先处理并移出或销案；已经处理完的，删去这条并备好证明。""",
    en="""The applicant is on record since {since}: {kind}.
          Settle it and have it removed first; if that is done, take it out of the draft and keep the proof at hand.""",
)
def business_has_no_adverse_record(record: AdverseRecord, context: Context) -> Found:
    """这些记录都能公开查到，没有处理完就申请，多半被拒，还留下一次查询记录。

    These records are public. An application before they are settled is mostly refused, and leaves a trace."""
    mark = context.policy.marked.get(record.kind)
    if mark:
        return hit(record / "kind", record / "since", severity=SEVERITY[mark.verdict], row=mark.name)


@warning(
    "ENT014",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="政策表 marks：税务类产品看纳税信用等级（V2、K）",
    zh="""纳税信用等级是 {tax_rating}，机构会询问或不受理。
          请在电子税务局核对等级；可以先补正失信行为、申请信用修复。""",
    en="""The tax credit rating is {tax_rating}, which the lender asks about or does not take.
          Check it with the tax office; faults can be corrected and the rating repaired first.""",
)
def tax_rating_is_good_enough(applicant: Applicant, context: Context) -> Found:
    """按纳税数据授信的产品一般只看 A、B、M 级。

    Products that lend on tax data mostly take A, B and M only."""
    mark = context.policy.marked.get(applicant.tax_rating)
    if mark:
        return hit(applicant / "tax_rating", severity=SEVERITY[mark.verdict], row=mark.name)


@warning(
    "ENT015",
    worst=Severity.ERROR,
    cause=Cause.POLICY,
    triggers=(Trigger.ACCOUNT,),
    source="政策表 marks：久悬、冻结账户不能收付（K）",
    zh="""{role}的状态是“{status}”，不能正常收款和扣款。
          请先到开户行恢复使用，或换一个正常的账户。""",
    en="""The status of the {role} is “{status}”: money can neither be paid in nor debited as usual.
          Have the bank reactivate it first, or give another account.""",
)
def loan_account_can_be_used(account: Account, context: Context) -> Found:
    """久悬或冻结的账户会使放款失败，还会被标记为账户异常。

    Paying out to a dormant or frozen account fails, and marks the application as having an abnormal account."""
    mark = context.policy.marked.get(account.status)
    if mark:
        refs = (account / "status", account / "role")
        return hit(*refs, severity=SEVERITY[mark.verdict], row=mark.name)
