"""The words of reports and pages, each sentence in one place and in both languages. Facts stand in braces."""

from typing import Final

from ..text import Text

READY: Final = Text("可以提交", "ready to send")
NOT_READY: Final = Text("暂不能提交", "not ready to send")
SEVERITY: Final = {
    "error": Text("错误", "error"),
    "warning": Text("提醒", "warning"),
    "note": Text("提示", "note"),
}
TASKS: Final = {
    "wrong_figure": Text("改数字", "Correct figures"),
    "incomplete_upload": Text("补内容、补材料", "Add what is missing"),
    "stale_data": Text("更新资料", "Bring up to date"),
    "identity_mismatch": Text("核对身份", "Check who is who"),
    "policy_change": Text("政策限制", "What the lender does not take"),
}
"""By cause: what the reader has to do."""
CAUSES: Final = {
    "wrong_figure": Text("数据填写有误", "a wrong figure"),
    "incomplete_upload": Text("资料不完整", "an incomplete upload"),
    "stale_data": Text("信息未及时更新", "stale data"),
    "identity_mismatch": Text("身份信息不一致", "an identity that does not match"),
    "policy_change": Text("政策限制或调整", "a policy, or a change of one"),
}
REFUSALS: Final = {
    "额度未达标": Text("额度未达标", "limit not reached (额度未达标)"),
    "风控模型不符": Text("风控模型不符", "risk model not met (风控模型不符)"),
    "账户异常": Text("账户异常", "abnormal account (账户异常)"),
    "政策性排查": Text("政策性排查", "screened by policy (政策性排查)"),
}
PAPERS: Final = {
    "opened": Text("材料已打开核对", "papers opened"),
    "listed": Text("材料只看了清单，没有打开", "papers listed, not opened"),
    "none": Text("没有附材料", "no papers"),
}
COUNTS: Final = {
    "error": Text("{n} 处错误", "{n} to correct"),
    "warning": Text("{n} 处提醒", "{n} to explain"),
    "note": Text("{n} 处提示", "{n} worth a look"),
    "skipped": Text("{n} 条规则还不能核对", "{n} not checked yet"),
    "not_opened": Text("{n} 条规则因材料没能打开而没有核对", "{n} not checked, papers not opened"),
    "waived": Text("{n} 处已接受", "{n} accepted"),
    "unread": Text("{n} 个文件没能检查", "{n} could not be checked"),
}
RELEVELLED: Final = Text("{level}（规则本为{own}）", "{level} (by its rule: {own})")
WAIVED: Final = Text("已经知道、接受的问题", "Known and accepted")
WAIVED_UNTIL: Final = Text("至 {until}", "until {until}")
ACCEPTED_WAITS: Final = Text("{n} 条规则还不能核对，已接受", "{n} not checked yet, which is accepted")
BRACKETS: Final = Text("（{}）", " ({})")
NOT_CHECKED: Final = Text("还不能核对", "not checked yet")
UNSELECTED: Final = Text(
    "另有 {n} 处属于没有选的规则，没有列出", "{n} more are of rules that were not asked for, and not listed"
)
UNUSED: Final = Text(
    "提示：接受清单里的 {code} {place} 没有对上任何问题，可以删去",
    "note: the waiver of {code} at {place} covers nothing any more; remove it",
)
ENDED: Final = Text(
    "提示：接受清单里的 {code} {place} 已经到期", "note: the waiver of {code} at {place} has ended"
)
TRIGGERS: Final = Text("可能的退回理由：{triggers}", "likely refusal: {triggers}")
ALSO: Final = Text("另有 {codes}", "also {codes}")
RELATED: Final = Text("对照第 {lines} 行", "compare line {lines}")
UNREAD: Final = Text(
    "没能读出内容的材料（照片、扫描件、认不出的版式等）：{kinds}；因此 {rules} 条规则没有核对",
    "Papers that could not be read (photos, scans, layouts that are not known): {kinds}; rules not checked for that: {rules}",
)
SKIPPED: Final = Text("还没核对：填好下面这些内容后才能核对", "Not checked yet, waiting for")
WAITING: Final = Text("{n} 条规则在等：{codes}", "{n} waiting: {codes}")
MORE_PLACES: Final = Text("另有 {n} 处在等内容", "{n} more places")
SLIPS: Final = Text("多半是笔误，请先看这里", "Most likely typing slips: look here first")
PROPOSAL: Final = Text("请对照原件核对，确认后再改。", "Compare it with the original before you change it.")
OR_ELSE: Final = Text(
    "也可能是{field}填错，应为 {likely}（{sure}）。", "Or else it is {field}, for {likely} ({sure})."
)
EXPLAINS: Final = Text("由此而来", "explains")
VERDICTS: Final = Text("各家要求", "Under each policy")
BLOCKED: Final = Text("卡在 {codes}", "stopped by {codes}")
EVIDENCE: Final = Text("申报收入有哪些佐证", "What confirms the declared revenue")
EVIDENCE_COLUMNS: Final = (
    Text("年度", "Year"),
    Text("来源", "Source"),
    Text("期间", "Period"),
    Text("金额", "Amount"),
    Text("是否相符", "Agreement"),
)
STATES: Final = {
    "confirms": Text("相符", "agrees"),
    "differs": Text("相差 {by}", "differs by {by}"),
    "not_given": Text("没有提供", "not given"),
}
SOURCES: Final = {
    "revenue": Text("利润表", "income statement"),
    "statement_sales": Text("利润表", "income statements"),
    "scale_revenue": Text("业务规模里的年营业收入", "revenue given under scale"),
    "tax_revenue": Text("所得税申报", "income tax return"),
    "vat_sales": Text("增值税申报", "VAT returns"),
    "vat_gross": Text("增值税申报（含税）", "VAT returns, with tax"),
    "invoice_sales": Text("开出的发票", "invoices issued"),
    "bank_receipts": Text("银行流水", "bank receipts"),
    "platform_sales": Text("平台流水", "platform sales"),
}
HOLDS: Final = Text(
    "如果内容不再变化，这个结论到 {day} 为止有效。",
    "If nothing changes, this stands until {day}, that day included.",
)
TOTAL: Final = Text(
    "共检查 {files} 份：{ready} 份可以提交，{rest} 份暂不能提交",
    "Drafts: {files} checked, {ready} ready to send, {rest} not ready",
)
ITEM: Final = Text("{title}第 {n} 项", "{title} no. {n}")
WHOLE: Final = Text("整份申请", "the whole application")

ACCEPTED: Final = Text("已接受：{reason}", "accepted: {reason}")
NOT_ANNOTATED: Final = Text(
    "另有 {n} 处没有标注，列在这一步的日志里", "{n} more are not annotated; this step's log lists them"
)
DRAFTS_LEFT_OUT: Final = Text(
    "另有 {n} 份放不下，没有列出", "{n} more drafts are left out: there is no room for them"
)
LEFT_OUT: Final = Text("另有 {n} 处放不下，没有列出", "{n} more are left out: there is no room for them")

LIST_MARK: Final = Text("、", ", ")
BLANK: Final = Text("", " ")
"""Between two sentences."""
SENTENCE_MARK: Final = Text("，", ", ")
COLON: Final = Text("：", ": ")

WHY: Final = Text("为什么查", "Why")
REMEDY: Final = Text("怎么办", "What to do")
CAUSE: Final = Text("属于哪类原因", "Cause")
REFUSAL: Final = Text("可能的退回理由", "Likely refusal")
SOURCE: Final = Text("依据", "Source")
LOOKS_AT: Final = Text("核对的内容", "Looks at")
MUTES: Final = Text("同一处不再重复报告", "Folds away on the same field")
READING: Final = Text("读取申请文件时发现", "found while reading the draft")
VIEWS: Final = {
    "Year": Text("同一年度的各项来源", "the sources of one year"),
    "Trailing": Text("最近几个月的各项来源", "the latest months of each source"),
    "Span": Text("两种来源共有的月份", "the months that two sources share"),
    "Paper": Text("打开的一份材料", "an attached paper that was opened"),
}
EXAMPLE_POLICY: Final = Text("示例，不是任何机构的真实要求", "an example, no real lender's terms")
IN_FORCE: Final = Text("{since} 至 {until}", "from {since} to {until}")
FROM_START: Final = Text("一直", "the start")
OPEN_END: Final = Text("长期", "further notice")
EXTENDS: Final = Text("在 {base} 的基础上", "on top of {base}")
NO_ROWS: Final = Text("没有任何要求", "no requirements")
