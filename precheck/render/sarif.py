"""SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, within the limits of GitHub code scanning."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import __version__
from ..rule import Rule
from ..rules import catalogue
from ..tally import Run, Tally
from . import words
from .concise import remarks, unchecked, waiting
from .data import json_text
from .escape import uri
from .rule_page import without_facts
from .slips import with_slips
from .spoken import NOT_CHECKED, rank, said
from .style import Style

if TYPE_CHECKING:
    from ..contract import FileData, FindingData, PlaceData, SlipData

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000
"""What GitHub keeps of a run; more than 25,000 it refuses altogether."""


class Results(NamedTuple):
    """What a run keeps of one draft: results as JSON with their rank and code, notifications as JSON."""

    results: list[tuple[int, str, str]]
    notifications: list[str]


def entry(file: "FileData", run: Run, style: Style) -> Results:
    """A result for every finding; a notification for the rules that could not be checked."""
    artifact = _artifact(file["path"])
    made = [
        (rank(each), each["code"], json_text(_result(each, slip, artifact, style.lang)))
        for each, slip in with_slips(file)
    ]
    place = [{"physicalLocation": {"artifactLocation": artifact}}]
    told = [("note", each) for each in remarks(file, style.lang)]
    if file["skipped"]:
        told.insert(0, ("warning" if waiting(file) else "note", unchecked(file, style.lang)))
    return Results(made, [json_text(_notification(level, text, place)) for level, text in told])


def _artifact(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": "%SRCROOT%"}


def _result(
    each: "FindingData", slip: "SlipData | None", artifact: dict[str, str], lang: str
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": each["code"],
        "level": each["severity"],
        "message": {"text": _plain(said(each, slip, lang))},
        "locations": [_location(each, artifact)],
        "partialFingerprints": {"precheck/v1": each["fingerprint"]},
        "properties": {"cause": each["cause"], "triggers": each["triggers"], "muted": each["muted"]},
    }
    if related := [*_related(each, slip, artifact)]:
        made["relatedLocations"] = related
    if waived := each.get("waived"):
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": waived["reason"]}]
    return made


def _related(
    each: "FindingData", slip: "SlipData | None", artifact: dict[str, str]
) -> Iterator[dict[str, Any]]:
    """The other places that a finding read, the mistyped field with what is said of it."""
    elsewhere = slip["pointer"] if slip and slip["pointer"] != each["pointer"] else None
    if slip and elsewhere:
        yield {**_location(slip, artifact), "message": {"text": _plain(slip["message"])}}
    yield from (_location(place, artifact) for place in each["related"] if place["pointer"] != elsewhere)


def _plain(text: str) -> str:
    """Text in which nothing reads as an embedded link."""
    return text.replace("](", "] (")


def _location(place: "PlaceData", artifact: dict[str, str]) -> dict[str, Any]:
    where = place["location"]
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if where:
        physical["region"] = {
            "startLine": where["line"],
            "startColumn": where["column"],
            "endLine": where["end_line"],
            "endColumn": where["end_column"],
        }
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place["pointer"]}],
    }


def _notification(level: str, text: str, locations: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    made = {"level": level, "message": {"text": text}, "descriptor": {"id": NOT_CHECKED}}
    return {**made, "locations": [*locations]} if locations else made


def whole(entries: Sequence[Results], tally: Tally, run: Run, style: Style) -> str:
    """One run. Of more results than are kept, the worst ones; a notification says how many are left out."""
    found = sorted((each for draft in entries for each in draft.results), key=lambda each: each[0])
    kept = found[:MOST_RESULTS]
    notifications = [each for draft in entries for each in draft.notifications][:MOST_RESULTS]
    if left_out := len(found) - len(kept):
        said = words.LEFT_OUT.say(run.lang).format(n=left_out)
        notifications.insert(0, json_text(_notification("note", said)))
    if tally.unread:
        said = words.COUNTS["unread"].say(run.lang).format(n=tally.unread)
        notifications.insert(0, json_text(_notification("error", said)))
    driver = _driver({code for _, code, _ in kept}, run.lang)
    told = ",\n".join(notifications)
    good = json_text(not tally.unread)
    invocation = f'{{"executionSuccessful": {good}, "toolExecutionNotifications": [{told}]}}'
    results = ",\n".join(text for _, _, text in kept)
    return (
        f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {json_text(driver)}}},\n'
        f'"columnKind": "unicodeCodePoints", "invocations": [{invocation}],\n"results": [\n{results}\n]}}]}}\n'
    )


def _driver(codes: set[str], lang: str) -> dict[str, Any]:
    return {
        "name": "precheck",
        "version": __version__,
        "semanticVersion": __version__,
        "language": lang,
        "rules": [*_rules(codes, lang)],
        "notifications": [{"id": NOT_CHECKED}],
    }


def _rules(codes: set[str], lang: str) -> Iterator[dict[str, Any]]:
    """What is known of the rules; a stored report may name one that is no longer there."""
    known = catalogue().by_code
    for code in sorted(codes):
        yield _rule(known[code], lang) if code in known else {"id": code}


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    fault, remedy = without_facts(rule, lang)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _plain(fault)},
        "fullDescription": {"text": _plain(rule.explain(lang) or fault)},
        "help": {"text": _plain(remedy)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.cause.value]},
    }
