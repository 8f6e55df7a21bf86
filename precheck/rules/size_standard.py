"""What the size standard needs to be applied: a precise industry code that it covers, and the figures it goes by."""

from ..application import Scale
from ..facts.industry import Industry
from ..facts.size import group_of, is_too_short
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, note, warning
from ..text import Text

STANDARD = "统计上大中小微型企业划分办法（2017），国统字〔2017〕213 号（V2）"


@warning(
    "SIZ009",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""行业代码太短，分不出适用哪一档划型标准，企业规模无法核对。
          请填四位的行业小类代码，例如 5137。""",
    en="""The industry code is too short to tell which size standard applies, so the size cannot be checked.
          Enter the four digits of the class, such as 5137.""",
)
def industry_code_tells_the_size_standard(scale: Scale, context: Context) -> Found:
    """批发和零售、住宿和餐饮等门类里，各行业的标准不同。

    Within wholesale and retail, or hotels and catering, each trade has its own bounds."""
    applicant = context.application.applicant
    if group_of(applicant.industry) is None:
        industry = Industry.of(applicant.industry)
        if industry and is_too_short(industry):
            return hit(applicant / "industry", scale / "declared_size")


@note(
    "SIZ010",
    cause=Cause.POLICY,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""“{trade}”不在国家划型标准之内，企业规模无法核对。
          请按机构的要求填写规模。""",
    en="""The national size standard does not cover {trade}, so the size cannot be checked.
          State the size as the lender asks.""",
)
def size_standard_covers_the_industry(scale: Scale, context: Context) -> Found:
    """金融、教育、卫生、铁路运输等不划型，有的机构另有办法。

    Finance, education, health and railways have no size class; some lenders have rules of their own."""
    applicant = context.application.applicant
    if group_of(applicant.industry) is None:
        industry = Industry.of(applicant.industry)
        if industry and not is_too_short(industry):
            trade = Text(industry.zh, industry.en)
            return hit(scale / "declared_size", applicant / "industry", trade=trade)


@error(
    "SIZ011",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=STANDARD,
    zh="""“{group}”划型要看资产总额，但没有填，企业规模无法核对。
          请按最近年末资产负债表的“资产总计”填写；没有账簿的个体工商户可以不填。""",
    en="""In {group} the size goes by total assets, and they are not given, so it cannot be checked.
          Enter total assets at the end of the last year; an individual business without books may leave them out.""",
)
def figures_that_decide_the_size_are_given(scale: Scale, context: Context) -> Found:
    """缺的指标不能当 0 算，否则都会变成微型。没有账簿的个体工商户只作提示。

    A figure that is missing is not 0, or everybody would be micro. Individual businesses without books are only
    told."""
    if not scale.total_assets:
        applicant = context.application.applicant
        group = group_of(applicant.industry)
        if group and "assets" in group.bounds:
            severity = Severity.NOTE if applicant.kind == "individual_business" else Severity.ERROR
            refs = (scale / "total_assets", applicant / "industry")
            return hit(*refs, severity=severity, group=Text(group.zh, group.en))
