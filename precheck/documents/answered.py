"""Facts as one line of JSON, and back into facts once the line is known to be what it should be."""

import json
import re
from collections.abc import Iterator
from typing import Final

from .file_facts import FileFacts
from .papers.exchange import record_of, to_dict
from .papers.facts import PaperFacts

PERIOD: Final = "[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?"


def line_of(facts: FileFacts) -> bytes:
    """The facts as they are handed on."""
    return json.dumps(to_dict(facts)).encode()


def facts_of(line: bytes) -> FileFacts | None:
    """The facts, if the line is one; None when it is anything else: who wrote it has read a hostile file."""
    try:
        facts = record_of(FileFacts, json.loads(line))
    except (ValueError, RecursionError):
        return None
    return facts if all(re.fullmatch(PERIOD, each) for each in _periods(facts.says)) else None


def _periods(says: PaperFacts) -> Iterator[str]:
    """The periods among the facts, which are shown as they are: nothing else may stand in their place."""
    for flow in says.flows:
        yield from (month.month for month in flow.months)
        yield from flow.missing
    yield from (form.period for form in says.forms if form.period)
