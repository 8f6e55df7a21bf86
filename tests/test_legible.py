"""A page of a PDF whose text is not what it shows is a scan: no name is held against letters that nobody sees."""

import pytest

from precheck.documents.answer import facts_from
from precheck.documents.papers.facts import PaperFacts
from tests.hostile import CATALOGUE, PAGES, page, pdf, stream

LEASE = (
    "房屋租赁合同",
    "出租方（甲方）：苏州示例物业管理有限公司",
    "承租方（乙方）：苏州示例面馆",
    "签订日期：2026年1月5日",
)


def copied(lines, wrongly=()):
    """A page with these lines, drawn in one font. Its map of characters says something else for those that are `wrongly`
    kept."""
    said = dict(wrongly)
    codes = {each: code for code, each in enumerate(sorted({*"".join(lines)}), 1)}
    pairs = "".join(
        f"<{code:02x}> <{said.get(each, each).encode('utf-16-be').hex()}>\n" for each, code in codes.items()
    )
    to_unicode = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}endbfchar endcmap end"
    )
    drawn = "".join(
        f"1 0 0 1 40 {800 - 20 * number} Tm <{bytes(map(codes.get, line)).hex()}> Tj\n"
        for number, line in enumerate(lines)
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    seen = page(b"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>")
    text = stream(f"BT /F 12 Tf\n{drawn}ET".encode())
    return pdf(CATALOGUE, PAGES, seen, text, font, stream(to_unicode.encode()))


def parties(facts):
    return [party.name.text for deed in facts.says.deeds for party in deed.parties]


def test_a_page_whose_characters_are_kept_is_read():
    facts = facts_from(copied(LEASE))
    assert facts.picture is None
    assert parties(facts) == ["苏州示例物业管理有限公司", "苏州示例面馆"]


def test_a_page_whose_characters_are_lost_is_a_scan():
    facts = facts_from(copied(LEASE, zip("（）有司日", "ÿĀp\xf8\xe5", strict=True)))
    assert facts.says == PaperFacts()
    assert facts.has_print


@pytest.mark.parametrize("name", ["Café示例", "示例Übersee贸易", "示例Éclair甜品Café店", "3×5示例"])
def test_a_name_with_letters_of_other_languages_is_read(name):
    assert name in parties(facts_from(copied((*LEASE[:2], f"承租方（乙方）：{name}", LEASE[3]))))
