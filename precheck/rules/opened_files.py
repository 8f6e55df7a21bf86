"""The files of the papers can be opened: they are there, whole, and not behind a password."""

from ..papers import Paper
from ..rule import Cause, Context, Found, Trigger, error, hit, warning

COSTLY = frozenset({"too_large", "bomb", "timeout", "memory", "crashed"})
"""Verdicts on files that cannot be read with the time and memory that a paper gets."""
UPLOAD = "上传的文件要能打开（V1 各平台接口说明，K）"


@error(
    "PAP001",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=UPLOAD,
    zh="""材料“{kind}”的文件不在所写的位置。
          请核对文件名和路径，或把文件补上；其他材料已经打开核对。""",
    en="""The file of the paper “{kind}” is not where the draft says.
          Check its name and path, or add the file; the other papers were opened.""",
)
def file_is_there(paper: Paper, context: Context) -> Found:
    """清单上写了、文件却没有放进来，上传时就会漏掉。

    What is listed and not there is forgotten in the upload."""
    if paper.file.verdict == "missing":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP002",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="只打开申请文件旁边的普通文件 / only plain files beside the draft are opened",
    zh="""材料“{kind}”没有打开：它的路径上是链接、文件夹或设备，或者指到了申请文件的文件夹之外。
          请把文件本身复制到申请文件旁边，并把路径改成这份文件的。""",
    en="""The paper “{kind}” was not opened: its path is a link, a folder or a device, or leads out of the draft's folder.
          Copy the file itself beside the draft, and write the path of that copy.""",
)
def file_is_a_plain_file(paper: Paper, context: Context) -> Found:
    """链接换一台电脑就失效，也可能指向别处，所以不打开。

    A link is lost on another computer and may lead anywhere, so it is not followed."""
    if paper.file.verdict == "outside":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP018",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="没有权限读取的文件也传不上去 / a file that must not be read cannot be uploaded either",
    zh="""材料“{kind}”的文件没有读取权限，没有打开。
          请改好文件和文件夹的权限，或另存一份能打开的放在原处。""",
    en="""The file of the paper “{kind}” must not be read by you; it was not opened.
          Change the permissions of the file and its folders, or put a copy that opens in its place.""",
)
def file_may_be_read(paper: Paper, context: Context) -> Found:
    """从别的电脑或账户拷来的文件常常没有读取权限，自己也打不开。

    Files copied from another computer or account often may not be read by the one who is to send them."""
    if paper.file.verdict == "forbidden":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP003",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=UPLOAD,
    zh="""材料“{kind}”是空文件，大小为 0。
          请重新导出或重新拍照，再替换这个文件。""",
    en="""The file of the paper “{kind}” is empty, 0 bytes.
          Export or photograph it again and replace the file.""",
)
def file_holds_something(paper: Paper, context: Context) -> Found:
    """下载或传输中断会留下空文件，上传后等于没有交。

    A broken download leaves an empty file, which counts as nothing sent."""
    if paper.file.verdict == "empty":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP004",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=UPLOAD,
    zh="""材料“{kind}”的文件已损坏或不完整，打不开。
          请重新导出、扫描或下载，能正常打开后再替换。""",
    en="""The file of the paper “{kind}” is damaged or cut off and does not open.
          Export, scan or download it again, open it once yourself, and replace it.""",
)
def file_is_whole(paper: Paper, context: Context) -> Found:
    """传了一半的文件名字和大小都像是好的，只有打开才知道。

    A file that was sent by half has the right name; only opening it tells."""
    if paper.file.verdict == "damaged":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP005",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source=UPLOAD,
    zh="""材料“{kind}”的文件要密码才能打开。
          请去掉密码后另存一份，再替换这个文件。""",
    en="""The file of the paper “{kind}” opens only with a password.
          Save a copy without the password and replace the file.""",
)
def file_has_no_password(paper: Paper, context: Context) -> Found:
    """银行和税务导出的文件常带密码，机构的系统打不开就退回。

    Files of banks and tax offices often have a password; the lender's machine cannot open them and bounces them."""
    if paper.file.verdict == "encrypted":
        return hit(paper.document / "path", paper.document / "kind")


@error(
    "PAP006",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="打开材料的时间和内存上限 / the time and memory that opening a paper may take",
    zh="""材料“{kind}”的文件过大或结构异常，在限度内打不开。
          请重新导出一份普通的文件；照片请缩小后再替换。""",
    en="""The file of the paper “{kind}” is too large or built in an odd way, and does not open within limits.
          Export it again as an ordinary file; make a photo smaller, then replace it.""",
)
def file_opens_within_limits(paper: Paper, context: Context) -> Found:
    """远超普通材料的文件，机构的系统同样会拒收。

    What goes far beyond any ordinary paper is refused by a lender's machine, too."""
    if paper.file.verdict in COSTLY:
        return hit(paper.document / "path", paper.document / "kind")


@warning(
    "PAP007",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="能打开的格式 / the formats that can be opened",
    zh="""材料“{kind}”的格式这里打不开，内容没有核对。
          请转成 PDF、图片或 XLSX，或请人打开看一遍。""",
    en="""The format of the paper “{kind}” cannot be opened here, so what it says was not checked.
          Convert it to PDF, an image or XLSX, or have somebody look through it.""",
)
def format_can_be_opened(paper: Paper, context: Context) -> Found:
    """压缩包和旧版 Word 文件等没有打开核对，不能当作没有问题。

    Archives and Word files of old were not looked into, which does not mean that they are fine."""
    if paper.file.verdict == "unsupported" and paper.file.format != "unknown":
        return hit(paper.document / "path", paper.document / "kind")
