"""The formats of a report. A format is a module with two functions, both of data alone:

`entry(file, run, style)` makes of one draft's data whatever the format keeps of it, so that the draft itself can be
forgotten; `whole(entries, tally, run, style)` makes of all of them the text that is written.
"""

from typing import Final

FORMATS: Final = {
    "full": "full",
    "concise": "concise",
    "json": "data",
    "jsonl": "lines",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "sarif": "sarif",
    "rdjson": "rdjson",
    "markdown": "markdown",
    "html": "html",
}
"""Every format and the module that makes it."""
WITH_EVIDENCE: Final = frozenset({"json", "jsonl"})
"""Formats that show the evidence of each of several drafts; the others show that of a single one."""
IN_BOTH_LANGUAGES: Final = frozenset({"html"})
"""Formats that are told every draft in both languages, one entry each."""
