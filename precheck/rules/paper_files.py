"""The files of the papers stand beside the draft, in formats that are taken, one file for one paper."""

from collections.abc import Iterable
from posixpath import normpath

from ..application import Application, Document
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit
from ..text import Text, label

STATEMENTS = frozenset({"balance_sheet", "income_statement", "cash_flow_statement", "audit_report"})
"""Kinds of paper that are often printed in one file."""


@error(
    "DOC012",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="材料须与申请文件放在一起 / papers stand beside the draft",
    zh="""材料“{kind}”的文件不在申请文件所在的文件夹里。
          请把文件放进这个文件夹，路径写成 papers/licence.jpg 这样。""",
    en="""The file of the paper “{kind}” is not in the folder of the draft.
          Put it there and write its path like papers/licence.jpg.""",
    mutes=("DOC013", "DOC014", "PAP002"),
)
def file_is_beside_the_draft(document: Document, context: Context) -> Found:
    """换一台电脑就打不开的路径，上传时会漏掉；网址和文件夹之外的路径也不会被打开。

    A path that only one computer knows is lost on upload; addresses on the web and paths out of the folder are
    never opened."""
    path = document.path
    if (":" in path or ".." in path or path[0] in "/\\~") and _leads_away(path):
        return hit(document / "path", document / "kind")


def _leads_away(path: str) -> bool:
    plain = path.replace("\\", "/")
    return plain[0] in "/~" or plain[1:2] == ":" or "://" in plain or normpath(plain).startswith("..")


@error(
    "DOC013",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="各平台接口说明的上传格式（V1），机构政策（K）",
    zh="""材料“{kind}”的文件格式不被接受。
          请转成以下格式之一再上传：{taken}。""",
    en="""The format of the file of “{kind}” is not taken.
          Convert it to one of these and attach it again: {taken}.""",
)
def file_has_a_format_that_is_taken(document: Document, context: Context) -> Found:
    """上传页面按扩展名放行；手机原图 HEIC、压缩包和 Word 文件最常被拒。

    Upload pages go by the extension; phone pictures in HEIC, archives and Word files are refused most often."""
    taken = context.policy.extensions_taken[document.kind]
    if document.path.rpartition(".")[2].lower() not in taken and taken:
        return hit(document / "path", document / "kind", taken=_listed(taken))


def _listed(extensions: Iterable[str]) -> list[Text]:
    return [Text(each, each) for each in sorted(extensions)]


@error(
    "DOC014",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="同一文件占两个位置是常见的上传错误（K）",
    zh="""同一个文件既当“{first}”又当“{kind}”上传。
          请核对是不是选错了文件；每份材料各传一个文件。""",
    en="""One file is attached both as “{first}” and as “{kind}”.
          Check whether the wrong file was chosen; give each paper its own file.""",
)
def file_is_of_one_paper(application: Application, context: Context) -> Found:
    """重复选了上一个文件，缺的那份就没有传上去。几张报表在同一个文件里是正常的。

    When the last file is chosen again, the paper that was meant is missing. Several statements in one file are
    fine."""
    documents = application.documents
    if len({each.path for each in documents}) == len(documents):
        return None
    first: dict[str, Document] = {}
    again = []
    for each in documents:
        other = first.setdefault(each.path, each)
        if other is not each and not may_share(other, each):
            severity = Severity.ERROR if each.kind == other.kind else Severity.WARNING
            refs = (each / "path", other / "path", each / "kind")
            again.append(hit(*refs, severity=severity, first=label(other.kind)))
    return again or None


def may_share(one: Document, other: Document) -> bool:
    """Whether two papers may be one file: statements printed together, or one kind for several people."""
    if one.kind == other.kind:
        return one.side == other.side and one.holder == other.holder
    return one.kind in STATEMENTS and other.kind in STATEMENTS
