"""The words of slips, each sentence in one place and in both languages."""

from typing import Final

from ..text import Text

KINDS: Final = {
    "unit_ten_thousand": Text("多半是按万元填的，应为 {likely}", "most likely typed in 万元 (10,000 yuan) for {likely}"),
    "unit_thousand": Text("多半是按千元填的，应为 {likely}", "most likely typed in thousands for {likely}"),
    "decimal_point": Text("多半是小数点错了位，应为 {likely}", "most likely a misplaced decimal point for {likely}"),
    "sign": Text("多半是正负号填反了，应为 {likely}", "most likely the wrong sign for {likely}"),
    "month_for_year": Text("多半是把一个月当成了一年，应为 {likely}", "most likely a month for the year, {likely}"),
    "year_for_month": Text("多半是把一年当成了一个月，应为 {likely}", "most likely a year for the month, {likely}"),
    "with_tax": Text("多半是含税、不含税弄混了，应为 {likely}", "most likely with tax for without, or without for with: {likely}"),
    "transposed": Text("多半是相邻两位数字颠倒了，应为 {likely}", "most likely two digits that changed places, for {likely}"),
    "substituted": Text("多半是有一位数字打错了，应为 {likely}", "most likely a wrong digit for {likely}"),
    "missing_digit": Text("多半是少打了一位数字，应为 {likely}", "most likely lost a digit of {likely}"),
    "extra_digit": Text("多半是多打了一位数字，应为 {likely}", "most likely one digit too many for {likely}"),
    "doubled_digit": Text("多半是有一位数字多打了一遍，应为 {likely}", "most likely a digit typed twice, for {likely}"),
    "swapped": Text("多半是与{other}填反了，应为 {likely}", "most likely swapped with {other}: {likely}"),
    "copied": Text("多半是抄成了{other}的数，请对照原件重填", "most likely the figure of {other}: copy it from the original again"),
    "left_at_zero": Text("多半是漏填了，请对照原件补上", "most likely left out: fill it in from the original"),
    "day_and_month": Text("多半是月和日填反了，应为 {likely}", "most likely day and month swapped, for {likely}"),
    "wrong_year": Text("多半是年份填错了，应为 {likely}", "most likely the wrong year, for {likely}"),
}  # fmt: skip
"""What most likely happened to a field, by kind of slip. A value that nothing tells is not proposed."""
MOST_LIKELY: Final = Text("多半", "most likely")
"""How all of them begin, and what they begin with where a slip is less likely than not."""
POSSIBLY: Final = Text("可能", "possibly")
TOO_LARGE: Final = {
    "unit_ten_thousand": Text("多半是多乘了一万，应为 {likely}", "most likely multiplied by 10,000 once too often, for {likely}"),
    "unit_thousand": Text("多半是多乘了一千，应为 {likely}", "most likely multiplied by 1,000 once too often, for {likely}"),
}  # fmt: skip
"""The same where what was typed is larger than what was meant."""
OF_PEOPLE: Final = {
    "decimal_point": Text(
        "多半是多打或少打了 0，应为 {likely}", "most likely zeros too many or too few, for {likely}"
    ),
}
"""The same of numbers of people, which have no decimals."""
NUMBER: Final = Text("{field}多半填错了：{likely}", "{field} is most likely mistyped: {likely}")
"""Of numbers of papers and accounts only the wrong characters are named."""
CHARACTERS: Final = {
    "transposed": Text("第 {at} 位和后一位颠倒了", "character {at} and the next one are swapped"),
    "missing_digit": Text("第 {at} 位少了 {meant}", "character {at}, {meant}, is missing"),
    "extra_digit": Text("第 {at} 位的 {typed} 多了", "character {at}, {typed}, is one too many"),
    "substituted": Text("第 {at} 位的 {typed} 应为 {meant}", "character {at}, {typed}, should be {meant}"),
}
SEVERAL: Final = {
    "unit_document": Text(
        "{place}的 {n} 个金额多半是整份按{unit}填的，例如{field}填的是 {typed}，应为 {likely}",
        "the {n} amounts of {place} were most likely all typed in {unit}: {field} is {typed}, for {likely}",
    ),
    "unit_part": Text(
        "{place}里有 {n} 个金额多半是按{unit}填的，例如{field}填的是 {typed}，应为 {likely}",
        "{n} amounts of {place} were most likely typed in {unit}: {field} is {typed}, for {likely}",
    ),
    "swapped_columns": Text(
        "{place}的{column}和{other}两栏多半填反了，例如{field}填的是 {typed}，应为 {likely}",
        "the columns {column} and {other} of {place} were most likely swapped: {field} is {typed}, for {likely}",
    ),
}
UNITS: Final = {
    4: Text("万元", "万元 (10,000 yuan)"),
    3: Text("千元", "thousands of yuan"),
    -4: Text("元的一万倍", "yuan multiplied by 10,000"),
}
ONE: Final = Text("{field}填的是 {typed}，{what}", "{field} is {typed}, {what}")
BOTH: Final = Text("{field}和{other}填的都是 {typed}，{what}", "{field} and {other} are both {typed}, {what}")
AGREES: Final = Text("，与{papers}对得上", "; that agrees with {papers}")
ENDS: Final = Text("。", ".")
SURE: Final = Text("（把握 {sure}）", " ({sure})")
NEARLY: Final = Text("99% 以上", "over 99%")
SAME_FORM: Final = Text("本表的合计", "the sums of the form itself")
PAPERS: Final = {
    "revenue": Text("申报的年营业收入", "the declared revenue"),
    "scale": Text("业务规模", "the scale section"),
    "balance_sheet": Text("资产负债表", "the balance sheet"),
    "income_statement": Text("利润表", "the income statement"),
    "statements": Text("财务报表", "the statements"),
    "vat_returns": Text("增值税申报表", "the VAT returns"),
    "income_tax_returns": Text("所得税申报表", "the income tax returns"),
    "invoices": Text("发票", "the invoices"),
    "bank_accounts": Text("银行流水", "the bank flows"),
    "platforms": Text("平台流水", "the platform flows"),
    "loan": Text("贷款申请", "the loan asked for"),
    "applicant": Text("登记信息", "the registration"),
    "debts": Text("现有负债", "the existing debts"),
}
"""What papers are called, by the list or section of the application that holds their figures."""
CONTRADICTION: Final = Text(
    "没有找到能解释的笔误，是材料之间有矛盾：请找{papers}的原件核对。",
    "No typing slip explains this: a contradiction; ask for the original of {papers}.",
)
UNDECIDED: Final = Text(
    "不止一种笔误说得通，可能是{slips}：请对照{papers}的原件核对。",
    "More than one slip would explain this: {slips}. Compare with the original of {papers}.",
)
UNSURE: Final = Text(
    "可能是{slips}，但把握不大：请对照{papers}的原件核对。",
    "It may be {slips}, but that is far from sure. Compare with the original of {papers}.",
)
ALTERNATIVE: Final = Text("{field}（应为 {likely}）", "{field} (for {likely})")
