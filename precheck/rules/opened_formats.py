"""The files of the papers are what their names say, of a size that is taken, and each a paper of its own."""

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING, Final

from ..application import Document
from ..papers import Paper
from ..rule import Cause, Context, Found, Severity, Trigger, error, hit, warning
from ..text import Text, label
from .opened_pages import CLEARLY_VISIBLE
from .paper_files import may_share

if TYPE_CHECKING:
    from ..documents.file_facts import Sketch

FORMATS: Final = {
    "pdf": (Text("PDF", "a PDF"), ("pdf",)),
    "jpeg": (Text("JPG 图片", "a JPG image"), ("jpg", "jpeg")),
    "png": (Text("PNG 图片", "a PNG image"), ("png",)),
    "webp": (Text("WebP 图片", "a WebP image"), ("webp",)),
    "bmp": (Text("BMP 图片", "a BMP image"), ("bmp",)),
    "gif": (Text("GIF 图片", "a GIF image"), ("gif",)),
    "tiff": (Text("TIFF 图片", "a TIFF image"), ("tif", "tiff")),
    "heic": (Text("HEIC 图片", "a HEIC image"), ("heic", "heif")),
    "xlsx": (Text("XLSX 表格", "an XLSX workbook"), ("xlsx", "xlsm")),
    "xls": (Text("XLS 表格", "an XLS workbook"), ("xls", "et")),
    "locked_office": (Text("加密的 Office 文件", "a locked Office file"), ("xlsx", "docx", "pptx")),
    "csv": (Text("文本表格", "a table as text"), ("csv", "tsv", "txt")),
    "text": (Text("文本", "plain text"), ("txt", "csv", "tsv")),
    "html": (Text("网页", "a web page"), ("html", "htm")),
    "spreadsheetml": (Text("XML 表格", "a workbook as XML"), ("xml",)),
    "xml": (Text("XML 文件", "an XML file"), ("xml",)),
    "ofd": (Text("OFD 文件", "an OFD file"), ("ofd",)),
    "docx": (Text("Word 文件", "a Word file"), ("docx", "docm")),
    "doc": (Text("旧版 Word 文件", "an old Word file"), ("doc", "wps")),
    "pptx": (Text("演示文稿", "a presentation"), ("pptx",)),
    "ppt": (Text("旧版演示文稿", "an old presentation"), ("ppt",)),
    "rtf": (Text("RTF 文件", "an RTF file"), ("rtf", "doc")),
    "zip": (Text("压缩包", "an archive"), ("zip",)),
    "rar": (Text("压缩包", "an archive"), ("rar",)),
    "7z": (Text("压缩包", "an archive"), ("7z",)),
    "gzip": (Text("压缩包", "an archive"), ("gz", "tgz")),
    "unknown": (Text("认不出的内容", "content of no known format"), ()),
}
"""What a format is called, and the extensions that go with it. A format of an installed reader may have any name."""
UNDER_THE_NAME_OF_A_WORKBOOK = frozenset({"html", "spreadsheetml", "csv", "text"})
"""What banks and tax offices give out as `.xls`."""


def extension(paper: Paper) -> str:
    """The extension of the path that the draft gives, in small letters; "" without one."""
    name = paper.document.path.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


@error(
    "PAP008",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="按文件内容而不是扩展名识别格式（V1 各平台接口说明，K）",
    zh="""材料“{kind}”的扩展名是 {extension}，内容却是{content}。
          请打开核对是不是选错了文件；没有选错的，另存为正确的格式再上传。""",
    en="""The name of the paper “{kind}” ends in {extension}, its content is {content}.
          Open it and see whether it is the wrong file; if it is not, save it in the right format.""",
    mutes=("PAP007",),
)
def content_is_what_the_name_says(paper: Paper, context: Context) -> Found:
    """改扩展名不会改变内容；下载到的登录网页也常被存成 .pdf。上传后系统认不出来。

    Renaming a file does not convert it, and a login page is easily saved as .pdf. The upload is not recognised."""
    named, content = extension(paper), paper.file.format
    if content not in FORMATS or named in (extensions := FORMATS[content][1]) or not named:
        return None
    taken = context.policy.extensions_taken[paper.document.kind]
    harmless = not taken.isdisjoint(extensions) or (
        named == "xls" and content in UNDER_THE_NAME_OF_A_WORKBOOK
    )
    return hit(
        paper.document / "path",
        paper.document / "kind",
        severity=Severity.WARNING if harmless else Severity.ERROR,
        extension=Text(f".{named}", f".{named}") if named in KNOWN_EXTENSIONS else OTHER_EXTENSION,
        content=FORMATS[content][0],
    )


KNOWN_EXTENSIONS = frozenset(each for _, extensions in FORMATS.values() for each in extensions)
OTHER_EXTENSION = Text("别的格式", "another format")
"""An extension is text of the draft: only a known one is shown."""


@error(
    "PAP009",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="各平台接口说明的文件大小上限（V1），机构政策",
    zh="""材料“{kind}”的文件有 {size} MB，超过上限 {most} MB。
          请压缩图片或分成几个文件再上传。""",
    en="""The file of the paper “{kind}” has {size} MB; at most {most} MB are taken.
          Make the images smaller, or split it into several files.""",
)
def file_is_not_too_large(paper: Paper, context: Context) -> Found:
    """超过上限的文件在最后一步才被拒收，常常就漏传了。

    A file that is too large is refused at the last step, and then often forgotten."""
    most = context.policy.limit["paper_megabytes_most"]
    size = paper.file.size / 2**20
    if size > most and paper.file.verdict != "too_large":
        refs = (paper.document / "path", paper.document / "kind")
        return hit(*refs, size=_megabytes(size), most=_megabytes(most))


def _megabytes(size: float) -> Text:
    return Text(f"{size:.3g}", f"{size:.3g}")


@error(
    "PAP010",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="同一文件占两个位置是常见的上传错误（K）",
    zh="""材料“{kind}”与“{first}”的文件内容完全相同，只是文件名不同。
          请核对是不是选错了文件；每份材料各传一个文件。""",
    en="""The files of the papers “{kind}” and “{first}” are the same but for their names.
          Check whether the wrong file was chosen; give each paper its own file.""",
)
def content_is_of_one_paper(paper: Paper, context: Context) -> Found:
    """身份证正反面传成同一面、把上一份文件改名再传，都会缺一份材料。

    With the front of a card given for its back, or one file under two names, a paper is missing."""
    for other in _before(paper):
        one, two = other.document, paper.document
        same = other.file.fingerprint == paper.file.fingerprint != "" and one.path != two.path
        if same and not may_share(one, two):
            severity = Severity.ERROR if one.kind == two.kind else Severity.WARNING
            refs = (two / "path", one / "path", two / "kind")
            return hit(*refs, severity=severity, first=label(one.kind))


def _before(paper: Paper) -> Iterable[Paper]:
    """The papers that stand before this one in the draft and were opened."""
    for other in paper.others:
        if other is paper:
            return
        if other.was_opened:
            yield other


@warning(
    "PAP011",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.ACCOUNT, Trigger.LIMIT),
    source="身份证须正反两面（V2）；相似图片只作提醒（K）",
    zh="""“{second}”与“{first}”看起来是同一张图片，只是另存、缩放或裁剪过。
          请核对两张图片，把传错的一张换掉。""",
    en="""The images of “{second}” and “{first}” look the same, but for being saved again, resized or cropped.
          Compare the two and replace the one that is wrong.""",
)
def pictures_are_of_different_papers(paper: Paper, context: Context) -> Found:
    """同一张照片另存一次再传，文件不同，画面一样，仍然缺一份材料或证件的一面。

    The same photo saved again is another file and the same picture: a paper, or the other side of a card, is still
    missing."""
    if paper.whole.picture is None:
        return None
    for other in _before(paper):
        one, two = other.document, paper.document
        if _show_different_things(one, two) and _looks_the_same(other, paper):
            return hit(two / "path", one / "path", first=_named(one), second=_named(two))


def _show_different_things(one: Document, two: Document) -> bool:
    """Whether two papers are of two kinds, or the two sides of one card. Cards of two people look alike by their form."""
    if one.kind != two.kind:
        return not may_share(one, two)
    return one.holder == two.holder and {one.side, two.side} == {"front", "back"}


def _named(document: Document) -> Text:
    """The kind of a paper and, of a card, its side."""
    kind = label(document.kind)
    if document.side == "both":
        return kind
    side = label(document.side)
    return Text(f"{kind.zh}{side.zh}", f"{kind.en} ({side.en})")


MOST_APART = 8
"""Of the 144 bits of a sketch. Measured on the examples' pictures and on drawn photos of licences, cards and contracts:
saved again or smaller 0 to 3, turned by a degree up to 8, 4 % cropped off every side up to 7; different papers 12 and
more."""


def _looks_the_same(one: Paper, two: Paper) -> bool:
    """Whether two pictures that show something are alike, or would be with the edges of one cut off."""
    first, second = one.file.picture, two.file.picture
    if first is None or second is None or one.file.fingerprint == two.file.fingerprint:
        return False
    if min(first.contrast, second.contrast) < CLEARLY_VISIBLE:
        return False
    pairs = (*product(first.sketches[:1], second.sketches), *product(first.sketches, second.sketches[:1]))
    return any(bits_apart(*pair) <= MOST_APART for pair in pairs)


def bits_apart(one: "Sketch", other: "Sketch") -> int:
    """By how many bits two sketches differ."""
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=False))
