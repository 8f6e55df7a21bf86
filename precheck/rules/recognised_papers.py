"""Photos of licences and identity cards, their print recognised: hints, except where check characters speak for them."""

from ..application import Person, Ref
from ..facts.masks import may_be
from ..papers import Paper, where
from ..rule import Cause, Context, Found, Trigger, error, hit, note, warning

RECOGNISED = "照片上的字是识别出来的，可能认错（K）"
IDENTITY = (Trigger.ACCOUNT, Trigger.MODEL)


@error(
    "PAP090",
    cause=Cause.IDENTITY,
    triggers=IDENTITY,
    source="统一社会信用代码的两个校验码都对，才当作没有认错 / believed because both check characters are right "
    "(GB 32100-2015、GB 11714-1997)",
    zh="""照片上的“{kind}”（{where}）写的统一社会信用代码是 {printed}，申请填的是 {typed}。
          请对照执照原件逐位核对；拿错执照的，换成申请人自己的。""",
    en="""The photo of the “{kind}” shows the unified social credit code {printed} ({where}); the draft says {typed}.
          Compare it with the licence character by character; if it is another business's, use the applicant's own.""",
)
def code_on_the_photo_of_the_licence_is_the_applicants(paper: Paper, context: Context) -> Found:
    """传错别人的执照，或照着执照抄错一位，照片上都看得出来。

    Somebody else's licence, or a code copied wrong, shows on the photo."""
    applicant = context.application.applicant
    for seen in paper.recognised if paper.document.kind == "licence" else ():
        if seen.code and seen.code.text != applicant.uscc:
            refs = (applicant / "uscc", paper.document / "path", paper.document / "kind")
            yield hit(*refs, typed=applicant.uscc, printed=seen.code.text, where=where(seen.code.place))


@note(
    "PAP091",
    cause=Cause.IDENTITY,
    triggers=(Trigger.ACCOUNT,),
    source=RECOGNISED,
    zh="""照片上的“{kind}”（{where}）名称像是 {printed}，与申请填的 {typed} 不同。
          请看一眼执照原件；只是认错了字的，不用改。""",
    en="""On the photo of the “{kind}” the name seems to be {printed} ({where}); the draft says {typed}.
          Look at the licence; if the print was only misread, nothing has to be changed.""",
)
def name_on_the_photo_of_the_licence_is_the_applicants(paper: Paper, context: Context) -> Found:
    """名称抄错或执照是别人的，值得看一眼；识别可能认错，所以只是提示。

    Worth a look, and no more: print may be misread."""
    applicant = context.application.applicant
    for seen in paper.recognised if paper.document.kind == "licence" else ():
        names = (applicant.name, *applicant.former_names) if seen.name else ()
        if seen.name and not any(may_be(seen.name.text, each) for each in names):
            refs = (applicant / "name", paper.document / "path", paper.document / "kind")
            yield hit(*refs, typed=applicant.name, printed=seen.name.text, where=where(seen.name.place))


@warning(
    "PAP092",
    cause=Cause.IDENTITY,
    triggers=IDENTITY,
    source=RECOGNISED,
    zh="""照片上的“{kind}”（{where}）号码是 {printed}，申请里这个人填的不是这个号码。
          请对照证件逐位核对；拿错证件的，换成本人的。""",
    en="""The photo of the “{kind}” shows the number {printed} ({where}), which is not that of its holder in the draft.
          Compare it with the card digit by digit; if it is somebody else's, use the holder's own.""",
)
def number_on_the_photo_of_the_card_is_its_holders(paper: Paper, context: Context) -> Found:
    """拿错证件或抄错一位，照片上的号码对不上。

    The wrong card, or a digit copied wrong, does not agree with the photo."""
    for seen in paper.recognised if paper.document.kind == "id_card" else ():
        people = _holders(paper, context) if seen.code else []
        if seen.code and people and all(each.id_number != seen.code.text for each in people):
            refs = _blamed(people, "id_number", paper)
            yield hit(*refs, printed=seen.code.text, where=where(seen.code.place))


@warning(
    "PAP093",
    cause=Cause.STALE,
    triggers=IDENTITY,
    source=RECOGNISED,
    zh="""照片上的“{kind}”（{where}）有效期到 {printed}，申请里这个人填的不是这一天。
          请对照证件核对有效期；换过证件的，上传新证件的两面。""",
    en="""The photo of the “{kind}” says that it ends on {printed} ({where}), which is not the day in the draft.
          Compare it with the card; if the card was renewed, upload both sides of the new one.""",
)
def end_on_the_photo_of_the_card_is_its_holders(paper: Paper, context: Context) -> Found:
    """填了新证件的有效期、传的却是旧证件，机构会要求重新上传。

    The dates of the new card with a photo of the old one are sent back."""
    for seen in paper.recognised if paper.document.kind == "id_card" else ():
        people = _holders(paper, context) if seen.ends else []
        if seen.ends and people and all(each.valid_until != seen.ends.day for each in people):
            refs = _blamed(people, "valid_until", paper)
            yield hit(*refs, printed=seen.ends.day, where=where(seen.ends.place))


def _holders(paper: Paper, context: Context) -> list[Person]:
    """The person of the draft whose card it is; all of them when the draft does not tell. Raises Gap."""
    people = context.application.people
    named = [each for each in people if each.name == paper.document.holder]
    return named or list(people)


def _blamed(people: list[Person], name: str, paper: Paper) -> tuple[Ref, ...]:
    """The field of the only person whose card it can be, else whose it is said to be; and the paper."""
    at = people[0] / name if len(people) == 1 else paper.document / "holder"
    return (at, paper.document / "path", paper.document / "kind")
