"""Papers of running text: leases, contracts, articles, authorisations, licences. Who, until when, where, signed or not."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from .cells import days_in, fen_of, plain
from .deed_days import SIGNED, labelled_days, spans_of, with_digits
from .facts import Amount, Day, Kind, Words
from .facts.deeds import Dated, Deed, Party, Role
from .labels import Label, first, labels_of
from .rows import LONGEST, MOST, Row, Table

TITLES: Final[tuple[tuple[str, Kind], ...]] = (
    ("征信.*授权|信用(?:信息|报告).*授权|授权.*(?:征信|信用报告)", "credit_authorisation"),
    ("授权委托书|经办人授权|委托授权书", "agent_authorisation"),
    ("土地.*(?:承包|流转|租赁).*合同|土地经营权.*合同|承包合同", "land_contract"),
    ("租赁(?:合同|协议)|租房(?:合同|协议)", "lease"),
    ("(?:购销|采购|买卖|销售|供货|订货|加工|承揽)(?:框架)?(?:合同|协议)", "contract"),
    ("章程", "articles"),
    ("股东会?决议|股东决定|董事会决议|成员大会决议", "resolution"),
    ("食品经营许可证", "food_permit"),
    ("营业执照", "licence"),
    ("开户许可证|基本存款账户信息", "basic_account"),
    ("不动产权证|房屋所有权证|房产证|房屋产权", "premises_ownership"),
    ("完税证明|完税凭证|税收缴款书", "tax_payment"),
    ("审计报告", "audit_report"),
    ("信用报告|征信报告", "credit_report"),
    ("结婚证|离婚证|婚姻状况证明", "marriage"),
    ("居民身份证", "id_card"),
)
"""Words in a title, in the order in which they are looked for."""
ROLES: Final[tuple[tuple[str, Role | None], ...]] = (
    ("出租 甲方(出租", "lessor"),
    ("承租 乙方(承租", "lessee"),
    ("发包方 流出方 转让方 甲方(发包 甲方(流出 甲方(转让", "lessor"),
    ("承包方 流入方 受让方 乙方(承包 乙方(流入 乙方(受让", "lessee"),
    (
        "买方 需方 购买方 采购方 买受人 定作方 甲方(买 甲方(需 甲方(购 甲方(采 乙方(买 乙方(需 乙方(购 乙方(采",
        "buyer",
    ),
    ("卖方 供方 出卖人 销售方 供货方 承揽方 甲方(卖 甲方(供 甲方(销 乙方(卖 乙方(供 乙方(销", "seller"),
    ("授权人 授权方 信息主体 委托人 委托单位 授权主体", "subject"),
    ("受托人 被授权人 代理人 经办人 被委托人", "agent"),
    ("股东", "shareholder"),
    ("名称 账户名称 经营者名称 公司名称 企业名称 存款人 单位名称 姓名 权利人 纳税人名称 申请人", "holder"),
    ("法定代表人名称 负责人名称 投资人名称", None),
    ("法定代表人 经营者 负责人 投资人", "legal_representative"),
)
"""How the labels of those who are named begin, by what they are to the paper."""
PLACES: Final = r"^(?:房屋|租赁物?|租赁房屋|经营|承租)?(?:坐落|座落|地址|住所|经营场所|场所)(?:地址)?$"
ACCOUNTS: Final = ("账户号码", "账号", "银行账号", "账户账号", "基本存款账户账号")
BANKS: Final = ("开户银行", "开户行", "开户银行名称", "开户行名称")
PURPOSES: Final = ("用途", "授权用途", "查询用途")
CAPITAL: Final = ("注册资本", "注册资金", "出资总额")
SIGNATURES: Final = ("签字", "签名", "盖章", "签章", "公章", "签署人", "手印")
MONEY: Final = ("金额", "总价", "价款", "租金", "合计", "总额", "货款", "承包费")
MOST_ROWS: Final = 5000
"""Lines that are read; contracts are shorter."""
LAST_TITLE_LINE: Final = 15
LONGEST_TITLE: Final = 40

_YUAN: Final = re.compile(
    r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+(?:\.[0-9]{1,6})?)(万?)元"
)
_IN_PART: Final = "(?:定金|订金|保证金|违约金|滞纳金|首付|首期|预付|尾款|余款|单价)[^,。;0-9]{0,12}$"
"""Before an amount that is not the whole of what a contract is about."""
_ENDS_NAME: Final = {False: "[,;。]", True: r"[,;。\s]|出资|认缴|实缴|持股|占股"}
"""What stands behind a name; behind that of a shareholder also what it pays in."""
_PERCENT: Final = r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%"
_CODE: Final = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])")
_EMPTY: Final = "_年月日/\\.:-—()公章盖签字名"
"""What stands where something is to be filled in."""
_SEALS: Final = re.compile(r"\((?:公章|盖章|签章|签字|章|签名|签字或盖章)\)|[_\s]+$")


def deed_of(table: Table) -> Deed | None:
    """The paper that a text is; None when no title tells."""
    kind = _kind(table.rows)
    if not kind:
        return None
    rows = [with_digits(row) for row in table.rows[:MOST_ROWS]]
    labels = labels_of(rows)
    dates = sorted({*labelled_days(labels), *spans_of(rows)}, key=lambda each: (each.on.place, each.on.day))
    named = {each.on.day for each in dates}
    lines = [label for label in labels if _is_for_signature(label)]
    others = (
        Dated("found", Day(d, row.place)) for row in rows for d in days_in(row.spaced_text) if d not in named
    )
    return Deed(
        kind=kind,
        parties=tuple(islice(_parties(labels), MOST)),
        codes=tuple(islice(_codes(rows), MOST)),
        dates=(*dates, *dict.fromkeys(others))[:MOST],
        address=_address(labels),
        account=first(labels, *ACCOUNTS),
        bank=first(labels, *BANKS),
        purpose=_purpose(labels),
        capital=_capital(labels),
        amounts=tuple(islice(_amounts(rows), MOST)),
        signed=tuple(each.value.place for each in lines if not _is_empty(each))[:MOST],
        unsigned=tuple(each.value.place for each in lines if _is_empty(each))[:MOST],
    )


def _kind(rows: Sequence[Row]) -> Kind | None:
    for row in rows[:LAST_TITLE_LINE]:
        text = row.text
        if len(text) <= LONGEST_TITLE and not re.search("[。;]|根据|依据", text):
            found = next((kind for words, kind in TITLES if re.search(words, text)), None)
            if found:
                return found
    return None


def _parties(labels: Sequence[Label]) -> Iterator[Party]:
    """Everyone behind a label that tells what they are, each once."""
    seen: set[tuple[Role, str]] = set()
    for label in labels:
        role = next((role for words, role in ROLES if label.name.startswith(tuple(words.split()))), None)
        name = re.split(_ENDS_NAME[role == "shareholder"], _SEALS.sub("", _SEALS.sub("", label.line)))[
            0
        ].strip()
        if role and name and not _is_blank(name) and not days_in(name) and (role, name) not in seen:
            seen.add((role, name))
            share = _share(label.line) if role == "shareholder" else None
            yield Party(role, Words(name[:LONGEST], label.value.place), share)


def _share(text: str) -> int | None:
    """What a shareholder holds, in hundredths of a percent."""
    found = re.search(_PERCENT, text)
    return fen_of(found[1]) if found else None


def _purpose(labels: Sequence[Label]) -> Words | None:
    found = next((label for label in labels if label.name.rpartition(",")[2] in PURPOSES), None)
    return found.value._replace(text=found.line[:LONGEST]) if found and not _is_blank(found.line) else None


def _capital(labels: Sequence[Label]) -> Amount | None:
    found = next((label for label in labels if label.name.startswith(CAPITAL)), None)
    if not found:
        return None
    amounts = _YUAN.findall(plain(found.line))
    fen = fen_of(amounts[0][0], 10_000 if amounts[0][1] else 1) if amounts else _fen_in_words(found.line)
    return None if fen is None else Amount(fen, found.value.place)


def _fen_in_words(text: str) -> int | None:
    """The amount that a text is: `贰佰万元整`."""
    from ...facts.amounts import amount_of  # only here: few papers write amounts in words

    yuan = amount_of(text)
    return round(100 * yuan) if yuan else None


def _codes(rows: Sequence[Row]) -> Iterator[Words]:
    seen: set[str] = set()
    for row in rows:
        for code in _CODE.findall(row.spaced_text.upper()):
            if code not in seen and _can_exist(code):
                seen.add(code)
                yield Words(code, row.place)


def _can_exist(code: str) -> bool:
    # Only here: most papers have nothing that looks like one.
    from ...facts.identifiers import resident_id_is_valid, resident_id_shape, uscc_is_valid, uscc_shape

    firm = uscc_shape(code) and uscc_is_valid(code)
    return firm or (resident_id_shape(code) and resident_id_is_valid(code))


def _address(labels: Sequence[Label]) -> Words | None:
    found = (label for label in labels if re.search(PLACES, label.name) and not _is_blank(label.line))
    label = next(found, None)
    return label and label.value._replace(text=label.line.strip(" 。;,")[:LONGEST])


def _amounts(rows: Sequence[Row]) -> Iterator[Amount]:
    for row in rows:
        text = row.text
        for found in _YUAN.finditer(text) if _has(MONEY, text) else ():
            fen = fen_of(found[1], 10_000 if found[2] else 1)
            if fen is not None and not re.search(_IN_PART, text[: found.start()]):
                yield Amount(fen, row.place)


def _is_for_signature(label: Label) -> bool:
    return label.name in SIGNED or _has(SIGNATURES, label.name)


def _has(words: Sequence[str], text: str) -> bool:
    return any(word in text for word in words)


def _is_empty(label: Label) -> bool:
    return _is_blank(plain(label.line))


def _is_blank(text: str) -> bool:
    return not "".join(text.split()).strip(_EMPTY)
