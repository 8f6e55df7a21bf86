"""What the data interface refuses: fields that are missing, unknown, or not of their kind. Found while reading."""

from ..rule import Cause, Trigger, error

INTERFACE = "数据接口 application-1.json / the data interface"

missing = error(
    "SHP001",
    name="field-is-present",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=INTERFACE,
    zh="""缺少必填项：{field}。
          请补填后再提交。""",
    en="""A required field is missing: {field}.
          Fill it in before sending.""",
    why="""信息不完整是最常见的自身原因，系统收到缺项的申请会直接退回。

    Incomplete information is the most common home-made cause: a form with a gap is bounced at once.""",
)
unknown = error(
    "SHP002",
    name="key-is-known",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    mutes=("SHP001",),
    zh="""不认识的字段“{key}”{hint}
          请改成规定的字段名，或删除这一项。""",
    en="""Unknown key "{key}"{hint}
          Use the name that the data interface gives, or delete it.""",
    why="""写错的字段名会让填好的内容读不到，等于没填。

    A mistyped name hides what was filled in, as if it had not been.""",
)
wrong_type = error(
    "SHP003",
    name="value-has-its-type",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}应当是{wanted}。
          {how}""",
    en="""{field} must be {wanted}.
          {how}""",
    why="""类型不对的值无法参与核对。

    A value of another type cannot be checked against anything.""",
)
null = error(
    "SHP004",
    name="value-is-not-null",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}写成了 null（空值）。
          没有内容的选填项请整行删除，必填项请填写。""",
    en="""{field} is null.
          Delete an optional line that has nothing to say; fill in a required one.""",
    why="""null 既不是“没有”也不是“零”，各家系统理解不一，所以不接受。

    Null is neither "none" nor zero and every system reads it differently, so it is not accepted.""",
)
not_listed = error(
    "SHP005",
    name="choice-is-listed",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}不在可选范围内。
          请改为{one_of}：{choices}。""",
    en="""{field} is none of the choices.
          Use {one_of}: {choices}.""",
    why="""选项以外的写法，系统无法识别。

    A word that is not in the list is not understood.""",
)
malformed = error(
    "SHP006",
    name="text-has-its-form",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}的写法不对，或没有这一天、这一期间。
          请写成{wanted}。""",
    en="""{field} is not written as it must be, or there is no such day or period.
          Write it as {wanted}.""",
    why="""日期和期间只有一种写法，才能互相比较。

    Days and periods have one way of writing, so that they can be compared.""",
)
length = error(
    "SHP007",
    name="text-or-list-has-its-length",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}太长或太短。
          请改写，{allowed}。""",
    en="""{field} is too long or too short.
          Rewrite it in {allowed}.""",
    why="""过长或过短的内容多半是粘贴错误。

    A text that is far too long or too short was most likely pasted wrong.""",
)
out_of_range = error(
    "SHP008",
    name="number-is-in-range",
    cause=Cause.WRONG_FIGURE,
    triggers=(Trigger.MODEL,),
    source=INTERFACE,
    zh="""{field}超出了可能的范围（{least} 至 {most}）。
          请核对位数后改写，{unit}。""",
    en="""{field} is outside any possible range ({least} to {most}).
          Check the digits and write it again, {unit}.""",
    why="""小企业不可能有的数字，通常是单位或位数填错。

    A number that no small business can have usually has a wrong unit or a digit too many.""",
)
blank = error(
    "SHP009",
    name="blank-is-filled-in",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=INTERFACE,
    zh="""{field}还没有填写。
          请用实际内容替换以“□”开头的说明；数字不要加引号。""",
    en="""{field} is still to be filled in.
          Replace the text that begins with a square by what is true; numbers stand without quotes.""",
    why="""新建的草稿用“□”标出要填的地方，留着没改就等于没填。

    A new draft marks what is to be filled in with a square; left as it is, nothing was filled in.""",
)
empty = error(
    "SHP010",
    name="value-is-not-empty",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=INTERFACE,
    zh="""{field}是空的，什么都没有填。
          必填项请填写；没有内容的选填项请整行删除。""",
    en="""{field} is empty.
          Fill in a required field; delete an optional line that has nothing to say.""",
    why="""从表单导出的空格子等于没填，系统会按缺项退回。

    An empty box of a form that was exported says nothing: the application is bounced as incomplete.""",
)
