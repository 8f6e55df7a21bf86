"""One fact of one paper changed at a time: `python -m benchmarks.paper_mutations`.

The papers of every ready example are opened once. Then each figure, period, holder and unit that a paper states is
changed by itself, the draft is checked against it, and a finding must speak of that paper.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from precheck.documents.children import read_all
from precheck.documents.file_facts import FileFacts
from precheck.documents.papers.facts import Deed, Flow, Form, Words
from precheck.flow import judge, policies
from precheck.papers import FORMS
from precheck.privacy import Voice
from precheck.source import Draft, read_path

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/application.json"))
DAY = date(2026, 11, 20)
STRANGER = "绍兴示例纺织有限公司"
OTHER_NUMBER = "91330100799655058B"
Change = tuple[str, FileFacts]


def changes(file: FileFacts, kind: str) -> Iterator[Change]:
    """What is changed, and the facts after it."""
    says = file.says
    for number, form in enumerate(says.forms):
        if form.kind == kind or kind not in FORMS:
            for what, made in _forms(form):
                forms = (*says.forms[:number], made, *says.forms[number + 1 :])
                yield what, file._replace(says=says._replace(forms=forms))
    for number, flow in enumerate(says.flows):
        for what, made in _flows(flow):
            yield (
                what,
                file._replace(
                    says=says._replace(flows=(*says.flows[:number], made, *says.flows[number + 1 :]))
                ),
            )
    for number, deed in enumerate(says.deeds):
        for what, made in _deeds(deed):
            yield (
                what,
                file._replace(
                    says=says._replace(deeds=(*says.deeds[:number], made, *says.deeds[number + 1 :]))
                ),
            )


def _forms(form: Form) -> Iterator[tuple[str, Form]]:
    for number, figure in enumerate(form.figures):
        swapped = figure._replace(fen=_other(figure.fen))
        yield (
            "figure of a form",
            form._replace(figures=(*form.figures[:number], swapped, *form.figures[number + 1 :])),
        )
    if len([each for each in form.figures if each.fen]) > 1:
        tenfold = tuple(each._replace(fen=each.fen * 10_000) for each in form.figures)
        yield "unit of a form", form._replace(figures=tenfold)
    if form.holder and not form.taxpayer_id:
        yield "holder of a form", form._replace(holder=Words(STRANGER, form.holder.place))
    if form.taxpayer_id:
        yield "number of a form", form._replace(taxpayer_id=Words(OTHER_NUMBER, form.taxpayer_id.place))
    if form.ends:
        earlier = form.ends._replace(day=form.ends.day - timedelta(366))
        yield "period of a form", form._replace(ends=earlier, period="")


def _flows(flow: Flow) -> Iterator[tuple[str, Flow]]:
    for number, month in enumerate(flow.months):
        for name in ("inflow", "refunds" if flow.kind == "platform_statement" else "outflow"):
            made = month._replace(**{name: _other(getattr(month, name))})
            yield (
                "month of a statement",
                flow._replace(months=(*flow.months[:number], made, *flow.months[number + 1 :])),
            )
    if flow.holder:
        yield "holder of a statement", flow._replace(holder=Words(STRANGER, flow.holder.place))
    if flow.ends and flow.months:
        earlier = flow.ends._replace(day=flow.ends.day - timedelta(62))
        yield "period of a statement", flow._replace(ends=earlier, months=flow.months[:-2])


def _deeds(deed: Deed) -> Iterator[tuple[str, Deed]]:
    for number, each in enumerate(deed.dates):
        if each.event == "ends" and each.on.day != date.max and deed.kind != "contract":
            made = each._replace(on=each.on._replace(day=each.on.day - timedelta(400)))
            yield (
                "end of a deed",
                deed._replace(dates=(*deed.dates[:number], made, *deed.dates[number + 1 :])),
            )
    for number, party in enumerate(deed.parties):
        if party.role in ("lessee", "subject"):
            stranger = party._replace(name=Words(STRANGER, party.name.place))
            yield (
                "party of a deed",
                deed._replace(parties=(*deed.parties[:number], stranger, *deed.parties[number + 1 :])),
            )
    if deed.codes and deed.kind in ("licence", "food_permit", "basic_account"):
        yield "code of a deed", deed._replace(codes=(Words(OTHER_NUMBER, deed.codes[0].place),))


def _other(fen: int) -> int:
    """The amount with its two leading digits swapped; with a fen more when they are the same."""
    digits = str(abs(fen))
    swapped = digits[1:2] + digits[:1] + digits[2:]
    return fen + 1 if swapped == digits or fen <= 0 else int(swapped)


def _is_found(draft: Draft, facts: list[FileFacts], number: int) -> bool:
    report = judge(draft, policies("generic-cn"), DAY, Voice(), read_papers=lambda paths: facts)
    places = (place.pointer for each in report.findings for place in (each.place, *each.related))
    return any(place.startswith(f"/documents/{number}/") for place in places)


def main() -> None:
    """Print how many changes were found, by what was changed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true", help="name every change that was not found")
    asked = parser.parse_args()
    tried, found = Counter[str](), Counter[str]()
    missed: dict[str, list[str]] = defaultdict(list)
    for path in EXAMPLES:
        draft = read_path(path)
        documents = json.loads(path.read_text("utf-8"))["documents"]
        facts = read_all(str(path.parent), [each["path"] for each in documents])
        for number, each in enumerate(facts):
            for what, changed in changes(each, documents[number]["kind"]):
                tried[what] += 1
                if _is_found(draft, [*facts[:number], changed, *facts[number + 1 :]], number):
                    found[what] += 1
                else:
                    missed[what].append(f"{path.parent.name} {documents[number]['path']}")
    for what in tried:
        print(f"{what:<24} {found[what]:>5} of {tried[what]:>5}")
    print(f"{'all':<24} {found.total():>5} of {tried.total():>5}  {found.total() / tried.total():.1%}")
    for what, places in missed.items() if asked.show else ():
        print(what, Counter(places).most_common(8))


if __name__ == "__main__":
    main()
