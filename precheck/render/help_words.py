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
    "render": Text(
        "把存下来的 json 或 jsonl 报告转成别的格式；总是返回 0。",
        "Turn a stored report, json or jsonl, into another format; exits with 0.",
    ),
    "baseline": Text(
        "把今天查出的问题记入清单、注明原因：以后只有新问题才算失败。",
        "Accept today's findings, with a reason: from then on only what is new fails.",
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
    "cache": Text(
        "显示记住了多少份材料、放在哪里，或全部清除。",
        "Show where papers are remembered and how many, or forget them.",
    ),
    "completion": Text(
        "输出让命令行补全命令和选项的脚本。", "Print the script that lets a shell complete commands."
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
    "format": Text(
        "结果的格式：full 完整，concise 一行一处，json、jsonl 供程序读取，github、gitlab、junit、sarif、rdjson 供"
        "代码平台和检查工具，markdown、html 供传阅。默认 full。",
        "Format of the output: full; concise, a line a finding; json and jsonl for programs; github, gitlab, junit, sarif "
        "and rdjson for code platforms and tools; markdown and html to pass on. Default: full.",
    ),
    "write": Text(
        "同时按某种格式写入文件，例如 html:report.html；可写多次。不影响返回值。",
        "Write a format to a file as well, such as html:report.html; may be given several times. Never changes the "
        "exit code.",
    ),
    "fail_on": Text(
        "达到哪一级就返回 1；never 表示总是返回 0。默认 error。",
        "Exit with 1 from this severity on; never: always with 0. Default: error.",
    ),
    "no_papers": Text(
        "不打开材料，只看清单。", "Leave the attached papers closed and only look at their list."
    ),
    "cache": Text(
        "记住材料的内容，没有变的下次不再重读；加密存放，只有本人能读，CI 里总是关闭。默认不记。",
        "Keep what papers say, so that those which have not changed are not read again: sealed, for this user alone, "
        "never in CI. Default: nothing is kept.",
    ),
    "clear": Text("全部清除。", "Forget them all."),
    "sources": Text(
        "把每个值出自哪份材料、哪个位置写入这个新文件。",
        "Write the paper and place of every value to this new file.",
    ),
    "reveal": Text("显示全部内容，不打码。", "Show everything, hide nothing."),
    "redact": Text(
        "隐藏哪些内容：identity 身份信息（默认）；all 连金额一起隐藏。",
        "What is hidden: identity (default), or all, which hides amounts too.",
    ),
    "fix": Text(
        "先改好写法再检查：编码、全角标点和数字、多余的逗号和空格、千分位、日期格式；金额不变。",
        "Mend how drafts are written, then check: encoding, full-width marks, commas, blanks, dates; no amount changes.",
    ),
    "diff": Text(
        "只显示 --fix 会改哪些地方，不写文件。", "Only show what --fix would change; write nothing."
    ),
    "color": Text("是否用颜色。默认 auto。", "Whether to use colours. Default: auto."),
    "select": Text(
        "只列出这些规则：编号、编号开头三个字母或名称，可用逗号分隔。",
        "List only these rules: codes, families or names, commas between them.",
    ),
    "ignore": Text(
        "接受这条规则的问题并写明原因：仍然列出，但不算失败。",
        "Accept what this rule finds, and say why: still listed, but no failure.",
    ),
    "severity": Text(
        "把这条规则改为 error、warning 或 note 级。", "Make this rule an error, a warning or a note."
    ),
    "baseline": Text(
        "已接受问题的清单，由 precheck baseline 写出。",
        "File of accepted findings, as precheck baseline writes it.",
    ),
    "reason": Text("为什么可以接受；必填。", "Why they are accepted; required."),
    "until": Text("接受到哪一天为止，例如 2026-12-31。", "Accepted until this day, such as 2026-12-31."),
    "prune": Text("删去已经对不上问题的记录。", "Remove the waivers that cover nothing any more."),
    "exclude": Text(
        "不检查名称符合的文件和文件夹，例如 archive/ 或 '*.tmp.json'。",
        "Leave out files and folders by name, such as archive/ or '*.tmp.json'.",
    ),
    "respect_gitignore": Text("文件夹里 git 忽略的文件不检查。", "In folders, leave out what git ignores."),
    "stdin_filename": Text("标准输入的内容算作哪个文件。", "The file name that standard input goes by."),
    "config": Text(
        "设置文件。默认从当前文件夹往上找 precheck.toml。",
        "File of settings. Default: precheck.toml here or in a folder above.",
    ),
    "isolated": Text("不读任何设置文件。", "Read no file of settings."),
    "show_settings": Text(
        "显示每项设置的值和来源，不检查。", "Show every setting and where it came from; check nothing."
    ),
    "in_force": Text("只显示这一天有效的要求。", "Show only what is in force on this day."),
    "kind": Text("申请人的主体类型。默认 company。", "Kind of applicant. Default: company."),
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

NOT_AN_OUTPUT: Final = Text(
    "--output 要写成“格式:文件”，例如 html:report.html；{text} 不是",
    "--output must be FORMAT:FILE, such as html:report.html; {text} is not",
)
NO_FORMAT: Final = Text("没有格式 {name}，只能是：{choices}", "no format named {name}; there are: {choices}")
OUTPUT_IS_STREAM: Final = Text(
    "--output 后面是文件；输出到屏幕用 --format",
    "--output names a file; for standard output there is --format",
)
NOT_A_REPORT: Final = Text(
    "{path}：不是 precheck 的 json 报告（{place} 不对）", "{path}: no json report of precheck (see {place})"
)
TWO_OUTPUTS: Final = Text("{path}：两份结果不能写入同一个文件", "{path}: two outputs cannot share one file")
NO_OUTPUT: Final = Text("结果写不出去（磁盘满了？）", "the output cannot be written (is the disk full?)")
OUTPUT_IS_INPUT: Final = Text(
    "{path}：这是要检查的申请，不能当作输出文件", "{path}: this is a draft to check, no file to write to"
)

NOT_A_PAIR: Final = Text("{name} 要写成 编号=内容", "{name} must be CODE=…, with something after the sign")
BY_COMMAND_LINE: Final = Text("命令行", "command line")
BY_DEFAULT: Final = Text("默认", "default")
BY_CALL: Final = Text("命令行、环境变量或系统语言", "command line, environment or locale")

NO_FIX_OF_STDIN: Final = Text("标准输入不能用 --fix", "--fix cannot write to standard input")
FIXED: Final = Text("{path}：改好 {n} 处写法", "{path}: {n} mended")
NO_INPUT: Final = Text(
    "没有可以检查的申请草稿。请写上文件或文件夹，例如：precheck check 申请.json",
    "no draft to check; name a file or a folder, such as: precheck check application.json",
)
PASSED_OVER: Final = Text(
    "{n} 个 JSON 文件不是申请草稿，没有检查",
    "{n} JSON files are no drafts of an application and were not checked",
)
BASELINE_WRITTEN: Final = Text(
    "{path}：新接受 {new} 处，原有 {kept} 处", "{path}: {new} accepted now, {kept} before"
)
BASELINE_USELESS: Final = Text(
    "，其中 {n} 处已经对不上问题（--prune 可删去）",
    ", {n} of which cover nothing any more (--prune removes them)",
)
BASELINE_HINT: Final = Text(
    '检查时使用：precheck check --baseline {path}，或在 precheck.toml 里写 baseline = "{path}"',
    'To use it: precheck check --baseline {path}, or baseline = "{path}" in precheck.toml',
)
LEFT_OUT: Final = Text("{n} 个文件按设置不检查", "{n} left out, as the settings say")
PROGRESS: Final = Text("已检查 {done} / {total} 份", "{done} of {total} drafts checked")
NO_GIT: Final = Text("git 用不了，没法知道它忽略哪些文件", "git cannot be asked which files it ignores")
UNREADABLE: Final = Text("{path}：读不了（{why}）", "{path}: cannot be read ({why})")
NOT_WRITTEN: Final = Text("{path}：写不了（{why}）", "{path}: cannot be written ({why})")
REASONS: Final = {
    "FileNotFoundError": Text("没有这个文件或文件夹", "no such file or folder"),
    "PermissionError": Text("没有权限", "no permission"),
    "IsADirectoryError": Text("这是文件夹", "it is a folder"),
    "NotADirectoryError": Text("路径中间不是文件夹", "a part of the path is no folder"),
    "ENOSPC": Text("磁盘满了", "no space left"),
    "EROFS": Text("只能读，不能写", "it can only be read"),
}
"""By the system's answer."""
OTHER_REASON: Final = Text("系统不允许", "the system refused")
EXISTS: Final = Text("{path}：已经有这个文件，没有覆盖", "{path}: exists already and was not overwritten")
INTERNAL: Final = Text(
    "{path}没有检查完，这是程序的缺陷（this is a bug）：{what}", "{path}not checked; this is a bug: {what}"
)
ENDED: Final = Text(
    "{path}：没有检查完，检查它的进程被系统结束了",
    "{path}: not checked, the system ended the process that checked it",
)
CACHED: Final = Text("{path}：{n} 份材料，{size} KB", "{path}: {n} papers, {size} KB")
CLEARED: Final = Text("{path}：清除了 {n} 份材料", "{path}: {n} papers forgotten")
NO_CACHE: Final = Text("{path}：没有记住任何材料", "{path}: no papers are remembered")
NOT_TRUSTED: Final = Text(
    "{path}：不是只有本人能用的文件夹，所以不使用；请删除或改名",
    "{path}: no folder of this user alone, so it is not used; remove or rename it",
)
NO_CACHE_FOLDER: Final = Text(
    "没有可以存放的地方（找不到个人文件夹）", "there is no place for it (no home folder)"
)
NO_POLICY: Final = Text("没有政策 {name}", "no policy named {name}")
NO_RULE: Final = Text("没有规则 {name}", "no rule named {name}")
NO_SCHEMA_FILE: Final = Text(
    "让编辑器提示和检查字段：precheck schema application > application-1.json",
    "To let an editor complete and check fields: precheck schema application > application-1.json",
)
