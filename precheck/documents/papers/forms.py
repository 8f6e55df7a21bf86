"""Financial statements and tax returns: which form, of whom, of what period, in which unit, and its figures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from .cells import plain
from .facts import Kind, Place, Words
from .facts.forms import Figure, Form, Unit
from .figures import Lines, Read, figures_of, lines
from .labels import Label, first, labels_of
from .layouts import kind_of, layout_of
from .periods import period_of
from .rows import MOST, Row
from .sections import Part, Title, title_of
from .statement_lines import BALANCE_SHEET, DETAILS, INCOME_STATEMENT
from .statement_lines import SUMMED as STATEMENT_SUMS
from .tax_lines import ENTERPRISE, OPERATING_INCOME, VAT_GENERAL, VAT_SMALL_SCALE
from .tax_lines import SUMMED as TAX_SUMS

FormName = Literal["", "small", "general", "cooperative", "small_scale", "enterprise", "operating_income"]
FormKind = Literal["balance_sheet", "income_statement", "vat_return", "income_tax_return"]
KINDS: Final[dict[Title, FormKind]] = {
    "balance_sheet": "balance_sheet",
    "income_statement": "income_statement",
    "vat_return": "vat_return",
    "income_tax_return": "income_tax_return",
}
"""The forms that hold figures of the data interface."""
RECOGNISED: Final[dict[Title, Kind]] = {**KINDS, "cash_flow_statement": "cash_flow_statement"}
UNITS: Final[dict[str, tuple[Unit, int]]] = {
    "元": ("yuan", 1),
    "千元": ("thousand_yuan", 1_000),
    "万元": ("ten_thousand_yuan", 10_000),
}
LINES: Final[dict[tuple[Title, str], Lines]] = {
    ("balance_sheet", ""): lines(BALANCE_SHEET, STATEMENT_SUMS, DETAILS),
    ("income_statement", ""): lines(INCOME_STATEMENT, STATEMENT_SUMS, DETAILS),
    ("vat_return", "general"): lines(VAT_GENERAL, frozenset()),
    ("vat_return", "small_scale"): lines(VAT_SMALL_SCALE, TAX_SUMS, spread=True),
    ("income_tax_return", "enterprise"): lines(ENTERPRISE, frozenset()),
    ("income_tax_return", "operating_income"): lines(OPERATING_INCOME, frozenset()),
}
HOLDERS: Final = (
    "编制单位",
    "纳税人名称",
    "单位名称",
    "公司名称",
    "编报单位",
    "会计主体",
    "编制企业",
    "填报单位",
    "被投资单位名称",
    "名称",
)
NUMBERS: Final = (
    "纳税人识别号(统一社会信用代码)",
    "统一社会信用代码",
    "纳税人识别号",
    "被投资单位纳税人识别号",
    "税号",
)

_OF_A_PERSON: Final = "[1-8][0-9]{16}[0-9Xx]"
"""A resident identity number: those of businesses begin with 9."""
_UNIT: Final = re.compile(r"(?<![制报算计])单位[::]?\(?(?:人民币)?\(?(千元|万元|元)|人民币\(?(千元|万元)")
"""Not behind 编制, 填报, 核算 or 会计, which speak of the business."""
_ONLY_UNIT: Final = re.compile(r"\(?(?:人民币)?\(?(千元|万元|元)\)*")
_BESIDE_UNIT: Final = re.compile("(?:金额|货币|计量|数量)?单位:?")
"""What stands before a unit in a cell of its own."""
_UNIT_OF_ALL: Final = re.compile(r"\((?:人民币)?(千元|万元)\)$")
"""The unit behind the title of a form or the name of a column."""
MOST_ABOVE: Final = 40
"""Rows in which a form without columns that are known speaks of itself."""
_AFTER_NAME: Final = re.compile(r"(?:\((?:公章|盖章|签章|章)\)|\s+(?:20[0-9]{2}年|单位|金额|税款).*)")
"""What may stand behind a name in the same cell."""


def form_of(part: Part) -> Form | None:
    """The form of a part; None for parts that hold no figures of the data interface."""
    kind = KINDS.get(part.title)
    if not kind:
        return None
    form = _form_name(part)
    known = LINES.get((part.title, form)) or LINES.get((part.title, ""))
    layout = layout_of(part.rows, aligned=part.aligned)
    if not known or not layout:
        return None
    head = part.rows[: layout.row + 1]
    unit, factor, unit_place = _unit(head)
    read = figures_of(part.rows, layout, known, factor)
    stated = _stated(kind, head, form)
    return stated._replace(
        unit=unit,
        unit_place=unit_place,
        figures=tuple(_of_the_period(_figures(part.title, read), stated)),
        misread=tuple(read.misread[:MOST]),
        unknown_lines=tuple(read.unknown[:MOST]),
    )


def stated_by(part: Part) -> Form:
    """What a part says of itself that has no columns that are known; its title must be that of a form with figures."""
    return _stated(KINDS[part.title], part.rows[:MOST_ABOVE], _form_name(part))


def continued(parts: Iterable[Part]) -> list[Part]:
    """The parts of a text, those that only go on with the form before, under its title on another page, joined to it."""
    joined: list[Part] = []
    for part in parts:
        if joined and _goes_on(joined[-1], part):
            joined[-1] = joined[-1]._replace(rows=[*joined[-1].rows, *part.rows[1:]])
        else:
            joined.append(part)
    return joined


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a part has the title of a form that has begun, and does not say whose it is or of when."""
    if part.aligned or part.title != before.title or part.title not in KINDS:
        return False
    form = stated_by(part)
    is_silent = not (form.period or form.ends or form.holder or form.taxpayer_id)
    return is_silent and layout_of(before.rows, aligned=False) is not None


def _form_name(part: Part) -> FormName:
    """Which form it is, by its number, its taxpayers or the words that only one of them has."""
    text = "".join(row.text for row in part.rows[:200])
    if part.title == "vat_return":
        return "small_scale" if "小规模纳税人适用" in text or "应征增值税不含税销售额" in text else "general"
    if part.title == "income_tax_return":
        return "operating_income" if "经营所得" in text else "enterprise"
    if "会小企" in text:
        return "small"
    if re.search("合作社|成员权益|盈余分配|未分配盈余|股金", text):
        return "cooperative"
    if re.search("会企0|合同负债|使用权资产|信用减值|递延所得税|其他综合收益|上年年末余额|研发费用", text):
        return "general"
    return (
        "small" if re.search("固定资产账面价值|生产性生物资产|本月金额|城镇土地使用税、房产税", text) else ""
    )


def _unit(rows: Sequence[Row]) -> tuple[Unit, int, Place | None]:
    """The unit printed, how many yuan it is, and where it is printed; yuan when none is.

    What is printed for itself comes before what stands behind the title or the name of a column.
    """
    for printed in (_printed_unit, _unit_of_all):
        for row in rows:
            cells = [plain(cell) for cell in row.cells]
            for column, name in printed(cells):
                return (*UNITS[name], row.at(column))
    return "yuan", 1, None


def _printed_unit(cells: Sequence[str]) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(cells):
        if found := _UNIT.search(cell):
            yield column, found[1] or found[2]
        elif _BESIDE_UNIT.fullmatch(cell):
            beside = next(((i, each) for i, each in enumerate(cells) if i > column and each), None)
            if beside and (found := _ONLY_UNIT.fullmatch(beside[1])):
                yield beside[0], found[1]


def _unit_of_all(cells: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The unit of a title that stands alone, or of the columns."""
    for column, cell in enumerate(cells):
        found = _UNIT_OF_ALL.search(cell)
        if found and (title_of(cell) or kind_of(cell)):
            yield column, found[1]


def _figures(title: Title, read: Read) -> Iterator[Figure]:
    """Figures under the full names that the data interface has for them.

    A statement says which statement it is; an income tax return has one column there, the year to date if it has two.
    """
    if title == "income_tax_return":
        yield from _one_column(read)
        return
    prefix = f"{title}." if title in ("balance_sheet", "income_statement") else ""
    for figure in read.figures.values():
        name = figure.name.replace("current.", "closing.") if title == "balance_sheet" else figure.name
        yield figure._replace(name=prefix + name)


def _of_the_period(figures: Iterable[Figure], form: Form) -> Iterator[Figure]:
    """The figures without the column of the last month, where a statement of a whole year has one beside the year: no
    figure is the same in both."""
    there = {figure.name: figure for figure in figures}
    is_year = form.kind == "income_statement" and len(form.period) == len("2025")
    pairs = [(name, each) for name in there if is_year and (each := _so_far(name)) in there and each != name]
    is_month = not any(there[name].fen == there[each].fen != 0 for name, each in pairs)
    months = {name for name, _ in pairs if is_month}
    return (figure for name, figure in there.items() if name not in months)


def _so_far(name: str) -> str:
    return name.replace(".current.", ".year_to_date.")


def _one_column(read: Read) -> Iterator[Figure]:
    columns = {figure.name.rpartition(".")[0] for figure in read.figures.values()}
    column = next((each for each in ("", "year_to_date", "current") if each in columns), "")
    for figure in read.figures.values():
        before, _, name = figure.name.rpartition(".")
        if before == column:
            yield figure._replace(name=name)


def _stated(kind: FormKind, head: Sequence[Row], form: FormName) -> Form:
    """What the form says above its table."""
    labels = labels_of(head)
    period, ends = period_of(head)
    holder = first(labels, *HOLDERS)
    return Form(
        kind=kind,
        form=form,
        period="" if kind == "balance_sheet" else period,
        ends=ends,
        holder=holder and holder._replace(text=_AFTER_NAME.sub("", holder.text).strip()),
        taxpayer_id=_number(labels),
    )


def _number(labels: Sequence[Label]) -> Words | None:
    """The number of the business: on a return for operating income that of its owner stands above it."""
    return first([each for each in labels if not re.fullmatch(_OF_A_PERSON, each.value.text)], *NUMBERS)
