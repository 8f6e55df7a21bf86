"""What formats cost: `python -m benchmarks.formats`.

A thousand files of five faults each, with all formats in one call against JSON alone; and the HTML page of a draft
with a thousand findings, made from a stored report.
"""

import json
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import precheck
from benchmarks.clock import command, ratios, table
from benchmarks.commands import BIN, BREAKS, DAY, broken_drafts
from precheck.render import FORMATS
from precheck.render.rendering import Rendering
from precheck.render.style import Style
from precheck.tally import Run, Tally

FAULTS, FINDINGS = 5, 1000


def main() -> None:
    """Print the tables."""
    with TemporaryDirectory() as folder:
        all_formats(Path(folder))
    large_page()


def all_formats(folder: Path) -> None:
    """One call with every format beside JSON, against JSON alone, each written to a file."""
    drafts = folder / "drafts"
    broken_drafts(drafts, FAULTS)
    call = (str(BIN / "precheck"), "check", str(drafts), *DAY, "--format", "json")
    others = [f"{name}:{folder / name}" for name in FORMATS if name != "json"]
    written = [word for each in others for word in ("-o", each)]
    jobs = {
        "json alone": command(*call, expect=(1,)),
        "all formats": command(*call, *written, expect=(1,)),
        **{
            f"json and {name}": command(*call, "-o", f"{name}:{folder / name}", expect=(1,))
            for name in sys.argv[1:]
        },
    }
    table(f"1000 files, {FAULTS} faults each", ratios(jobs, "json alone", rounds=5), "json alone")


def large_page() -> None:
    """The HTML of a draft with a thousand findings, in both languages."""
    data = json.loads((Path(__file__).parents[1] / "examples/restaurant/application.json").read_text("utf-8"))
    for break_it in BREAKS:
        break_it(data)
    draft = json.dumps(data, ensure_ascii=False, indent=1)
    day = date.fromisoformat(DAY[1])
    said = {lang: precheck.check(draft, on=day, lang=lang).to_dict() for lang in ("zh", "en")}
    for file in said.values():
        file["findings"] *= FINDINGS // len(file["findings"])
    run = Run(("generic-cn",), day, "zh", single=True)

    def job() -> None:
        page = Rendering("html", run, Style("zh"))
        page.entries += page.entries_of(said)
        page.text(Tally())

    found = len(said["zh"]["findings"])
    name = f"html of {found} findings"
    table("one page", ratios({name: job}, name, rounds=5), name)


if __name__ == "__main__":
    main()
