"""Registered and paid-in capital are stated where they must be, in yuan, and fit each other."""

from ..application import Applicant
from ..rule import Cause, Context, Found, Trigger, error, hit, warning


@error(
    "ENT008",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source="市场主体登记管理条例：公司登记事项包括注册资本（V1）",
    zh="""公司没有填写注册资本。
          请按营业执照填写，单位是元：100 万元填 1000000。""",
    en="""The registered capital of the company is not given.
          Enter the one on the licence, in yuan: 1,000,000 for 100 万元.""",
)
def company_states_its_registered_capital(applicant: Applicant, context: Context) -> Found:
    """公司执照上都有注册资本，漏填的机构会要求补充；个体工商户可以没有。

    Every company's licence names it, and the lender asks when it is left out; an individual business may have
    none."""
    if applicant.registered_capital == 0 and applicant.kind == "company":
        return hit(applicant / "registered_capital", applicant / "kind")


@error(
    "ENT009",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="实缴不超过认缴，溢价计入资本公积（V1、K）",
    zh="""实缴资本 {paid_in_capital} 超过注册资本 {registered_capital}。
          请核对两个数，单位都是元；超过注册资本的出资不算实缴资本。""",
    en="""The paid-in capital, {paid_in_capital}, exceeds the registered capital, {registered_capital}.
          Check both, in yuan; money paid in beyond the registered capital does not count as such.""",
)
def paid_in_capital_is_within_the_registered(applicant: Applicant, context: Context) -> Found:
    """实缴只能小于或等于注册资本；超过的，多半是一个按元、一个按万元填。

    It can only be less or equal; if more, one is mostly in yuan and the other in ten thousand yuan."""
    if applicant.paid_in_capital > applicant.registered_capital > 0:
        return hit(applicant / "paid_in_capital", applicant / "registered_capital")


@warning(
    "ENT010",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="执照上的注册资本以万元为单位，按元填写时容易少乘一万（V2、K）",
    zh="""公司的注册资本只有 {registered_capital}，像是按万元填的。
          请按元填写：100 万元填 1000000；确实这么少的不用改。""",
    en="""The registered capital of the company is only {registered_capital}, which looks like ten thousand yuan.
          Enter it in yuan: 1,000,000 for 100 万元; leave it if it is right.""",
)
def registered_capital_is_in_yuan(applicant: Applicant, context: Context) -> Found:
    """执照上写的是“万元”，照抄数字就少了一万倍。注册资本一元的公司也有，所以只询问。

    Licences state it in 万元, so a number copied from there is ten thousand times too small. There are companies
    with a capital of one yuan, so it only asks."""
    capital = applicant.registered_capital
    if 0 < capital < context.policy.limit["registered_capital_least"] and applicant.kind == "company":
        if applicant.paid_in_capital > capital:
            return None  # a finding of its own
        return hit(applicant / "registered_capital", applicant / "kind")
