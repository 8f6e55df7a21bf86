"""What a help page says below its options, as a page of a manual does: examples, exit codes, variables, files."""

from typing import Final, NamedTuple

from ..text import Text

Rows = tuple[tuple[str, Text], ...]


class Part(NamedTuple):
    """A heading, and rows of a term and what is said of it."""

    head: Text
    rows: Rows


EXAMPLES: Final = Text("例子：", "Examples:")
EXIT_CODES: Final = Part(
    Text("退出码：", "Exit codes:"),
    (
        ("0", Text("每份草稿都可以提交。", "Every draft is ready to send.")),
        (
            "1",
            Text(
                "有草稿不能提交，或有问题达到 --fail-on 的级别。",
                "A draft is not ready, or has a finding as grave as --fail-on says.",
            ),
        ),
        (
            "2",
            Text(
                "没法检查：找不到文件或要求、设置写错、程序缺陷。绝不表示“可以提交”。",
                "The job could not be done: no such file or policy, wrong settings, a bug. Never means ready.",
            ),
        ),
        ("130", Text("被中断（Ctrl-C）。", "Interrupted (Ctrl-C).")),
    ),
)
VARIABLES: Final = Part(
    Text("环境变量：", "Environment:"),
    (
        (
            "PRECHECK_...",
            Text(
                "选项的默认值，例如 PRECHECK_FAIL_ON=warning、PRECHECK_LANG=zh；有多个值时用空格隔开。",
                "Defaults of options, such as PRECHECK_FAIL_ON=warning, PRECHECK_LANG=zh; several with blanks between.",
            ),
        ),
        ("PRECHECK_CONFIG", Text("设置文件。", "The file of settings.")),
        ("NO_COLOR", Text("不用颜色。", "No colours.")),
        ("FORCE_COLOR", Text("不在终端里也用颜色。", "Colours even where there is no terminal.")),
    ),
)
FILES: Final = Part(
    Text("文件：", "Files:"),
    (
        (
            "precheck.toml",
            Text(
                "项目的设置，也可以叫 .precheck.toml，或写在 pyproject.toml 的 [tool.precheck] 里；从当前文件夹往上找，"
                "直到仓库的根。先看命令行，再看环境变量，再看文件。",
                "The project's settings; also .precheck.toml, or [tool.precheck] in pyproject.toml. Looked for here and "
                "in the folders above, up to the root of the repository. The command line goes before the environment, "
                "the environment before the file.",
            ),
        ),
        (
            "precheck-baseline.toml",
            Text(
                "已接受的问题，由 precheck baseline 写出。",
                "Accepted findings, as precheck baseline writes them.",
            ),
        ),
    ),
)
MANUALS: Final[dict[str, tuple[Part, ...]]] = {
    "precheck": (
        Part(
            EXAMPLES,
            (
                ("precheck new --output draft.json", Text("生成待填写的草稿。", "Write a draft to fill in.")),
                ("precheck check draft.json", Text("检查它。", "Check it.")),
                ("precheck rule IDN002", Text("这条规则是什么意思。", "What a rule is about.")),
            ),
        ),
        EXIT_CODES,
    ),
    "check": (
        Part(
            EXAMPLES,
            (
                ("precheck check drafts", Text("文件夹里的全部草稿。", "All drafts of a folder.")),
                ("precheck check - < a.json", Text("标准输入。", "Standard input.")),
                (
                    "precheck check a.json --policy generic-cn --policy example-bank",
                    Text("哪几家会受理。", "Which lenders would take it."),
                ),
                (
                    "precheck check drafts --format github -o sarif:out.sarif",
                    Text("在 CI 里：一次运行，几种格式。", "In CI: one run, several formats."),
                ),
            ),
        ),
        EXIT_CODES,
        VARIABLES,
        FILES,
    ),
    "baseline": (
        Part(
            EXAMPLES,
            (
                (
                    "precheck baseline drafts --reason TEXT",
                    Text("接受今天的全部问题。", "Accept everything that is found today."),
                ),
                (
                    "precheck baseline drafts --reason TEXT --prune",
                    Text("同时删去已经改好的。", "Forget what has been mended since."),
                ),
            ),
        ),
        VARIABLES,
        FILES,
    ),
    "completion": (
        Part(
            Text("怎样启用：", "To use it:"),
            (
                (
                    "bash",
                    Text(
                        '写进 ~/.bashrc：eval "$(precheck completion bash)"',
                        'in ~/.bashrc: eval "$(precheck completion bash)"',
                    ),
                ),
                (
                    "zsh",
                    Text(
                        '写进 ~/.zshrc：eval "$(precheck completion zsh)"',
                        'in ~/.zshrc: eval "$(precheck completion zsh)"',
                    ),
                ),
                (
                    "fish",
                    Text(
                        "运行一次：precheck completion fish > ~/.config/fish/completions/precheck.fish",
                        "once: precheck completion fish > ~/.config/fish/completions/precheck.fish",
                    ),
                ),
                (
                    "powershell",
                    Text(
                        "写进 $PROFILE：precheck completion powershell | Out-String | Invoke-Expression",
                        "in $PROFILE: precheck completion powershell | Out-String | Invoke-Expression",
                    ),
                ),
            ),
        ),
    ),
}
"""By the name of the command."""
