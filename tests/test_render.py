"""What readers see: widths of Chinese text, code frames, the parts of a report, and what no format may show."""

import json
import re
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precheck.privacy import Redact
from precheck.render import FORMATS
from precheck.render.frame import frame
from precheck.render.places import called
from precheck.render.width import blank_like, padded, width, wrapped
from tests.command import BASES, CLEAN, command, draft  # noqa: F401 - fixtures

WRITING = st.text(alphabet="ab c，。字，宽（）é１ 。", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("中文", 4), ("（１）", 6), ("e\u0301", 1), ("a中b", 4)]
)
def test_a_wide_character_takes_two_columns(text, columns):
    assert width(text) == columns


def test_padding_counts_columns_not_characters():
    assert padded("中文", 6) + "|" == "中文  |"


def test_blanks_stand_as_wide_as_the_text_and_tabs_stay_tabs():
    assert blank_like("\t中a") == "\t   "


@given(WRITING, st.integers(4, 30))
def test_wrapped_lines_fit_and_nothing_but_blanks_is_lost(text, columns):
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns or len(line.split()) == 1 for line in lines)


def test_a_line_never_starts_with_a_closing_mark():
    assert wrapped("中文，中文", 5) == ["中", "文，", "中文"]


def framed(line, value, redact=Redact.IDENTITY):
    start = line.index(value)
    return frame(line, start, start + len(value), redact)


def marked(shown):
    """The characters that stand above the mark, by columns."""
    column, found = 0, ""
    low = width(shown.before)
    for each in shown.line:
        if low <= column < low + shown.columns:
            found += each
        column += width(each)
    return found


@pytest.mark.parametrize(
    ("line", "value", "expected"),
    [
        ('  "amount": 1500000,', "1500000", "1500000"),
        ('  "valid_until": "长期", "status": "activ"', '"activ"', '"a***"'),
        ('{"kind": "company", "name": "杭州示例公司", "status": 1}', "1", "***"),
        ('{"name": "杭州示例有限公司", "amount": 12.5}', "12.5", "12.5"),
        ('{"valid_until": "长期"}', '"长期"', '"长期"'),
    ],
)
def test_the_mark_stands_right_under_what_is_shown_of_the_value(line, value, expected):
    assert marked(framed(line, value)) == expected


def test_a_tab_before_the_value_is_a_tab_before_the_mark():
    shown = framed('{\t"amount":\t5}', "5")
    assert shown.before.count("\t") == 2


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ('"status": "active"', '"status": "active"'),
        ('"name": "王示例"', '"name": "王***"'),
        ('"id_number": "330106198002140012"', '"id_number": "33***2"'),
        ('"id_number": 330106198002140012', '"id_number": ***'),
        ('"mobile": 13800000000', '"mobile": ***'),
        ('"amount": 13800000000', '"amount": 13800000000'),
        ('"amount": 120万', '"amount": ***'),
        ('"王示例": 5', '"王***": ***'),
        ('"valid_from": "2016-03-01"', '"valid_from": "2016-03-01"'),
        ('"period": "2025-11/2026-10"', '"period": "2025-11/2026-10"'),
        ('"month": "2026-Q3"', '"month": "2026-Q3"'),
        ("'name': '王示例'", "'***': '***'"),
        ("“name”：“王示例”", "“***”：“***”"),
        ('"name": "王示例, "amount": 5', '"name": "王***"***":***'),
        ('"amount": true', '"amount": true'),
        ('13800000000", "amount": 5', '***",***"***":***'),
    ],
)
def test_only_what_is_known_to_be_closed_is_shown(line, shown):
    assert frame(line, 0, 1, Redact.IDENTITY).line == shown


def test_hiding_everything_hides_numbers_too():
    assert (
        frame('"amount": 5, "status": "active"', 0, 1, Redact.ALL).line == '"amount": ***, "status": "active"'
    )


def test_revealing_shows_the_line_as_written_but_no_terminal_escapes():
    assert frame('"name": "王示例\x1b[31m"', 0, 1, Redact.NONE).line == '"name": "王示例?[31m"'


def test_of_a_long_line_the_part_around_the_value_is_shown():
    line = ", ".join(f'"amount": {number}' for number in range(1000, 3000))
    shown = framed(line, "2000")
    assert width(shown.line) < 120
    assert shown.line.startswith("…")
    assert shown.line.endswith("…")
    assert marked(shown) == "2000"


def test_a_line_that_starts_with_a_long_text_is_cut_before_the_value():
    shown = framed(f'{{"business_scope": "{"长" * 300}", "amount": 5}}', "5")
    assert shown.line.startswith("…")
    assert marked(shown) == "5"


SECRET = "密QWERTYUIOP密"


def holes(line):
    return st.integers(0, len(line))


@given(st.data())
def test_no_frame_of_any_cut_of_a_line_shows_a_string_of_it(data):
    line = json.dumps({"name": SECRET, "amount": 5, "note": [SECRET, {"x": SECRET}]}, ensure_ascii=False)
    low = data.draw(holes(line))
    cut = line[low : data.draw(st.integers(low, len(line)))]
    at = data.draw(holes(cut))
    assert "WERTYUIO" not in frame(cut, at, at + 3, Redact.IDENTITY).line


@pytest.mark.parametrize(
    ("pointer", "zh", "en"),
    [
        ("", "整份申请", "the whole application"),
        ("/loan/amount", "贷款 · 申请金额", "Loan · Amount"),
        ("/bank_accounts/0/months/2/inflow", "银行流水第 1 项 · 各月流水第 3 项 · 收入合计", None),
        ("/loan/a***", "贷款 · a***", "Loan · a***"),
    ],
)
def test_places_have_names(pointer, zh, en):
    assert called(pointer, "zh") == zh
    assert called(pointer, "en") == en or en is None


WRONG = {"/loan/amount": "很多", "/applicant/status": "open"}


def test_a_finding_says_what_how_where_and_why(command, draft):
    path = draft("a.json", set={"/loan/amount": "很多很多很多"})
    out = command.check(path, "--lang", "zh").out
    line = command.report(path)["files"][0]["findings"][0]["location"]["line"]
    assert "申请金额应当是" in out
    assert "→ 请只写数字" in out
    assert f"{path}:{line}:" in out
    assert '"amount": "很多***多"' in out
    assert "可能的退回理由" in out


def test_findings_are_grouped_by_what_to_do(command, draft):
    out = command.check(draft("a.json", set=WRONG, drop=["/people/0/mobile"]), "--lang", "zh").out
    assert out.index("改数字") < out.index("SHP003") < out.index("补材料") < out.index("SHP001")
    assert out.count("改数字") == 1


def test_what_was_not_checked_is_grouped_by_what_it_waits_for(command, draft):
    out = command.check(draft("a.json", drop=["/loan/amount"]), "--lang", "zh").out
    waiting = next(line for line in out.splitlines() if "/loan/amount" in line and "条规则在等" in line)
    assert "贷款 · 申请金额" in waiting
    assert "LOA" in waiting


def test_the_place_that_holds_up_most_rules_comes_first(command, draft):
    out = command.check(
        draft("a.json", drop=["/applicant/uscc", "/loan/amount", "/revenue/0/year"]), "--lang", "en"
    ).out
    counts = [
        int(line.split(" waiting: ")[0].split()[-1]) for line in out.splitlines() if " waiting: " in line
    ]
    assert len(set(counts)) > 1
    assert counts == sorted(counts, reverse=True)


def test_evidence_names_every_source_and_whether_it_agrees(command):
    out = command.check(CLEAN, "--lang", "zh").out
    row = next(line for line in out.splitlines() if "增值税申报" in line)
    assert "2025" in row
    assert "相符" in row
    assert "没有提供" in out


def test_how_long_the_verdict_holds_is_said_of_a_single_draft_only(command, draft, tmp_path):
    draft("a.json", set={"/documents/3/valid_until": "2027-03-01"})
    single = command.report(tmp_path)["files"][0]["holds_until"]
    draft("b.json")
    several = command.report(tmp_path)["files"]
    assert single is not None
    assert [each["holds_until"] for each in several] == [None, None]
    assert "If nothing changes" not in command.check(tmp_path).out
    (tmp_path / "b.json").unlink()
    assert f"If nothing changes, this stands until {single}" in command.check(tmp_path).out


def test_several_drafts_are_summed_up(command, draft, tmp_path):
    draft("a.json"), draft("b.json", set=WRONG)
    report = command.report(tmp_path)
    assert report["summary"]["files"] == 2
    assert report["summary"]["ready"] == 1
    assert report["summary"]["errors"] == 2
    assert "2 份" in command.check(tmp_path, "--lang", "zh").out.splitlines()[-1]


def test_concise_is_one_line_a_finding(command, draft):
    path = draft("a.json", set={"/loan/amount": "很多"})
    found, waiting = command.check(path, "--format", "concise", "--lang", "en").out.splitlines()
    where = command.report(path)["files"][0]["findings"][0]["location"]
    assert found.startswith(f"{path}:{where['line']}:{where['column']}: error SHP003 ")
    assert waiting.startswith(f"{path}: ")


def test_concise_says_nothing_of_a_ready_draft(command):
    assert command.check(CLEAN, "--format", "concise").out == ""


def strings_replaced(value, by):
    if isinstance(value, dict):
        return {key: strings_replaced(inner, by) for key, inner in value.items()}
    if isinstance(value, list):
        return [strings_replaced(inner, by) for inner in value]
    return by if isinstance(value, str) else value


def texts_replaced(value, by):
    """Only where any text may stand, so that the draft keeps its shape."""
    free = ("name", "business_scope", "address", "bank", "number", "holder", "purpose", "lender", "platform", "path",
            "subject", "uscc", "id_number", "mobile", "taxpayer_id", "entity", "industry", "buyer", "seller", "account")  # fmt: skip
    if isinstance(value, list):
        return [texts_replaced(inner, by) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: by if key in free and isinstance(inner, str) else texts_replaced(inner, by)
        for key, inner in value.items()
    }


def keys_replaced(data, by):
    return {**data, by: 1, "loan": {**data["loan"], by: {by: by}}}


def numbers_where_texts_belong(data, number=330106198002140012):
    changed = deepcopy(data)
    changed["people"][0]["id_number"] = number
    changed["loan"][str(number)] = number
    return changed


def spoiled():
    """Texts of drafts that hold the marker in every string, in every way in which a draft can be wrong."""
    for name, data in BASES.items():
        for how in (strings_replaced, texts_replaced, keys_replaced):
            text = json.dumps(how(data, SECRET), ensure_ascii=False, indent=1)
            yield f"{name}-{how.__name__}", text
        text = json.dumps(strings_replaced(data, SECRET), ensure_ascii=False, indent=1)
        yield f"{name}-cut", text[: len(text) // 2]
        yield f"{name}-curly", text.replace('"', "“")
        yield f"{name}-single", text.replace('"', "'")
        yield f"{name}-full-width", text.replace(":", "：")
        yield f"{name}-unquoted", text.replace('"', "")
        yield f"{name}-one-line", json.dumps(strings_replaced(data, SECRET), ensure_ascii=False)
        yield f"{name}-line-break", text.replace("QWERTY", "\nQWERTY")
        yield f"{name}-escaped", json.dumps(strings_replaced(data, SECRET), indent=1)


SPOILED = dict(spoiled())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SPOILED)
def test_no_format_shows_a_text_of_the_draft(command, draft, name, form):
    answer = command.check(draft("a.json", SPOILED[name]), "--format", form)
    assert answer.code in (0, 1)
    assert "QWER" not in answer.out + answer.err
    assert "TYUI" not in answer.out + answer.err


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("base", BASES)
def test_no_format_shows_an_identity_number_typed_as_a_number_or_a_key(command, draft, base, form):
    text = json.dumps(numbers_where_texts_belong(BASES[base]), ensure_ascii=False, indent=1)
    assert "3301061980" not in command.check(draft("a.json", text), "--format", form).out


@pytest.mark.parametrize("form", FORMATS)
def test_revealing_shows_what_is_masked_otherwise(command, draft, form):
    path = draft("a.json", set={"/loan/王示例": 1})
    assert "王示例" not in command.check(path, "--format", form).out
    assert "王示例" in command.check(path, "--format", form, "--reveal").out


def test_a_remedy_is_said_once_for_findings_of_one_kind_in_a_row(command, draft):
    path = draft("a.json", set={"/people/0/name": "", "/people/0/mobile": "", "/loan/amount": "x"})
    said = command.check(path, "--lang", "en").out
    assert said.count("→ Fill in") == 1, said


def amounts_in(text: str) -> list[str]:
    """The ways in which 123,454,321.25 yuan stands in a text; long enough that no fingerprint holds one by chance."""
    return re.findall(r"123454321|12345\.43", text.replace(",", ""))


@pytest.mark.parametrize("form", FORMATS)
def test_hiding_everything_hides_amounts_in_every_format(command, draft, form):
    path = draft("a.json", set={"/scale/operating_revenue": 123454321.25})
    shown = command.check(path, "--format", form).out
    hidden = command.check(path, "--format", form, "--redact", "all").out
    assert amounts_in(shown)
    assert not amounts_in(hidden)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_terminal_escape_through(command, draft, form):
    path = draft("a\x1b[31m\u202eb.json", set={"/loan/\x1b]0;title\x07\u202e": 1, "/loan/amount": "\u202e1"})
    for choice in ((), ("--reveal",)):
        out = command.check(path, "--format", form, "--color", "never", *choice).out
        assert all(each.isprintable() or each in "\n\u3000" for each in out)
