"""Makes the papers that the example applications name: invented samples in real file formats, standard library only.

    python examples/make_papers.py

Every paper says that it is an invented sample. It repeats the figures of the draft beside it, on the forms and in the
layouts that offices, banks and platforms print, so that a paper and its draft tell the same story.
"""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from samples import NOTICE, Draft, Paper, Part, archives, deeds, flows, invoices, pdf, returns, statements
from samples.pictures import DRAWN, Rows, jpeg, png, turned, written

SAYS: dict[str, Callable[[Draft, Paper], list[Part]]] = {
    "balance_sheet": statements.balance_sheet,
    "income_statement": statements.income_statement,
    "bank_statement": flows.bank_statement,
    "platform_statement": flows.platform_statement,
    "vat_return": returns.vat_return,
    "income_tax_return": returns.income_tax_return,
    "invoice": invoices.page,
    "lease": deeds.lease,
    "land_contract": deeds.land_contract,
    "contract": deeds.contract,
    "articles": deeds.articles,
    "credit_authorisation": deeds.credit_authorisation,
    "basic_account": deeds.basic_account,
    "licence": deeds.licence,
    "id_card": deeds.id_card,
}
"""What a paper of each kind says, as sheets or pages."""
ENCODINGS = {"plastics-factory": "utf-8-sig", "online-shop": "gb18030"}
"""Of comma-separated values, as the bank of that example writes them."""


def picture(draft: Draft, paper: Paper) -> Rows:
    """A drawing of the paper: its kind and side in block letters, its emblem, seal or portrait."""
    kind, side = paper["kind"], paper.get("side", "both")
    who = list(dict.fromkeys(each["holder"] for each in draft["documents"])).index(paper["holder"])
    words = (kind.replace("_", " ").upper(), f"SIDE {side.upper()}", f"HOLDER {'ABCDEFGH'[who]}")
    return written("INVENTED SAMPLE", *words, drawn=DRAWN.get((kind, side), ()))


def photo(draft: Draft, paper: Paper) -> bytes:
    """Its drawing as a photo."""
    rows, is_turned = picture(draft, paper), paper["kind"] == "food_permit"
    return jpeg(turned(rows) if is_turned else rows, NOTICE, is_turned=is_turned)


def comma_separated(draft: Draft, paper: Paper) -> bytes:
    """A table as banks and platforms export it: Windows line ends."""
    text = io.StringIO(newline="")
    for _, rows in SAYS[paper["kind"]](draft, paper):
        csv.writer(text).writerows(rows)
    return text.getvalue().encode(ENCODINGS[draft["folder"]])


def ofd(draft: Draft, paper: Paper) -> bytes:
    """A voucher; an invoice has named data too."""
    named = invoices.named_data(draft, paper) if paper["kind"] == "invoice" else {}
    return archives.ofd(SAYS[paper["kind"]](draft, paper), named)


WRITERS: dict[str, Callable[[Draft, Paper], bytes]] = {
    ".jpg": photo,
    ".png": lambda draft, paper: png(picture(draft, paper), NOTICE),
    ".pdf": lambda draft, paper: pdf.pdf(SAYS[paper["kind"]](draft, paper)),
    ".xlsx": lambda draft, paper: archives.workbook(SAYS[paper["kind"]](draft, paper)),
    ".csv": comma_separated,
    ".ofd": ofd,
    ".xml": invoices.xml,
}


def make(folder: Path) -> None:
    """Write every paper that the application in `folder` names."""
    draft = json.loads((folder / "application.json").read_text(encoding="utf-8")) | {"folder": folder.name}
    for paper in draft["documents"]:
        path = folder / paper["path"]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(WRITERS[path.suffix](draft, paper))


if __name__ == "__main__":
    for application in sorted(Path(__file__).parent.glob("*/application.json")):
        make(application.parent)
