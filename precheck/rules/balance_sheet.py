"""A balance sheet must balance, its totals must be those of its lines, and no line may have an impossible sign."""

from ..application import BalanceSheetColumn
from ..relation import relation
from ..rule import Severity
from .shared.signs import never_negative

FORM = "小企业会计准则 会小企01表（V1）"
UNLISTED = "小企业会计准则 会小企01表（V1）；表上没有单列的项目先询问（K）"
TYPING = """合计对不上，多半是某一行抄错、漏填或填到了别的行。

    A total that does not add up usually means a line mistyped, left out or entered elsewhere."""

impossible_signs = never_negative(
    "FIN001",
    BalanceSheetColumn,
    "cash",
    "fixed_assets_cost",
    "accumulated_depreciation",
    "fixed_assets_net",
    "short_term_loans",
    "long_term_loans",
    "paid_in_capital",
    mutes=("FIN005", "FIN006", "FIN007", "FIN009", "FIN010", "FIN011", "FIN030"),
    name="cash-fixed-assets-loans-and-capital-are-not-negative",
    source="小企业会计准则 会小企01表（V1）",
    zh="""资产负债表的{field}是负数：{amount}。
          这一行不会小于 0：请核对是否多打了负号；累计折旧、借款都填正数。""",
    en="""{field} of the balance sheet is negative: {amount}.
          This line is never below 0: check for a stray minus sign; depreciation and loans are positive numbers.""",
)
unusual_signs = never_negative(
    "FIN002",
    BalanceSheetColumn,
    "receivables",
    "prepayments",
    "other_receivables",
    "inventory",
    "payables",
    "advances_received",
    "other_payables",
    name="receivables-stock-and-payables-are-not-negative",
    source="报表列报惯例：贷方余额的应收转列预收等（K）",
    severity=Severity.WARNING,
    zh="""资产负债表的{field}是负数：{amount}。
          请核对；确有反方向余额的，按报表规定转列到对应的应收、应付、预收、预付行。""",
    en="""{field} of the balance sheet is negative: {amount}.
          Check it; a balance on the other side belongs to the matching line of receivables, payables or advances.""",
    why="""多收、多付会让往来科目出现反方向余额，编报表时应当转列；留着负数，机构会问。

    Overpayments leave balances on the other side, which a statement shows on the matching line; a negative line
    is asked about.""",
)
balance = relation(
    "FIN003",
    BalanceSheetColumn,
    "total_assets == total_liabilities + total_equity",
    name="balance-sheet-balances",
    source=FORM,
    zh="""资产总计 {total_assets} 不等于负债合计与所有者权益合计之和 {right}，相差 {gap}。
          请对照报表核对这三个合计数，看有没有抄错、漏位或小数点错位。""",
    en="""Total assets of {total_assets} are not total liabilities plus equity, {right}: {gap} apart.
          Compare the three totals with the statement: a digit may be wrong or missing, or the point misplaced.""",
    why="""资产 = 负债 + 所有者权益，报表不平，系统直接退回。

    Assets are liabilities plus equity; a sheet that does not balance is bounced at once.""",
)
assets = relation(
    "FIN004",
    BalanceSheetColumn,
    "total_assets == current_assets + non_current_assets",
    name="assets-are-current-and-non-current-assets",
    source=FORM,
    zh="""资产总计 {total_assets} 不等于流动资产合计与非流动资产合计之和 {right}，相差 {gap}。
          请对照报表核对这三个合计数。""",
    en="""Total assets of {total_assets} are not current plus non-current assets, {right}: {gap} apart.
          Compare the three totals with the statement.""",
    why=TYPING,
)
current_assets = relation(
    "FIN005",
    BalanceSheetColumn,
    "current_assets == cash + receivables + prepayments + other_receivables + inventory + other_current_assets"
    " within unlisted_items",
    name="current-assets-are-the-sum-of-their-lines",
    source=UNLISTED,
    zh="""流动资产合计 {current_assets} 与各行之和 {right} 不符，相差 {gap}。
          请核对各行；表上有、这里没有的项目，填到“其他流动资产”。""",
    en="""Total current assets of {current_assets} are not the sum of their lines, {right}: {gap} apart.
          Check the lines; what has no line here goes to "other current assets".""",
    why=TYPING,
)
non_current_assets = relation(
    "FIN006",
    BalanceSheetColumn,
    "non_current_assets == fixed_assets_net + intangible_assets + long_term_deferred_expenses"
    " + other_non_current_assets within unlisted_items",
    name="non-current-assets-are-the-sum-of-their-lines",
    source=UNLISTED,
    zh="""非流动资产合计 {non_current_assets} 与各行之和 {right} 不符，相差 {gap}。
          请核对各行；在建工程、长期投资等没有单列的项目，填到“其他非流动资产”。""",
    en="""Total non-current assets of {non_current_assets} are not the sum of their lines, {right}: {gap} apart.
          Check the lines; construction, long-term investments and the like go to "other non-current assets".""",
    why=TYPING,
)
fixed_assets = relation(
    "FIN007",
    BalanceSheetColumn,
    "fixed_assets_net == fixed_assets_cost - accumulated_depreciation within impairment",
    given="fixed_assets_cost",
    name="fixed-assets-net-is-cost-less-depreciation",
    source="小企业会计准则 会小企01表（V1）；企业会计准则另减减值准备（K）",
    zh="""固定资产账面价值 {fixed_assets_net} 不等于原价减累计折旧 {right}，相差 {gap}。
          请核对这三行；累计折旧填正数，计提了减值准备的请附说明。""",
    en="""Fixed assets, net, of {fixed_assets_net} are not their cost less depreciation, {right}: {gap} apart.
          Check the three lines; depreciation is a positive number; attach a note if there is an impairment.""",
    why="""账面价值 = 原价 − 累计折旧。只印净值的报表不填原价，就不核对。

    The net value is the cost less depreciation. Forms that print only the net value leave the cost blank, and
    nothing is compared.""",
)
liabilities = relation(
    "FIN008",
    BalanceSheetColumn,
    "total_liabilities == current_liabilities + non_current_liabilities",
    name="liabilities-are-current-and-non-current-liabilities",
    source=FORM,
    zh="""负债合计 {total_liabilities} 不等于流动负债合计与非流动负债合计之和 {right}，相差 {gap}。
          请对照报表核对这三个合计数；没有非流动负债的可以不填。""",
    en="""Total liabilities of {total_liabilities} are not current plus non-current liabilities, {right}: {gap} apart.
          Compare the three totals with the statement; non-current liabilities may be left out when there are none.""",
    why=TYPING,
)
current_liabilities = relation(
    "FIN009",
    BalanceSheetColumn,
    "current_liabilities == short_term_loans + payables + advances_received + payroll_payable + taxes_payable"
    " + other_payables + other_current_liabilities within unlisted_items",
    name="current-liabilities-are-the-sum-of-their-lines",
    source=UNLISTED,
    zh="""流动负债合计 {current_liabilities} 与各行之和 {right} 不符，相差 {gap}。
          请核对各行；应付利息、应付利润等没有单列的项目，填到“其他流动负债”。""",
    en="""Total current liabilities of {current_liabilities} are not the sum of their lines, {right}: {gap} apart.
          Check the lines; interest, profits payable and the like go to "other current liabilities".""",
    why=TYPING,
)
non_current_liabilities = relation(
    "FIN010",
    BalanceSheetColumn,
    "non_current_liabilities == long_term_loans + other_non_current_liabilities within unlisted_items",
    name="non-current-liabilities-are-the-sum-of-their-lines",
    source=UNLISTED,
    zh="""非流动负债合计 {non_current_liabilities} 与各行之和 {right} 不符，相差 {gap}。
          请核对长期借款；长期应付款等没有单列的项目，填到“其他非流动负债”。""",
    en="""Total non-current liabilities of {non_current_liabilities} are not the sum of their lines, {right}: {gap} apart.
          Check long-term loans; long-term payables and the like go to "other non-current liabilities".""",
    why=TYPING,
)
equity = relation(
    "FIN011",
    BalanceSheetColumn,
    "total_equity == paid_in_capital + capital_reserve + surplus_reserve + retained_earnings + other_equity"
    " within unlisted_equity",
    name="equity-is-the-sum-of-its-lines",
    source="小企业会计准则 会小企01表（V1）；年中单列本年利润的先询问（K）",
    zh="""所有者权益合计 {total_equity} 与各行之和 {right} 不符，相差 {gap}。
          请核对各行；亏损填负数，单列的“本年利润”并入未分配利润。""",
    en="""Total equity of {total_equity} is not the sum of its lines, {right}: {gap} apart.
          Check the lines; a loss is a negative number, and this year's profit belongs to retained earnings.""",
    why=TYPING,
)
