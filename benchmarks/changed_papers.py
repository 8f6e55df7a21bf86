"""Papers of the ready examples, each changed in one fact: `python -m benchmarks.changed_papers --share 1`.

Every name, number, day and amount that the draft has too is changed on its own, and so are period and unit of every form. Counted is
whether the check of the unchanged draft beside the changed paper finds something that it did not find before. `--share`
takes only some of the changes.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from precheck.documents.children import read_all
from precheck.documents.file_facts import FileFacts
from precheck.documents.papers.facts import Amount, Day, PaperFacts, Place, Words
from precheck.documents.papers.facts.forms import Figure, Form
from precheck.documents.papers.facts.statements import Flow, Month
from precheck.documents.papers.flows import missing_months
from precheck.flow import judge, policies
from precheck.privacy import Voice
from precheck.source import from_object

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = date(2026, 11, 20)
STRANGER, STRANGERS_CODE = "宁波别家示例有限公司", "91330200MAEXAMP148"
"""Invented; the code has the right check characters."""
LEFT_ALONE = frozenset(
    {
        "first",
        "last",
        "starts",
        "counterparties",
        "round_trips",
        "totals",
        "breaks",
        "unread",
        "unknown_headers",
        "provider",
    }
)
"""What is worked out of the rows, or is no fact of the paper's own."""
NOT_IN_DRAFTS = (
    "lessor",
    "invoice.invoices.buyer",
    "lease.deeds.dates",
    "articles.deeds.dates",
    "platform_statement.flows.months.outflow",
    "credit_authorisation.deeds.purpose",
    "land_contract.deeds.dates.starts",
    "licence.deeds.dates.starts",
    "invoice.invoices.code",
)
"""What papers say and drafts do not, so that nothing can be held against it. The end of a lease is looked at all the same."""
Change = tuple[str, Any]
"""What was changed, and the facts with the change in them."""


def changes(value: Any, what: str) -> Iterator[Change]:
    """Every change of one fact in a record of facts."""
    change = CHANGES.get(type(value))
    if change:
        yield from ((f"{what}{name}", made) for name, made in change(value))
    elif isinstance(value, tuple) and hasattr(value, "_fields") and not isinstance(value, Place):
        yield from _in_record(value, what)
    elif isinstance(value, tuple) and not isinstance(value, Place):
        for index, each in enumerate(value):
            for name, made in changes(each, what):
                yield name, (*value[:index], made, *value[index + 1 :])


def _in_record(record: Any, what: str) -> Iterator[Change]:
    is_form = isinstance(record, Form)
    for field, value in zip(record._fields, record, strict=True):
        if field not in LEFT_ALONE and isinstance(value, tuple) and not (field == "ends" and is_form):
            named = f"{what}.{getattr(record, 'role', '') or getattr(record, 'event', '') or field}"
            yield from ((name, record._replace(**{field: made})) for name, made in changes(value, named))
    if isinstance(record, Flow) and record.starts:
        yield f"{what}.starts", _longer(record)
    if isinstance(record, Form):
        yield f"{what}.period", _a_year_earlier(record)
        scaled = tuple(each._replace(fen=10_000 * each.fen) for each in record.figures)
        yield f"{what}.unit", record._replace(unit="ten_thousand_yuan", figures=scaled)


def _a_year_earlier(form: Form) -> Form:
    """Period and last day are printed once and change together."""
    period = f"{int(form.period[:4]) - 1}{form.period[4:]}" if form.period else ""
    (_, ends), *_ = _day(form.ends) if form.ends else [("", None)]
    return form._replace(period=period, ends=ends)


def _longer(flow: Flow) -> Flow:
    """A statement that says it starts a year earlier has a year of months without a row."""
    starts = next(day for _, day in _day(flow.starts)) if flow.starts else None
    return flow._replace(starts=starts, missing=missing_months(flow.months, starts, flow.ends))


def _words(words: Words) -> Iterator[Change]:
    is_code = words.text.isascii()
    yield "", words._replace(text=STRANGERS_CODE if is_code else STRANGER)


def _day(day: Day) -> Iterator[Change]:
    yield "", day._replace(day=date(day.day.year - 1 if day.day.year < 9999 else 2020, day.day.month, 28))


def _amount(amount: Any) -> Iterator[Change]:
    if amount.fen:
        yield "", amount._replace(fen=10 * amount.fen)


def _month(month: Month) -> Iterator[Change]:
    for name in ("inflow", "outflow", "closing", "own", "loans"):
        if getattr(month, name):
            yield f".{name}", month._replace(**{name: 10 * getattr(month, name)})


CHANGES: dict[type, Callable[[Any], Iterator[Change]]] = {
    Words: _words,
    Day: _day,
    Amount: _amount,
    Figure: _amount,
    Month: _month,
}


def _kind(facts: PaperFacts) -> str:
    return facts.kinds[0] if facts.kinds else "unknown"


def checked(folder: Path, share: float, random: Random) -> Iterator[tuple[str, bool]]:
    """What was changed in the papers of one example, and whether it was found."""
    data = json.loads((folder / "application.json").read_text("utf-8"))
    files = read_all(str(folder), [each["path"] for each in data["documents"]])
    before = _found(data, files)
    for index, file in enumerate(files):
        for what, facts in changes(file.says, _kind(file.says)):
            known = not any(each in what for each in NOT_IN_DRAFTS) or what.endswith(".ends")
            if known and random.random() < share:
                changed = [*files[:index], file._replace(says=facts), *files[index + 1 :]]
                yield what, bool(_found(data, changed) - before)


def _found(data: Any, files: list[FileFacts]) -> set[tuple[str, str, str]]:
    lender = policies("generic-cn")
    report = judge(from_object(data), lender, DAY, Voice("en"), read_papers=lambda paths: files)
    return {(each.code, each.place.pointer, each.message) for each in report.findings}


def main() -> None:
    """Print what was found, and what was not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random, tried, missed = Random(asked.seed), Counter[str](), Counter[str]()
    for path in sorted(EXAMPLES.glob("*/application.json")):
        for what, found in checked(path.parent, asked.share, random):
            tried[what] += 1
            missed[what] += not found
    total, lost = sum(tried.values()), sum(missed.values())
    print(f"{total} changes, found {100 * (total - lost) / total:.1f} %")
    for what, count in missed.most_common():
        if count:
            print(f"  not found: {what} {count} of {tried[what]}")


if __name__ == "__main__":
    main()
