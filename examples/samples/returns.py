"""Tax returns on their official forms: VAT, enterprise income tax, tax on operating income."""

from calendar import monthrange

from . import NOTICE, Draft, Paper, Part, Row, chinese, yuan

GENERAL = {
    "standard_sales": ("（一）按适用税率计税销售额", "1"),
    "simplified_sales": ("（二）按简易办法计税销售额", "5"),
    "export_sales": ("（三）免、抵、退办法出口销售额", "7"),
    "exempt_sales": ("（四）免税销售额", "8"),
    "output_tax": ("销项税额", "11"),
    "deducted_input_tax": ("实际抵扣税额", "18（如17<11，则为17，否则为11）"),
    "simplified_tax": ("简易计税办法计算的应纳税额", "21"),
    "tax_reduction": ("应纳税额减征额", "23"),
    "tax_payable": ("应纳税额合计", "24=19+21-23"),
}
SMALL_SCALE = {
    "simplified_sales": ("（一）应征增值税不含税销售额（3%征收率）", "1"),
    "exempt_sales": ("（四）免税销售额", "9=10+11+12"),
    "export_sales": ("（五）出口免税销售额", "13"),
    "simplified_tax": ("本期应纳税额", "15"),
    "tax_reduction": ("本期应纳税额减征额", "16"),
    "tax_payable": ("应纳税额合计", "20=15-16"),
}
RATE = 0.25
"""Of enterprise income tax before relief."""


def vat_return(draft: Draft, paper: Paper) -> list[Part]:
    """One page a return, the oldest first."""
    return [(each["period"], [[NOTICE], *_vat(draft, each)]) for each in draft["vat_returns"]]


def _vat(draft: Draft, filed: Draft) -> list[Row]:
    start, stop = _days(filed["period"])
    general = filed["form"] == "general"
    head: list[Row] = [
        ["增值税及附加税费申报表"],
        ["（一般纳税人适用）" if general else "（小规模纳税人适用）"],
        [f"税款所属时间：自{start}至{stop}", "金额单位：元（列至角分）"],
        [
            f"纳税人识别号（统一社会信用代码）：{filed['taxpayer_id']}",
            f"纳税人名称：{draft['applicant']['name']}",
        ],
    ]
    return head + (_general(filed) if general else _small_scale(filed))


def _general(filed: Draft) -> list[Row]:
    rows: list[Row] = [
        ["项目", "栏次", "一般项目", "", "即征即退项目", ""],
        ["", "", "本月数", "本年累计", "本月数", "本年累计"],
    ]
    for field, (name, number) in GENERAL.items():
        both = [yuan(filed[column].get(field, 0)) for column in ("current", "year_to_date")]
        rows.append([name, number, *both, "0.00", "0.00"])
    return rows


def _small_scale(filed: Draft) -> list[Row]:
    """All sales of the samples are goods: the columns of services are zero."""
    rows: list[Row] = [
        ["项目", "栏次", "本期数", "", "本年累计", ""],
        ["", "", "货物及劳务", "服务、不动产和无形资产", "货物及劳务", "服务、不动产和无形资产"],
    ]
    for field, (name, number) in SMALL_SCALE.items():
        current, total = (yuan(filed[column].get(field, 0)) for column in ("current", "year_to_date"))
        rows.append([name, number, current, "0.00", total, "0.00"])
    return rows


def income_tax_return(draft: Draft, paper: Paper) -> list[Part]:
    """The return of the year that the paper is for."""
    filed = next(each for each in draft["income_tax_returns"] if each["period"] == paper["period"])
    rows = _enterprise(draft, filed) if filed["form"] == "enterprise" else _operating_income(draft, filed)
    return [(filed["period"], [[NOTICE], *rows])]


def _enterprise(draft: Draft, filed: Draft) -> list[Row]:
    """Form A100000. A draft that gives the tax after relief has the tax before it on the line above."""
    before = round(RATE * filed["taxable_income"], 2)
    after = min(filed["tax_payable"], before)
    relief = 0 if abs(after - before) < 1 else before - after
    amounts = [
        ("1", "一、营业收入（填写A101010\\101020\\103000）", filed["revenue"]),
        ("2", "减：营业成本（填写A102010\\102020\\103000）", filed.get("cost_of_sales", 0)),
        ("13", "三、利润总额（10+11-12）", filed["total_profit"]),
        ("23", "五、应纳税所得额（19-20-21-22）", filed["taxable_income"]),
        ("25", "六、应纳所得税额（23×24）", before if relief else filed["tax_payable"]),
        ("26", "减：减免所得税额（填写A107040）", relief),
        ("28", "七、应纳税额（25-26-27）", filed["tax_payable"]),
    ]
    head = _head(draft, filed, "中华人民共和国企业所得税年度纳税申报表（A类）")
    return [["A100000"], *head, ["行次", "项目", "金额"], *([no, name, yuan(x)] for no, name, x in amounts)]


def _operating_income(draft: Draft, filed: Draft) -> list[Row]:
    """Form B of the tax on operating income."""
    amounts = [
        ("一、收入总额", "1", filed["revenue"]),
        ("二、成本费用（3=4+5+6+7+8+9+10）", "3", filed["revenue"] - filed["total_profit"]),
        ("三、利润总额（11=1-2-3）", "11", filed["total_profit"]),
        ("八、应纳税所得额", "36", filed["taxable_income"]),
        ("十、应纳税额（39=36×37-38）", "39", filed["tax_payable"]),
    ]
    head = _head(draft, filed, "个人所得税经营所得纳税申报表（B表）")
    return [*head, ["项目", "行次", "金额"], *([name, number, yuan(x)] for name, number, x in amounts)]


def _head(draft: Draft, filed: Draft, title: str) -> list[Row]:
    start, stop = _days(filed["period"])
    return [
        [title],
        [f"税款所属期间：{start}至{stop}"],
        [f"纳税人识别号（统一社会信用代码）：{filed['taxpayer_id']}"],
        [f"纳税人名称：{draft['applicant']['name']}"],
        ["金额单位：人民币元（列至角分）"],
    ]


def _days(period: str) -> tuple[str, str]:
    """The first and last day of a month, quarter or year, as returns print them."""
    year, _, part = period.partition("-")
    first, last = (
        (1, 12) if not part else (int(part), int(part)) if part.isdigit() else _quarter(int(part[1]))
    )
    stop = monthrange(int(year), last)[1]
    return chinese(f"{year}-{first:02}-01"), chinese(f"{year}-{last:02}-{stop}")


def _quarter(number: int) -> tuple[int, int]:
    return 3 * number - 2, 3 * number
