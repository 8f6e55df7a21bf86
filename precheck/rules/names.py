"""The applicant's name is the same on every paper, statement and account that should be its own."""

from functools import partial
from typing import NamedTuple

from ..application import Account, Applicant, Application, BankAccount, Document, Platform, Section, Statement
from ..facts.names import fold_name, same_name
from ..rule import Cause, Context, Found, Hit, Severity, Trigger, error, hit, warning
from ..text import Text
from .shared.holders import people_allowed

OWNERS = frozenset({"legal_representative", "operator"})
"""Who the owner is when the owner borrows."""
UNNAMED = "个体户"
"""What banks put before the operator's name for an individual business without a name of its own."""
PAPERS = {
    **dict.fromkeys(
        (
            "licence", "basic_account", "articles", "balance_sheet", "income_statement", "cash_flow_statement",
            "audit_report", "vat_return", "income_tax_return", "tax_payment", "tax_rating", "food_permit",
            "food_filing", "construction_qualification", "safety_permit", "medical_permit",
            "medical_device_permit", "pollution_permit", "transport_permit", "drug_permit",
            "special_trade_permit", "mining_permit", "labour_dispatch_permit", "chemicals_permit",
            "tobacco_permit",
        ),
        "licence",
    ),
    "bank_statement": "bank_account",
    "platform_statement": "platform",
}  # fmt: skip
"""The papers that name the business itself, and the policy's word for who else may stand there."""

READS_THE_NAME = (
    "CON001", "CON002", "DOC010", "IDN023", "IDN024", "IDN025", "IDN026", "IDN027", "IDN028", "LOA016",
)  # fmt: skip
"""The rules that compare the applicant's name with another, and only repeat that it is wrong."""


class Difference(NamedTuple):
    """How a name is not the applicant's, how bad that is (None: as the rule says), and what to do."""

    severity: Severity | None
    words: Text
    advice: Text


FORM = Difference(
    Severity.NOTE,
    Text("与申请人名称只差括号、空格或全角半角", "differs from the applicant's name only in brackets, blanks or width"),
    Text("请改成与营业执照一字不差的写法，有的系统会当成两家。", "Write it exactly as on the licence: some systems take it for another firm."),
)  # fmt: skip
FORMER = Difference(
    Severity.WARNING,
    Text("是申请人的曾用名", "is a former name of the applicant"),
    Text("请换成更名后的材料，或附上名称变更的登记通知书。", "Replace it by one made after the change, or attach the notice of the change of name."),
)  # fmt: skip
OTHER = Difference(
    None,
    Text("与申请人名称不一致", "is not the applicant's name"),
    Text("请核对：是名称填错了，还是用了别家的材料或账户。", "Check whether a name is mistyped, or the paper or account is somebody else's."),
)  # fmt: skip


@error(
    "IDN022",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.ACCOUNT,),
    source="市场主体登记管理条例（V1）",
    zh="""没有填写企业名称。
          请按营业执照填写全称；只有个体工商户可以没有名称。""",
    en="""The name of the business is not given.
          Enter the full name on the licence; only an individual business may have none.""",
    mutes=READS_THE_NAME,
)
def business_has_a_name(applicant: Applicant, context: Context) -> Found:
    """企业必须有名称才能登记，个体工商户可以只登记经营者姓名。

    No enterprise is registered without a name; an individual business may go by its operator's."""
    if not applicant.name.strip() and applicant.kind != "individual_business":
        return hit(applicant / "name", applicant / "kind")


@warning(
    "IDN023",
    cause=Cause.STALE,
    triggers=(Trigger.ACCOUNT,),
    source="市场主体登记管理条例第二十四条（V1）",
    zh="""申请人名称填的是曾用名。
          请改成现在营业执照上的名称；执照还没换的，先换再申请。""",
    en="""The applicant's name is one of its former names.
          Enter the name on the present licence; if the licence is the old one, replace it first.""",
)
def name_is_the_present_one(applicant: Applicant, context: Context) -> Found:
    """更名后按旧名申请，与登记系统里的名称对不上。

    An application under the old name does not match the register."""
    if applicant.former_names and any(same_name(applicant.name, each) for each in applicant.former_names):
        return hit(applicant / "name", applicant / "former_names")


named_alike = partial(
    error,
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    mutes=READS_THE_NAME,
)


@named_alike(
    "IDN024",
    source="各行受理要求：材料主体一致（K）",
    zh="""{kind}上的名称{difference}。
          {advice}""",
    en="""The name on this paper ({kind}) {difference}.
          {advice}""",
)
def paper_is_of_the_applicant(paper: Document, context: Context) -> Found:
    """别家的执照、报表或流水不能证明申请人的经营；个体工商户的材料可以用经营者的姓名。

    Another firm's licence, statement or flows prove nothing of the applicant; papers of an individual business
    may carry its operator's name."""
    if paper.holder and paper.holder != context.application.applicant.name and paper.kind in PAPERS:
        return _named(paper, "holder", PAPERS[paper.kind], context, "kind")


@named_alike(
    "IDN025",
    source="各行受理要求：材料主体一致（K）",
    zh="""财务报表的编制单位{difference}。
          {advice}""",
    en="""The name on the financial statements {difference}.
          {advice}""",
)
def statement_is_of_the_applicant(statement: Statement, context: Context) -> Found:
    """报表写着别家的名称，里面的数字就不能算申请人的。

    Figures of a statement in another name do not count as the applicant's."""
    if statement.entity != context.application.applicant.name:
        return _named(statement, "entity", "licence", context)


@named_alike(
    "IDN026",
    source="各行受理要求：流水为本人账户（K）",
    zh="""银行流水的户名{difference}。
          {advice}""",
    en="""The name on the bank account with the flows {difference}.
          {advice}""",
)
def bank_account_is_of_the_applicant(account: BankAccount, context: Context) -> Found:
    """只有申请人自己的流水才算经营收入；个体工商户常用经营者或配偶的账户，能用谁的由机构规定。

    Only money in the applicant's own accounts counts as revenue. Individual businesses often use the operator's
    or the spouse's; whose may be used is up to the lender."""
    if account.holder != context.application.applicant.name:
        return _named(account, "holder", "bank_account", context)


@named_alike(
    "IDN027",
    source="各行受理要求：收款、还款账户为借款人本人账户（K）",
    zh="""{role}的户名{difference}。
          {advice}""",
    en="""The name on the {role} {difference}.
          {advice}""",
)
def loan_account_is_of_the_borrower(account: Account, context: Context) -> Found:
    """贷款只发放到借款人名下的账户，也从这里扣还。

    A loan is paid out to, and repaid from, accounts in the borrower's name."""
    if account.holder != context.application.applicant.name and account.role != "payee":
        return _named(account, "holder", "account", context, "role")


@named_alike(
    "IDN028",
    source="各行受理要求：店铺主体一致（K）",
    zh="""平台店铺的主体{difference}。
          {advice}""",
    en="""The name of the platform shop's holder {difference}.
          {advice}""",
)
def platform_shop_is_of_the_applicant(platform: Platform, context: Context) -> Found:
    """店铺开在别人名下，成交额就难以算作申请人的收入。

    Sales of a shop in somebody else's name are hardly the applicant's revenue."""
    if platform.holder != context.application.applicant.name:
        return _named(platform, "holder", "platform", context)


def _named(section: Section, field: str, what: str, context: Context, *others: str) -> Hit | None:
    """Blames the field, or the applicant's name when all other places agree on another one."""
    name = getattr(section, field)
    if name in people_allowed(what, context):
        return None
    application = context.application
    found = _difference(name, _allowed(what, context), application.applicant)
    if found is None:
        return None
    own, place = application.applicant / "name", section / field
    refs = (own, place) if _all_give(name, application) else (place, own)
    more = [section / other for other in others]
    if application.applicant.kind != "individual_business" and _is_of_the_owner(name, application):
        more.insert(0, application.applicant / "kind")  # an individual business may go by its operator's name
    return hit(*refs, *more, severity=found.severity, difference=found.words, advice=found.advice)


def _is_of_the_owner(name: str, application: Application) -> bool:
    return any(each.role in OWNERS and same_name(name, each.name) for each in application.people)


def _difference(name: str, allowed: list[str], applicant: Applicant) -> Difference | None:
    if name in allowed:
        return None
    if any(same_name(name, each) for each in allowed):
        return FORM
    return FORMER if any(same_name(name, each) for each in applicant.former_names) else OTHER


def _allowed(what: str, context: Context) -> list[str]:
    """The names that may stand there: the applicant's, and those of the people that the policy allows."""
    application = context.application
    people = people_allowed(what, context)
    if what == "account" and application.loan.borrower == "owner":
        people += [each.name for each in application.people if each.role in OWNERS]
    is_individual = application.applicant.kind == "individual_business"
    unnamed = [UNNAMED + each for each in people] if is_individual else []
    return [application.applicant.name, *people, *unnamed]


def _all_give(name: str, application: Application) -> bool:
    """Whether every place that names the business gives this name, and none the applicant's as it is typed."""
    names = {each.entity for each in application.statements}
    names |= {each.holder for each in application.bank_accounts}
    names |= {each.holder for each in application.accounts if each.role != "payee"}
    names |= {each.holder for each in application.documents if each.holder and each.kind in PAPERS}
    return application.applicant.name not in names and {*map(fold_name, names)} == {fold_name(name)}
