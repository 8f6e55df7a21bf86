"""Who is paid with the loan, and the contracts that bear it out."""

from ..application import Contract, Loan, Payee
from ..facts.names import same_name
from ..rule import Cause, Context, Found, Trigger, error, hit, warning
from .shared.holders import may_hold


@warning(
    "LOA010",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="受托支付起点：企业单笔 1000 万元（K），个人经营 50 万元（S）",
    zh="""申请金额 {asked} 超过了 {above}，一次付给一家的款项须由机构直接付给收款人，但没有填收款人。
          请填写收款人和金额，并附上合同；分散付给多家的请说明。""",
    en="""The amount asked for, {asked}, is above {above}: what is paid to one payee at once must be paid by the lender, but no payee is given.
          Enter the payees with their amounts and attach the contracts; explain it if the money goes to many.""",
)
def large_loan_names_its_payees(loan: Loan, context: Context) -> Found:
    """大额贷款须受托支付，由机构直接付给卖方；没有收款人就无法放款。

    Large payments are entrusted to the lender, which pays the seller; without a payee it cannot pay out."""
    above = context.policy.limit[f"{loan.borrower}_entrusted_above"]
    if loan.amount > above and not loan.payees:
        return hit(loan / "payees", loan / "amount", asked=loan.amount, above=above)


@warning(
    "LOA011",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="受托支付须审核用途合同（V2）；起点金额（K、S）",
    zh="""第 {position} 个收款人的金额 {paid} 超过了 {above}，但没有填写任何用途合同。
          请填写并上传与该收款人签订的合同。""",
    en="""Payee {position} is to be paid {paid}, above {above}, but no contract is given.
          Enter and attach the contract with this payee.""",
)
def large_payment_has_a_contract(payee: Payee, context: Context) -> Found:
    """受托支付时机构要核对合同，确认这笔钱确实付给卖方。

    A lender that pays on your behalf checks the contract to see that the money goes to the seller."""
    loan = context.application.loan
    if not loan.contracts:
        above = context.policy.limit[f"{loan.borrower}_entrusted_above"]
        if payee.amount > above:
            position = loan.payees.index(payee) + 1
            return hit(
                payee / "amount", loan / "contracts", position=position, paid=payee.amount, above=above
            )


@error(
    "LOA012",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="受托支付的金额出自本笔贷款（V2）",
    zh="""各收款人的金额合计 {paid}，超过了申请金额 {asked}。
          请核对每个收款人的金额和申请金额。""",
    en="""The payees are to be paid {paid} in all, more than the {asked} asked for.
          Check the amount of every payee and of the loan.""",
)
def payees_are_paid_from_the_loan(loan: Loan, context: Context) -> Found:
    """受托支付只能付出贷到的钱；其余部分可以自主支付，所以合计可以小于申请金额。

    Only what is lent can be paid out. The rest may be spent freely, so the payees may well get less than the loan."""
    if loan.payees and (paid := sum([each.amount for each in loan.payees])) > loan.amount:
        amounts = [each / "amount" for each in loan.payees]
        return hit(*amounts, loan / "amount", paid=paid, asked=loan.amount)


@warning(
    "LOA013",
    cause=Cause.IDENTITY,
    triggers=(Trigger.SCREENING,),
    source="受托支付：收款人应为合同卖方（V2）",
    zh="""第 {position} 个收款人不是任何一份用途合同的卖方。
          请核对收款人名称，或补上与该收款人签订的合同。""",
    en="""Payee {position} is not the seller of any contract.
          Check the name of the payee, or add the contract with it.""",
)
def payee_is_a_seller(payee: Payee, context: Context) -> Found:
    """贷款付给合同之外的人，会被当作资金挪用。

    Money paid to someone outside the contracts looks diverted."""
    loan = context.application.loan
    sellers = loan.contracts
    if sellers and not any(same_name(each.seller, payee.name) for each in sellers):
        position = loan.payees.index(payee) + 1
        return hit(payee / "name", *(each / "seller" for each in sellers), position=position)


@warning(
    "LOA014",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="用途合同的金额不应低于支付金额（V2）",
    zh="""付给第 {position} 个收款人的 {paid} 超过了与其签订的合同金额 {agreed}。
          请核对两个金额，或补上其余的合同。""",
    en="""Payee {position} is to be paid {paid}, more than the contracts with it, {agreed}, say.
          Check both amounts, or add the other contracts.""",
)
def payment_is_within_its_contract(payee: Payee, context: Context) -> Found:
    """付出去的钱不能比合同约定的多。

    Nobody is paid more than was agreed."""
    loan = context.application.loan
    signed = [each for each in loan.contracts if same_name(each.seller, payee.name)]
    if signed and (agreed := sum([each.amount for each in signed])) < payee.amount:
        refs = (payee / "amount", *(each / "amount" for each in signed))
        position = loan.payees.index(payee) + 1
        return hit(*refs, position=position, paid=payee.amount, agreed=agreed)


@warning(
    "LOA015",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.LIMIT,),
    source="用途合同的金额不应低于申请金额（K）",
    zh="""用途合同的金额合计 {agreed}，低于申请金额 {asked}。
          请核对金额，补上其余的合同，或说明其余贷款的用途。""",
    en="""The contracts come to {agreed}, less than the {asked} asked for.
          Check the amounts, add the other contracts, or explain what the rest of the loan is for.""",
)
def contracts_cover_the_loan(loan: Loan, context: Context) -> Found:
    """没有指定收款人时，用途合同应当撑得起整笔贷款。

    Where no payees are given, the contracts must bear out the whole loan."""
    if loan.contracts and not loan.payees:
        agreed = sum([each.amount for each in loan.contracts])
        if agreed < loan.amount:
            amounts = [each / "amount" for each in loan.contracts]
            return hit(loan / "contracts", *amounts, loan / "amount", agreed=agreed, asked=loan.amount)


@warning(
    "LOA016",
    cause=Cause.IDENTITY,
    triggers=(Trigger.SCREENING,),
    source="用途合同的买方应为借款人（V2）；可接受的户名为机构政策（K）",
    zh="""第 {position} 份用途合同的买方不是申请人，也不是其经营者或法定代表人。
          请换成以申请人名义签订的合同，或核对买方名称。""",
    en="""The buyer of contract {position} is neither the applicant nor its operator or legal representative.
          Use a contract in the applicant's name, or check the name of the buyer.""",
)
def buyer_is_the_applicant(contract: Contract, context: Context) -> Found:
    """用别人的合同证明用途，等于没有证明。

    A contract of somebody else proves nothing about this loan."""
    if not may_hold(contract.buyer, "contract", context):
        position = context.application.loan.contracts.index(contract) + 1
        return hit(contract / "buyer", context.application.applicant / "name", position=position)


@error(
    "LOA017",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="过期合同不能证明用途（K）",
    zh="""第 {position} 份用途合同已于 {valid_until} 到期。
          请换成仍然有效的合同。""",
    en="""Contract {position} ended on {valid_until}.
          Replace it with one that is still in force.""",
)
def contract_is_in_force(contract: Contract, context: Context) -> Found:
    """已经履行完的合同不再需要资金。

    A contract that has run out needs no more money."""
    if contract.valid_until < context.on:
        position = context.application.loan.contracts.index(contract) + 1
        return hit(contract / "valid_until", position=position)
