"""Every paper that the lender asks for is attached, and the papers cover the time that they must."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from ..application import Application, Document, Person, Ref
from ..facts.names import same_name
from ..policy.requirements import applying
from ..policy.rows import RequiredDocument
from ..rule import Cause, Context, Found, Hit, Trigger, error, hit, note, warning
from ..text import Text, label
from .shared.holders import is_known

PERIODIC = frozenset(
    {
        "bank_statement", "platform_statement", "balance_sheet", "income_statement", "cash_flow_statement",
        "vat_return", "income_tax_return",
    }
)  # fmt: skip
"""The kinds of paper that speak of a period."""
NOBODY = Text("", "")
BY_END = attrgetter("period.after")


@error(
    "DOC001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="各行受理要求的材料清单，机构政策（V2、S、K，见政策各行）",
    zh="""缺少必备材料：{whose}{paper}。
          请上传，并在材料清单里写明类型和持有人。""",
    en="""A required paper is missing: {paper}{whose}.
          Attach it, and give its kind and holder in the list of papers.""",
)
def required_papers_are_attached(application: Application, context: Context) -> Found:
    """上传材料不完整是最常见的自身原因。要哪些材料由机构按主体、渠道、金额和行业规定。

    An incomplete upload is the most common home-made cause. What must be attached is the lender's policy, by kind
    of applicant, channel, amount and industry."""
    rows = list(applying(context.policy.documents, application))
    attached = {each.kind for each in application.documents}
    absent = {row.any_of: row for row in rows if not row.roles and attached.isdisjoint(row.any_of)}
    missing = [_missing(row, application) for row in absent.values()]
    for row in rows:
        if row.roles:
            missing += _missing_of_people(row, application, context)
    return missing or None


def _missing_of_people(row: RequiredDocument, application: Application, context: Context) -> list[Hit]:
    people = {each.name: each for each in application.people if each.role in row.roles}
    papers = [each for each in application.documents if each.kind in row.any_of]
    return [_missing(row, application, each) for each in people.values() if not _has(each, papers, context)]


def _has(person: Person, papers: list[Document], context: Context) -> bool:
    """Whether a paper is this person's. One that names nobody may be; one that names a stranger is most likely a
    mistyped name, and a finding of its own."""
    holders = [each.holder for each in papers]
    if person.name in holders or "" in holders:
        return True
    return any(same_name(each, person.name) or not is_known(each, context) for each in holders)


def _missing(row: RequiredDocument, application: Application, person: Person | None = None) -> Hit:
    paper = any_of(row.any_of)
    if person is None:
        refs = (application / "documents", *_amount_asked(row, application))
        return hit(*refs, paper=paper, whose=NOBODY, row=row.name)
    role = label(person.role)
    whose = Text(f"{role.zh}的", f" of the {role.en}")
    return hit(person / "role", application / "documents", paper=paper, whose=whose, row=row.name)


def _amount_asked(row: RequiredDocument, application: Application) -> tuple[Ref, ...]:
    """The amount of the loan, where only larger loans need the paper."""
    return (application.loan / "amount",) if row.amount_above else ()


def any_of(kinds: Iterable[str]) -> Text:
    """Kinds of paper, any of which will do, as words."""
    labels = [label(each) for each in kinds]
    return Text("或".join(each.zh for each in labels), " or ".join(each.en for each in labels))


@note(
    "DOC002",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="无期间则无法核对覆盖范围（K）",
    zh="""材料“{kind}”没有填所属期间，无法核对是否覆盖机构要求的月份。
          请填写，例如 2025-11/2026-10 或 2025。""",
    en="""The paper “{kind}” states no period, so it cannot be checked whether it covers the months asked for.
          Enter it, such as 2025-11/2026-10 or 2025.""",
)
def periodic_paper_states_its_period(document: Document, context: Context) -> Found:
    """流水、报表、申报表只有写明期间，才知道够不够、新不新。

    Only with a period can flows, statements and returns be checked for coverage and age."""
    if document.kind in PERIODIC and not document.period.months:
        return hit(document / "period", document / "kind")


@warning(
    "DOC003",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="流水 6 或 12 个月、纳税申报 12 个月，机构政策（V2、K）",
    zh="""材料“{paper}”到最近一期为止只连续覆盖 {covered} 个月，要求 {months} 个月。
          请补上缺的月份；中间断开的也要补齐。""",
    en="""The papers “{paper}” cover only {covered} unbroken months up to the last one; {months} are asked for.
          Attach the missing months, including any in between.""",
)
def papers_cover_the_months_asked_for(application: Application, context: Context) -> Found:
    """流水不足或中间缺月，机构无法测算收入，会要求补件。

    With too few months, or a gap between them, the lender cannot work out the revenue and asks for the rest."""
    short: dict[tuple[str, ...], Hit] = {}
    for row in applying(context.policy.documents, application):
        if row.months and (papers := _papers_with_period(row, application)):
            covered = _unbroken_months(papers)
            if covered < row.months:
                refs = (max(papers, key=BY_END) / "period", *_amount_asked(row, application))
                paper = any_of(row.any_of)
                found = hit(*refs, row=row.name, paper=paper, covered=covered, months=row.months)
                short[row.any_of] = max(found, short.get(row.any_of, found), key=_months_asked)
    return list(short.values()) or None


def _months_asked(found: Hit) -> int:
    months: int = found.facts["months"]
    return months


@warning(
    "DOC004",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="近 1 至 3 年报表，机构政策（V2）；年度以 5 月 31 日汇算清缴截止为准（V1）",
    zh="""材料“{paper}”缺少 {years} 年度的。
          请补上这些年度的年报。""",
    en="""The papers “{paper}” lack those of {years}.
          Attach them for these years.""",
)
def papers_cover_the_closed_years(application: Application, context: Context) -> Found:
    """机构用完整年度的报表核对申报收入；当年 5 月 31 日之前，上一年度的年报可以还没有出来。

    Lenders check declared revenue against whole years. Until 31 May the papers of the year before may be pending."""
    lacking = []
    for row in applying(context.policy.documents, application):
        if row.closed_years and (papers := _papers_with_period(row, application)):
            told = {each.period.year for each in papers if each.period.closes_year}
            last = max(told | {_last_closed_year(context.on)})
            first = max(last - row.closed_years + 1, application.applicant.established.year)
            if years := [each for each in range(last, first - 1, -1) if each not in told]:
                paper = any_of(row.any_of)
                lacking.append(hit(application / "documents", row=row.name, paper=paper, years=years))
    return lacking or None


def _papers_with_period(row: RequiredDocument, application: Application) -> list[Document]:
    """The papers of a row; none when one of them states no period, which is a finding of its own."""
    papers = [each for each in application.documents if each.kind in row.any_of]
    return papers if 0 not in [each.period.months for each in papers] else []


def _unbroken_months(papers: list[Document]) -> int:
    """The months that papers cover without a gap, backwards from the last one."""
    latest_first = [each.period for each in sorted(papers, key=BY_END, reverse=True)]
    start = end = latest_first[0].after
    for period in latest_first:
        if period.after >= start:
            start = min(start, period.first)
    return end - start


def _last_closed_year(day: date) -> int:
    """The last year whose annual return was due before `day`."""
    return day.year - (1 if day > date(day.year, 5, 31) else 2)
