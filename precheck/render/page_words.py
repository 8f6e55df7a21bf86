"""The words of the HTML page that only it says, in both languages."""

from typing import Final

from ..text import Text

LANGUAGES: Final = {"zh": ("zh-CN", "中文"), "en": ("en", "English")}
"""For each language its tag in HTML, and what it calls itself."""
TITLE: Final = Text("贷款申请预审", "Loan application pre-check")
DAY: Final = Text("检查日期", "Checked for")
POLICY: Final = Text("按谁的要求", "Policy")
PAPERS: Final = Text("材料", "Papers")
FILE: Final = Text("文件", "File")
FOUND: Final = Text("结果", "Found")
STANDS: Final = Text("有效期", "Stands until")
STANDS_UNTIL: Final = Text("{day}（含当天；内容不变的话）", "{day}, that day included, if nothing changes")
FIRST: Final = Text("先做这些", "What to do first")
THEN: Final = Text("改完再检查一次。", "Then check again.")
SLIPS: Final = Text("多半是打错了", "Most likely typed wrong")
TYPED: Final = Text("写的是", "Typed")
LIKELY: Final = Text("可能应为", "Likely meant")
OR_ELSE: Final = Text("也可能：{place} 应为 {likely}", "Or else: {place} should be {likely}")
PROBABILITY: Final = Text("把握 {share}", "{share} likely")
PLACE: Final = Text("在哪里", "Where")
LINE: Final = Text("第 {n} 行", "line {n}")
YEAR: Final = Text("{year} 年", "{year}")
UNCHECKED: Final = Text("还没能核对的", "What could not be checked")
SOURCES: Final = Text("要求和依据", "Policy and sources")
NOT_OPENED: Final = Text(
    "材料只看了清单，没有打开：材料的内容没有核对。",
    "The papers were listed, not opened: what they say was not checked.",
)
CAVEAT: Final = Text(
    "“可以提交”只表示没有发现自己能避免的问题，不代表机构会批准。姓名、证件号、账号等默认打码。",
    "“Ready to send” means that nothing home-made stands in the way; it is no lender's decision. Names and numbers of "
    "people, papers and accounts are masked unless revealed.",
)
MADE_BY: Final = Text("由 precheck {version} 生成", "Made by precheck {version}")
