"""The pages of the papers can be seen: not blank, sharp enough, large enough, in colour where the original is."""

from ..papers import Paper
from ..rule import Cause, Context, Found, Trigger, error, hit, note, warning

PRINTED = frozenset(
    {"licence", "id_card", "basic_account", "food_permit", "tax_rating", "premises_ownership"}
)
"""Kinds of paper that are full of print, so that a soft image of them is a blurred one."""
SIGNED = frozenset(
    {"lease", "contract", "articles", "resolution", "credit_authorisation", "agent_authorisation"}
)
"""Kinds of paper that are signed on their last page."""
BLURRED, CLEARLY_VISIBLE = 140, 20
"""Sharpness and contrast, measured on images of a licence: print stays readable down to about 140."""
COLOURFUL = frozenset({"licence"})
"""Kinds of paper whose originals have an emblem and a seal in red, and that are asked for in colour."""
HARDLY_ANY = 20
"""Coloured pixels of ten thousand. Copies have none, and up to 13 when badly lit; a red seal put on one makes 35, the
print of an original 400."""


@error(
    "PAP012",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="上传的图片要看得清（V1 各平台接口说明，K）",
    zh="""材料“{kind}”打开后一片空白，什么也没有。
          请重新拍照、扫描或导出，看到内容后再替换。""",
    en="""The paper “{kind}” is blank: there is nothing on it.
          Photograph, scan or export it again, look at it, and replace the file.""",
)
def paper_is_not_blank(paper: Paper, context: Context) -> Found:
    """扫描时放反了纸、镜头被挡住、导出的是空表，都会得到一份空白材料。

    A sheet put in the wrong way round, a covered lens or an empty export make a blank paper."""
    file = paper.whole
    if file.pages and len(file.blank) == file.pages:
        return hit(paper.document / "path", paper.document / "kind")


@warning(
    "PAP013",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="合同、章程、授权书最后一页应有签章（K）",
    zh="""材料“{kind}”共 {pages} 页，最后一页是空白的。
          请核对签字盖章页是不是漏扫了。""",
    en="""Of the {pages} pages of the paper “{kind}” the last one is blank.
          Check whether the page with the signatures was scanned.""",
)
def last_page_is_not_blank(paper: Paper, context: Context) -> Found:
    """签章页扫成了空白，合同和授权就没有效力。

    With a blank page in the place of the signatures, a contract or a consent is worth nothing."""
    if paper.document.kind in SIGNED:
        file = paper.whole
        if file.pages > 1 and file.pages in file.blank and len(file.blank) < file.pages:
            return hit(paper.document / "path", paper.document / "kind", pages=file.pages)


@warning(
    "PAP014",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="图片清晰度，按执照图样测得的界限（K）",
    zh="""材料“{kind}”的图片可能模糊，文字看不清。
          请在光线好的地方对焦重拍，看得清每个字再替换。""",
    en="""The image of the paper “{kind}” may be blurred beyond reading.
          Take it again in good light and in focus, and replace it when every word can be read.""",
)
def image_is_sharp(paper: Paper, context: Context) -> Found:
    """模糊的执照和身份证识别不出来，要重新补件。只凭图像判断，所以只作提醒。

    A blurred licence or card is not recognised and has to be sent again. Judged by the image alone: only a warning."""
    picture = paper.whole.picture if paper.document.kind in PRINTED else None
    if picture and picture.sharpness < BLURRED and picture.contrast >= CLEARLY_VISIBLE:
        return hit(paper.document / "path", paper.document / "kind")


@warning(
    "PAP015",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="图片最短边不小于 256 像素（V1），机构政策",
    zh="""材料“{kind}”的图片只有 {width} × {height} 像素，短边少于 {least}。
          请用原图，不要用缩略图或截图。""",
    en="""The image of the paper “{kind}” has {width} × {height} pixels; its short side needs {least}.
          Use the photo itself, not a preview or a screenshot.""",
)
def image_is_large_enough(paper: Paper, context: Context) -> Found:
    """缩略图上的字识别不出来。

    On a preview the print cannot be recognised."""
    picture = paper.whole.picture
    least = int(context.policy.limit["image_side_least"])
    if picture and min(picture.width, picture.height) < least:
        refs = (paper.document / "path", paper.document / "kind")
        return hit(*refs, width=picture.width, height=picture.height, least=least)


@note(
    "PAP016",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.SCREENING,),
    source="图片文件自带的软件信息（K）",
    zh="""材料“{kind}”的图片经修图软件保存过。
          请改用没有处理过的原图。""",
    en="""The image of the paper “{kind}” was saved by a program for retouching.
          Use the photo as it was taken.""",
)
def image_was_not_retouched(paper: Paper, context: Context) -> Found:
    """机构的反欺诈检查会看修图痕迹；裁剪也会留下痕迹，所以只作提示。

    Lenders look for traces of retouching; cropping leaves some too, so this is only a note."""
    picture = paper.whole.picture
    if picture and picture.edited:
        return hit(paper.document / "path", paper.document / "kind")


@warning(
    "PAP017",
    cause=Cause.INCOMPLETE,
    triggers=(Trigger.LIMIT,),
    source="证照上传说明要求彩色照片或彩色扫描件，复印件须加盖鲜章（V1）；只凭颜色判断，所以只作提醒（K）",
    zh="""材料“{kind}”的图片没有颜色，像是黑白复印件。
          请换成原件的彩色照片或彩色扫描件；只有复印件的，盖上红色公章再拍。""",
    en="""The image of the paper “{kind}” has no colours; it looks like a black-and-white copy.
          Use a colour photo or scan of the original; if there is only a copy, put the red seal on it first.""",
)
def licence_is_in_colour(paper: Paper, context: Context) -> Found:
    """执照上的国徽和印章是红色的，黑白复印件看不出是不是原件，常被要求重传。

    On a licence the emblem and the seal are red. A black-and-white copy shows no original, and is often asked for
    again."""
    picture = paper.whole.picture if paper.document.kind in COLOURFUL else None
    if picture is None or picture.coloured is None or picture.contrast < CLEARLY_VISIBLE:
        return None
    if picture.coloured < HARDLY_ANY:
        return hit(paper.document / "path", paper.document / "kind")
