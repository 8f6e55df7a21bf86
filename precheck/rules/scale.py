"""Employees and revenue of the business are plausible figures, in persons and in yuan, and not out of date."""

from functools import lru_cache
from math import inf
from typing import NamedTuple

from ..application import Scale
from ..facts.size import group_of
from ..policy import Policy
from ..rule import Cause, Context, Found, Trigger, error, hit, note, warning
from ..text import Text

SIZE = ("SIZ012", "SIZ013", "SIZ014")
"""What is said of the size class: nothing, once a figure that it rests on is wrong."""
TEN_THOUSAND = 10_000
"""万: what a revenue is off by when its unit is mistaken."""
FAR = 50
"""So many times outside its band, a figure is not just unusual."""
INSURING = ("company", "partnership")
"""Kinds of business that as a rule insure whom they employ."""


@error(
    "SIZ001",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="年营业收入的元数不会少于人数（K）",
    zh="""年营业收入 {operating_revenue} 比从业人员 {employees} 人的人数还小，两格可能填反了。
          请核对：营业收入按元填写，从业人员填人数。""",
    en="""The annual revenue, {operating_revenue}, is a smaller number than the {employees} employees: the two may be swapped.
          Check both: revenue in yuan, employees as a number of people.""",
    mutes=("SIZ002", "SIZ006", "SIZ007", "REV033", *SIZE),
)
def revenue_and_employees_are_not_swapped(scale: Scale, context: Context) -> Found:
    """两格挨着，容易填串；划型和人均收入都会跟着错。

    The fields stand side by side and are easily mixed up; size class and revenue per head then go wrong as well."""
    if are_swapped(scale):
        return hit(scale / "operating_revenue", scale / "employees")


def are_swapped(scale: Scale) -> bool:
    """Whether revenue and employees must stand in each other's place: nobody sells for less than a yuan a head."""
    return 0 < scale.operating_revenue < scale.employees


@error(
    "SIZ002",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="划型办法里大型企业的人数下限最高为 2000 人（V2），一万人以上不会是小微企业（K）",
    zh="""从业人员填了 {employees} 人，小微企业不会有这么多。
          请核对：可能多打了几位，或填成了收入等别的数字。""",
    en="""{employees} employees are more than a small business can have.
          Check the number: there may be digits too many, or it is revenue or another figure.""",
    mutes=("SIZ005", "SIZ006", "SIZ007", "SIZ015", *SIZE),
)
def number_of_employees_is_possible(scale: Scale, context: Context) -> Found:
    """人数多打几位，企业就会被算成大型，不再符合小微贷款的条件。

    With a few digits too many the business counts as large, and no small-business loan is for it."""
    if scale.employees > context.policy.limit["employees_most"]:
        return hit(scale / "employees", scale / "operating_revenue")


@warning(
    "SIZ003",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="从业人员包括在本单位工作的经营者本人（K）",
    zh="""从业人员填了 0 人。
          请填实际人数，经营者本人也算；没有雇人的填 1。""",
    en="""There are 0 employees.
          Enter how many people work in the business, the operator included: 1 if nobody else does.""",
    mutes=("SIZ004", *SIZE),
)
def somebody_works_in_the_business(scale: Scale, context: Context) -> Found:
    """没有人经营的企业看起来像空壳。

    A business in which nobody works looks like a shell."""
    if scale.employees == 0:
        return hit(scale / "employees")


@note(
    "SIZ004",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="参保人员一般都是从业人员（K）",
    zh="""参保人数 {insured_employees} 人，比从业人员 {employees} 人还多。
          请核对两个数是不是同一天的；为外单位人员代缴的，备好说明。""",
    en="""{insured_employees} people are insured, more than the {employees} employees.
          Check that both numbers are of the same day; if people of other firms are insured, keep an explanation at hand.""",
)
def insured_people_are_employees(scale: Scale, context: Context) -> Found:
    """参保人数可以公开查到，比申报的人数多，说明人数没有更新。

    The number of insured people is public; if it is larger, the number of employees is out of date."""
    if scale.insured_employees > scale.employees:
        return hit(scale / "insured_employees", scale / "employees")


@note(
    "SIZ005",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="从业人员与参保人数之比，默认 3 倍（K）",
    zh="""从业人员 {employees} 人，参保的只有 {insured_employees} 人。
          请核对两个数；确有兼职、退休返聘或在别处参保的，备好说明。""",
    en="""Of {employees} employees only {insured_employees} are insured.
          Check both; keep an explanation at hand if people are part-time, retired or insured elsewhere.""",
)
def most_employees_are_insured(scale: Scale, context: Context) -> Found:
    """参保人数远少于申报人数，机构会怀疑人数虚报。个体工商户等没有参保人员很正常，不提示。

    If far fewer are insured, the lender doubts the number of employees. Individual businesses and the like mostly
    have nobody insured, and pass."""
    insured, employees = scale.insured_employees, scale.employees
    few = employees > insured * context.policy.limit["insured_ratio"]
    if few and context.application.applicant.kind in INSURING and not are_swapped(scale):
        return hit(scale / "insured_employees", scale / "employees")


class PerHead(NamedTuple):
    """What a trade usually sells for each employee, from `low` to `high` yuan a year, and the row that says so."""

    low: float = -inf
    high: float = inf
    row: str = ""
    trade: Text = Text("", "")

    def holds(self, revenue: float, employees: int) -> bool:
        """Whether the revenue is usual for so many employees, or there is nothing to compare."""
        return self.low * employees <= revenue <= self.high * employees or not (revenue > 0 and employees)

    def in_yuan(self, revenue: float, employees: int) -> float | None:
        """The revenue that was most likely meant where the one given is in another unit."""
        per_head = revenue / employees
        if per_head * FAR < self.low and self.holds(revenue * TEN_THOUSAND, employees):
            return revenue * TEN_THOUSAND
        if per_head > self.high * FAR and self.holds(revenue / TEN_THOUSAND, employees):
            return revenue / TEN_THOUSAND
        return None


@lru_cache(4096)
def usual_per_head(code: str, policy: Policy) -> PerHead:
    """The band for an industry code; one that anything fits where the policy or the size standard has none."""
    group = group_of(code)
    for row in policy.per_head if group else ():
        if group and row.group == group.zh:
            return PerHead(float(row.low), float(row.high), row.name, Text(group.zh, group.en))
    return PerHead()


@error(
    "SIZ006",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL, Trigger.LIMIT),
    source="行业人均营业收入（政策表 per_head，S、K）；单位错误最常见（V2）",
    zh="""年营业收入 {operating_revenue}、从业人员 {employees} 人，像是把“元”和“万元”弄混了：换算成 {likely} 才合常理。
          请按元重新填写年营业收入，并核对人数。""",
    en="""With a revenue of {operating_revenue} and {employees} employees, yuan and ten thousand yuan look confused: {likely} would be plausible.
          Enter the revenue in yuan again, and check the number of employees.""",
    mutes=("REV033", *SIZE),
)
def operating_revenue_is_in_yuan(scale: Scale, context: Context) -> Found:
    """人均收入离本行业的常见范围极远，乘或除一万又正好落回，多半是单位填错。

    Revenue per head that is extremely far from what is usual, and usual when multiplied or divided by ten thousand,
    most likely has the wrong unit."""
    band = usual_per_head(context.application.applicant.industry, context.policy)
    if not band.holds(scale.operating_revenue, scale.employees):
        likely = band.in_yuan(scale.operating_revenue, scale.employees)
        if likely is not None:
            return hit(scale / "operating_revenue", scale / "employees", likely=likely, row=band.row)


@warning(
    "SIZ007",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source="行业人均营业收入：划型办法与第四次经济普查推算（政策表 per_head，S、K）",
    zh="""人均年营业收入 {per_head}，“{trade}”一般在 {low} 到 {high} 之间。
          请核对年营业收入（按元填写）和从业人员；确实如此的，备好说明。""",
    en="""Revenue per employee is {per_head}; in {trade} it usually lies between {low} and {high}.
          Check the revenue, in yuan, and the employees; if both are right, keep an explanation at hand.""",
)
def revenue_per_employee_is_usual(scale: Scale, context: Context) -> Found:
    """人均收入离谱的，不是收入、人数有一个填错，就是需要解释。成立当年不足一年，低了不提示。

    If it is far off, revenue or employees are wrong, or something needs to be explained. In the year of its start a
    business may have sold less."""
    application = context.application
    band = usual_per_head(application.applicant.industry, context.policy)
    revenue, employees = scale.operating_revenue, scale.employees
    if band.holds(revenue, employees) or band.in_yuan(revenue, employees) is not None:
        return None
    per_head = revenue / employees
    if per_head > band.high or application.applicant.established.year < scale.as_of.year:
        refs = (scale / "operating_revenue", scale / "employees")
        return hit(*refs, row=band.row, per_head=per_head, trade=band.trade, low=band.low, high=band.high)


@warning(
    "SIZ008",
    cause=Cause.STALE,
    triggers=(Trigger.MODEL,),
    source="年度数据用到次年的汇算清缴截止（V1、K）",
    zh="""业务规模的数据截至 {as_of}，已过 {age} 天，超过机构规定的 {days} 天。
          请改成最近一个年度末的人数、收入和资产，并更新截至日期。""",
    en="""The figures of the scale section are as of {as_of}, {age} days ago; the lender takes {days} days at most.
          Enter employees, revenue and assets at the end of the last year, and their date.""",
)
def scale_is_up_to_date(scale: Scale, context: Context) -> Found:
    """信息没有及时更新是被拒的常见原因；规模按上一年度的数据划定。

    Information out of date is a usual cause of refusal; the size class goes by the figures of the last year."""
    age = (context.on - scale.as_of).days
    if age > context.policy.days["scale"]:
        return hit(scale / "as_of", age=age, days=context.policy.days["scale"])
