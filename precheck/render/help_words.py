"""The words of `precheck --help` and of what the command says on its own behalf, in both languages."""

from typing import Final

from ..text import Text

COMMANDS: Final = {
    "precheck": Text(
        "提交贷款申请之前先自查：哪里会被退回、为什么、怎么改。",
        "Check a draft loan application before it is sent: what would be bounced, why, and what to do.",
    ),
    "check": Text(
        "检查申请草稿（JSON 文件、文件夹，或用 - 表示从标准输入读取）。",
        "Check drafts: JSON files, folders, or - for standard input.",
    ),
    "papers": Text(
        "逐份列出材料：要不要、在不在、打不打得开、读出了什么、接下来补什么。",
        "List the papers: asked for, there, readable, for which months, and what to upload next.",
    ),
    "rule": Text("列出全部规则，或说明其中一条。", "List all rules, or explain one."),
    "policy": Text(
        "列出全部要求，或显示其中一家的明细和依据。", "List the policies, or show one with its sources."
    ),
    "schema": Text("输出数据格式（JSON Schema）。", "Print a JSON Schema."),
    "new": Text("生成一份待填写的申请草稿。", "Write a starter draft to fill in."),
    "draft": Text(
        "读一个文件夹里的材料，把材料写明的内容填成申请草稿；不猜，有矛盾的不填。",
        "Make a draft of the papers in a folder: what they state, nothing guessed, no contradictions.",
    ),
}
OPTIONS: Final = {
    "help": Text("显示这份说明。", "Show this page."),
    "version": Text("显示版本号。", "Show the version."),
    "lang": Text("说明和结果的语言：中文或英文。", "Language of all words: Chinese or English."),
    "policy": Text(
        "按哪家的要求检查：名称或 .toml 文件；可写多次。默认 generic-cn。",
        "Whose requirements: a name or a .toml file; may be given several times. Default: generic-cn.",
    ),
    "whose": Text(
        "按哪家的要求：名称或 .toml 文件。默认 generic-cn。",
        "Whose requirements: a name or a .toml file. Default: generic-cn.",
    ),
    "on": Text(
        "按哪一天检查，例如 2026-11-20。默认今天。", "Day of the check, such as 2026-11-20. Default: today."
    ),
    "format": Text("结果的格式。默认 full。", "Format of the output. Default: full."),
    "fail_on": Text(
        "达到哪一级就返回 1；never 表示总是返回 0。默认 error。",
        "Exit with 1 from this severity on; never: always with 0. Default: error.",
    ),
    "no_papers": Text(
        "不打开材料，只看清单。", "Leave the attached papers closed and only look at their list."
    ),
    "reveal": Text("显示全部内容，不打码。", "Show everything, hide nothing."),
    "redact": Text(
        "隐藏哪些内容：identity 身份信息（默认）；all 连金额一起隐藏。",
        "What is hidden: identity (default), or all, which hides amounts too.",
    ),
    "color": Text("是否用颜色。默认 auto。", "Whether to use colours. Default: auto."),
    "in_force": Text("只显示这一天有效的要求。", "Show only what is in force on this day."),
    "kind": Text("申请人的主体类型。默认 company。", "Kind of applicant. Default: company."),
    "sources": Text(
        "把每个值出自哪份材料、哪个位置写入这个新文件。",
        "Write the paper and place of every value to this new file.",
    ),
    "output": Text(
        "写入这个文件；已有的文件不会被覆盖。", "Write to this file; an existing one is never overwritten."
    ),
}
USAGE: Final = Text("用法：", "Usage: ")
OPTIONS_HEAD: Final = Text("选项：", "Options:")
COMMANDS_HEAD: Final = Text("命令：", "Commands:")
TRY_HELP: Final = Text("查看说明：{command} --help", "For help: {command} --help")

NO_OPTION: Final = Text("没有选项 {name}", "no such option: {name}")
NO_COMMAND: Final = Text("没有命令 {name}", "no such command: {name}")
NEEDS_VALUE: Final = Text(
    "选项 {name} 后面要写一个值，或写法不对", "option {name} needs a value, or takes none"
)
MISSING: Final = Text("缺少 {name}", "missing: {name}")
NOT_A_CHOICE: Final = Text("{name} 只能是：{choices}", "{name} must be one of: {choices}")
NOT_A_DAY: Final = Text("{name} 要写成日期，例如 2026-11-20", "{name} must be a date such as 2026-11-20")
TOO_MANY: Final = Text("多了用不到的内容：{words}", "unexpected: {words}")
DID_YOU_MEAN: Final = Text("；是不是 {names}？", "; did you mean {names}?")
REVEAL_OR_REDACT: Final = Text(
    "--reveal 和 --redact all 不能同时用", "--reveal and --redact all exclude each other"
)

NO_INPUT: Final = Text(
    "没有可以检查的申请草稿。请写上文件或文件夹，例如：precheck check 申请.json",
    "no draft to check; name a file or a folder, such as: precheck check application.json",
)
PASSED_OVER: Final = Text(
    "{n} 个 JSON 文件不是申请草稿，没有检查",
    "{n} JSON files are no drafts of an application and were not checked",
)
UNREADABLE: Final = Text("{path}：读不了（{why}）", "{path}: cannot be read ({why})")
NOT_WRITTEN: Final = Text("{path}：写不了（{why}）", "{path}: cannot be written ({why})")
REASONS: Final = {
    "FileNotFoundError": Text("没有这个文件或文件夹", "no such file or folder"),
    "PermissionError": Text("没有权限", "no permission"),
    "IsADirectoryError": Text("这是文件夹", "it is a folder"),
    "NotADirectoryError": Text("路径中间不是文件夹", "a part of the path is no folder"),
}
"""By the system's answer."""
OTHER_REASON: Final = Text("系统不允许", "the system refused")
EXISTS: Final = Text("{path}：已经有这个文件，没有覆盖", "{path}: exists already and was not overwritten")
INTERNAL: Final = Text(
    "{path}没有检查完，这是程序的缺陷（this is a bug）：{what}", "{path}not checked; this is a bug: {what}"
)
NO_RULE: Final = Text("没有规则 {name}", "no rule named {name}")
NO_SCHEMA_FILE: Final = Text(
    "让编辑器提示和检查字段：precheck schema application > application-1.json",
    "To let an editor complete and check fields: precheck schema application > application-1.json",
)
