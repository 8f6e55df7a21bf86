"""The text of a draft must be JSON that everybody reads alike. Found while reading."""

from ..rule import Cause, Trigger, error, note
from ..text import Text

JSON = "RFC 8259（V1）；RFC 8259 / JSON"

syntax = error(
    "TXT001",
    name="text-is-json",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=JSON,
    zh="""文件这里写得不对：{what}。
          {mend}。""",
    en="""The text is not JSON here: {what}.
          {mend}.""",
    why="""写法有误的文件，系统一行也读不进去，会整份退回。

    A file that is not JSON cannot be read at all and is bounced as a whole.""",
)
twice = error(
    "TXT002",
    name="key-stands-once",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=JSON,
    zh="""同一个字段写了两次。
          请只保留正确的一处；系统可能取其中任何一个。""",
    en="""The same key stands twice.
          Keep the right one only: a system may take either of them.""",
    why="""重复的字段，各家系统取值不同，填对了也可能读错。

    Systems differ in which of two equal keys they take, so even a right figure may be read wrong.""",
)
number = error(
    "TXT003",
    name="number-is-a-number",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=JSON,
    zh="""这里不是一个有效的数字（NaN、Infinity 或大得无法表示）。
          请填写实际数字；没有数字就删除这一项。""",
    en="""This is no number (NaN, Infinity, or too large to write down).
          Enter the real figure, or delete the line when there is none.""",
    why="""NaN 和 Infinity 不是 JSON，多半是导出程序算错的结果。

    NaN and Infinity are not JSON; they are usually what an exporting program got wrong.""",
)
whole = error(
    "TXT004",
    name="file-is-a-draft",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="数据接口 application-1.json / the data interface",
    zh="""这个文件不能作为申请读取：{what}。
          {mend}。""",
    en="""The file cannot be read as an application: {what}.
          {mend}.""",
    why="""空文件、别的文件或过大的文件，里面没有可以核对的内容。

    An empty file, another kind of file, or a far too large one has nothing that could be checked.""",
)
encoding = note(
    "TXT005",
    name="text-is-utf-8",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=JSON,
    zh="""文件的编码不是不带 BOM 的 UTF-8（实际是 {encoding}）。
          本工具能读，但对方系统未必能；请另存为 UTF-8。""",
    en="""The file is not UTF-8 without a byte order mark (it is {encoding}).
          This tool reads it, the lender's may not: save it as UTF-8.""",
    why="""JSON 规定用 UTF-8，其他编码在对方系统里可能变成乱码。

    JSON is UTF-8 by its standard; anything else may turn to gibberish elsewhere.""",
)

TYPED = Text("请把“{typed}”改成“{instead}”", 'Type "{instead}" instead of "{typed}"')
SAID: dict[str, tuple[Text, Text]] = {
    "full_width_punctuation": (Text("用了全角标点", "a full-width punctuation mark"), TYPED),
    "curly_quote": (Text("用了弯引号", "a curly quote"), TYPED),
    "single_quote": (Text("用了单引号", "a single quote"), TYPED),
    "trailing_comma": (Text("最后一项后面多了逗号", "a comma after the last item"), Text("请删除这个逗号", "Delete the comma")),
    "missing_comma": (Text("两项之间缺少逗号", "no comma between two items"), Text("请在这里补上英文逗号", "Put a comma here")),
    "missing_colon": (Text("字段名后面缺少冒号", "no colon after a key"), Text("请在这里补上英文冒号", "Put a colon here")),
    "missing_value": (Text("冒号后面没有内容", "no value after a colon"), Text("请填写内容，或删除这一项", "Fill it in, or delete the line")),
    "unquoted_word": (Text("文字没有加引号", "a word without quotes"), Text("请给文字加上英文双引号", "Put the word in double quotes")),
    "python_word": (Text("用了 True、False 或 None", "True, False or None"), TYPED),
    "comment": (Text("写了注释", "a comment"), Text("请删除注释，JSON 不能有注释", "Delete it: JSON has no comments")),
    "thousands_separator": (
        Text("数字里有千分位逗号", "a thousands separator in a number"),
        Text("请去掉数字里的逗号，只写数字", "Take the commas out of the number"),
    ),
    "leading_zero": (Text("数字前面有多余的 0", "a number with a leading zero"), Text("请去掉开头的 0", "Take the leading zero away")),
    "leading_plus": (Text("数字前面有加号", "a number with a plus sign"), Text("请去掉加号", "Take the plus sign away")),
    "bare_decimal": (
        Text("小数点前后缺少数字", "a decimal point without a digit on both sides"),
        Text("请写成 0.5 或 5.0 的样子", "Write 0.5 or 5.0"),
    ),
    "bad_escape": (Text("反斜杠用法不对", "a wrong escape"), Text("请把反斜杠写成两个，或删除", "Double the backslash, or delete it")),
    "control_character": (
        Text("引号里有换行或控制字符", "a line break or control character inside quotes"),
        Text("请删除换行，写在同一行", "Delete it and keep the text on one line"),
    ),
    "unclosed_string": (Text("引号没有成对", "a string that is not closed"), Text("请补上结尾的双引号", "Put the closing quote")),
    "unclosed_bracket": (Text("括号没有成对", "a bracket that is not closed"), Text("请补上对应的右括号", "Put the closing bracket")),
    "unmatched_bracket": (Text("多了或错了右括号", "a closing bracket that opens nowhere"), Text("请删除或改正这个括号", "Delete or correct it")),
    "extra_text": (Text("申请内容结束后还有别的文字", "text after the end of the application"), Text("请删除后面的文字", "Delete it")),
    "amount_unit": (
        Text("数字后面带了单位", "a unit after a number"),
        Text("请换算成元，只写数字", "Convert the amount to yuan and write the number alone"),
    ),
    "lone_surrogate": (Text("有残缺的字符", "half a character"), Text("请重新输入这几个字", "Type the characters again")),
    "invalid": (Text("这里无法识别", "this cannot be understood"), Text("请对照示例改写这一处", "Rewrite it after an example")),
    "not_text": (Text("它不是文本文件", "it is not a text file"), Text("请选择 JSON 格式的申请文件", "Choose the application as JSON")),
    "not_json": (
        Text("它不是 JSON，像是表格、网页或别的文字", "it is not JSON but a table, a web page or some other text"),
        Text("请选择 JSON 格式的申请文件，或用 precheck new 新建一份", "Choose the application as JSON, or start one with precheck new"),
    ),
    "too_large": (Text("文件过大", "it is too large"), Text("请确认选对了文件", "Check that it is the right file")),
    "too_deep": (Text("嵌套层数过多", "it is nested too deeply"), Text("请对照示例改写", "Rewrite it after an example")),
    "empty": (Text("文件是空的", "it is empty"), Text("请填写后再检查", "Fill it in first")),
    "not_object": (Text("最外层应当是一组字段 { … }", "it must be one object { … }"), Text("请对照示例改写", "Rewrite it after an example")),
}  # fmt: skip
"""What is wrong and what to do, by the kind of fault; every sentence stands here once."""

CODES = {
    **dict.fromkeys(SAID, "TXT001"),
    **dict.fromkeys(("not_text", "not_json", "too_large", "too_deep", "empty", "not_object"), "TXT004"),
    "duplicate_key": "TXT002",
    "not_a_number": "TXT003",
    "bom": "TXT005",
    "encoding": "TXT005",
}
"""The rule that each kind of fault of a text belongs to."""
