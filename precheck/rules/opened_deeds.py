"""Leases, licences, contracts and authorisations: of whom they are, until when, signed or not."""

from ..application import UNSTATED
from ..facts.addresses import same_place
from ..facts.calendar import months_later
from ..facts.masks import may_be
from ..papers import FLOWS, FORMS, Paper, where
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from ..text import label
from .shared.holders import may_hold

TOLD_BY_ITS_TITLE = frozenset(
    {
        *FLOWS, *FORMS, "invoice", "lease", "land_contract", "contract", "articles", "resolution",
        "credit_authorisation", "agent_authorisation", "licence", "food_permit",
    }
)  # fmt: skip
"""Kinds of paper that say in their title, or by their form, what they are."""
WITH_CODE = frozenset({"licence", "food_permit", "basic_account"})
"""Kinds of paper that carry the code of the business that holds them, and no other."""
LEASES = frozenset({"lease", "land_contract"})
SIGNED = frozenset({"credit_authorisation", "agent_authorisation", "lease", "contract", "resolution"})


@error(
    "PAP060",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="上传位置与材料不符是常见的上传错误（K）",
    zh="""“{kind}”的位置上传的是“{found}”。
          请核对是不是选错了文件，换成要求的那一份。""",
    en="""In the place of the “{kind}” stands a paper of another kind: {found}.
          Check whether the wrong file was chosen, and use the one that is asked for.""",
)
def paper_is_of_the_kind_given(paper: Paper, context: Context) -> Found:
    """选错文件时文件名可能都对，内容却是另一份材料。

    When the wrong file was chosen its name may be right, and what it says is another paper."""
    kinds = _possible_kinds(paper) if paper.document.kind in TOLD_BY_ITS_TITLE else ()
    if kinds and paper.document.kind not in kinds:
        exact = kinds[0] in FLOWS or kinds[0] in FORMS
        severity = Severity.ERROR if exact else Severity.WARNING
        refs = (paper.document / "path", paper.document / "kind")
        return hit(*refs, severity=severity, found=label(kinds[0]))


def _possible_kinds(paper: Paper) -> tuple[str, ...]:
    """What it was recognised as. A statement of an account that does not name its bank or platform may be of either."""
    nameless = any(not flow.provider for flow in paper.says.flows)
    return (*paper.says.kinds, *(sorted(FLOWS) if nameless else ()))


@error(
    "PAP061",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="清单里的有效期应与材料一致（K）",
    zh="""清单写“{kind}”到 {valid_until} 为止，材料（{where}）写的是 {printed}。
          请照材料改正清单里的日期。""",
    en="""The draft says that the “{kind}” ends on {valid_until}; the paper says {printed} ({where}).
          Correct the date in the draft by the paper.""",
)
def end_is_that_of_the_paper(paper: Paper, context: Context) -> Found:
    """有效期抄错，过期的材料就会当成有效的交上去。

    With a wrong date an expired paper is sent as if it were in force."""
    typed = paper.document.valid_until
    for deed in paper.deeds if typed != UNSTATED else ():
        ends = [each.on for each in deed.dates if each.event == "ends"]
        if ends and all(each.day != typed for each in ends):
            refs = (paper.document / "valid_until", paper.document / "path", paper.document / "kind")
            yield hit(*refs, printed=ends[0].day, where=where(ends[0].place))


@warning(
    "PAP062",
    cause=Cause.STALE,
    triggers=(Trigger.LIMIT,),
    source="租期应覆盖贷款期限（S）",
    zh="""“{kind}”（{where}）写明 {printed} 到期，早于贷款到期日 {maturity}。
          请先续签；来不及的，准备续租的书面约定或说明。""",
    en="""The “{kind}” ends on {printed} ({where}), before the loan does on {maturity}.
          Renew it first, or prepare a written promise of renewal or an explanation.""",
)
def lease_outlasts_the_loan(paper: Paper, context: Context) -> Found:
    """清单没有写租期，合同里写了。

    The draft does not say until when the lease runs; the lease does."""
    told = paper.document.kind not in LEASES or paper.document.valid_until != UNSTATED
    maturity = months_later(context.on, context.application.loan.term_months)
    for deed in () if told else paper.deeds:
        ends = [each.on for each in deed.dates if each.event == "ends"]
        last = max(ends, key=lambda each: each.day, default=None)
        if last and last.day < maturity:
            refs = (paper.document / "path", paper.document / "kind")
            yield hit(*refs, printed=last.day, maturity=maturity, where=where(last.place))


@warning(
    "PAP063",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="承租人不是申请人是常见的退回原因（K）；可接受的承租人为机构政策（K）",
    zh="""“{kind}”（{where}）的承租人是 {printed}，不是申请人，也不是机构认可的经营者等。
          请换成以申请人名义签订的合同，或附上转租、无偿使用的证明。""",
    en="""The tenant in the “{kind}” is {printed} ({where}), neither the applicant nor anyone whom the lender accepts.
          Use a lease in the applicant's name, or attach proof of subletting or free use.""",
    mutes=("DOC010",),
)
def tenant_in_the_lease_is_the_applicant(paper: Paper, context: Context) -> Found:
    """清单里写申请人、合同里却是别人，打开合同就看得到。

    The draft names the applicant and the lease somebody else: opening it tells."""
    for deed in paper.deeds if paper.document.kind in LEASES else ():
        tenants = [each.name for each in deed.parties if each.role == "lessee"]
        if tenants and not any(may_hold(each.text, "lease", context) for each in tenants):
            refs = (paper.document / "path", paper.document / "kind")
            yield hit(*refs, printed=tenants[0].text, where=where(tenants[0].place))


@warning(
    "PAP064",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT, Trigger.MODEL),
    source="经营场所证明的地址应与登记住所一致（K）",
    zh="""租赁合同（{where}）的地址 {printed} 与申请人的登记住所不是同一处。
          请核对地址；搬迁的先办变更登记，另有经营场所的准备说明。""",
    en="""The address in the lease, {printed} ({where}), is not the applicant's registered address.
          Check both; register a move first, and explain a second place of business.""",
    mutes=("DOC011",),
)
def address_in_the_lease_is_the_registered_one(paper: Paper, context: Context) -> Found:
    """登记住所与实际经营地不一致，实地核查时会被当作查无此户。

    Where the two differ, a visit to the registered address finds nobody."""
    applicant = context.application.applicant
    for deed in paper.deeds if paper.document.kind == "lease" else ():
        if deed.address and not same_place(deed.address.text, applicant.address):
            refs = (paper.document / "path", applicant / "address")
            yield hit(*refs, printed=deed.address.text, where=where(deed.address.place))


@error(
    "PAP065",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="证照上的统一社会信用代码应是申请人的（V1）",
    zh="""“{kind}”（{where}）的统一社会信用代码 {printed} 不是申请里填的那一个。
          请逐位核对；拿错证照的，换成申请人的。""",
    en="""The code {printed} on the “{kind}” ({where}) is not the one in the draft.
          Compare them character by character; if it is another business's paper, use the applicant's.""",
)
def code_on_the_paper_is_the_applicants(paper: Paper, context: Context) -> Found:
    """代码的校验位能证明没有读错，不一致就是拿错了证照或填错了代码。

    Its check character shows that the code was read right: either the paper is another's or the draft is wrong."""
    applicant = context.application.applicant
    for deed in paper.deeds if paper.document.kind in WITH_CODE else ():
        if deed.codes and all(each.text != applicant.uscc for each in deed.codes):
            refs = (paper.document / "path", applicant / "uscc", paper.document / "kind")
            yield hit(*refs, printed=deed.codes[0].text, where=where(deed.codes[0].place))


@warning(
    "PAP066",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="授权书须有授权人签章（V1）；合同须双方签章（K）",
    zh="""“{kind}”（{where}）的签字或日期是空的。
          请签字盖章、写好日期后扫描，再替换这个文件。""",
    en="""In the “{kind}” the line for a signature or a date is empty ({where}).
          Sign, seal and date it, scan it, and replace the file.""",
)
def paper_is_signed(paper: Paper, context: Context) -> Found:
    """把空白的范本当成签好的传上去，授权和合同都没有效力。

    When the empty form is sent instead of the signed one, neither consent nor contract is worth anything."""
    for deed in paper.deeds if paper.document.kind in SIGNED else ():
        if deed.unsigned and not deed.signed:
            yield hit(paper.document / "path", paper.document / "kind", where=where(deed.unsigned[0]))


@error(
    "PAP067",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source="征信授权须由被查询人作出（V1）",
    zh="""征信授权书（{where}）的授权人 {printed} 不在申请里。
          请换成申请人或相关人员签署的授权书。""",
    en="""The credit authorisation is given by {printed} ({where}), who is not in the draft.
          Use one that the applicant or one of its people has signed.""",
)
def consent_is_of_somebody_in_the_draft(paper: Paper, context: Context) -> Found:
    """授权人不是被查询的人，机构不能查询，只能退回。

    Without the consent of the one who is asked about, the lender must not ask, and sends the draft back."""
    application = context.application
    names = [application.applicant.name, *(each.name for each in application.people)]
    for deed in paper.deeds if paper.document.kind == "credit_authorisation" else ():
        given = [each.name for each in deed.parties if each.role == "subject"]
        strangers = [each for each in given if not any(may_be(each.text, name) for name in names)]
        if strangers:
            yield hit(paper.document / "path", printed=strangers[0].text, where=where(strangers[0].place))
