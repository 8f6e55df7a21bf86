"""What opening papers costs: `python -m benchmarks.papers`.

Each format in its own process as `precheck check` opens it, against `python -I -c pass` in the same round; then whole
applications with their papers, against the same with `--no-papers`, read anew and taken from the cache.
"""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

from benchmarks.clock import Job, command, ratios, table
from examples.samples import archives, deeds, pdf
from precheck.documents.children import can_recognise, read_all
from tests.old_workbook import xls_of

ROOT = Path(__file__).parents[1]
PRECHECK = str(Path(sys.executable).parent / "precheck")
ROUNDS = 9
HEAD = ["交易日期", "摘要", "收入", "支出", "余额", "对方户名"]
LEASE = {
    "holder": "示例商行",
    "address": "示例市示例路1号",
    "issued": "2025-01-01",
    "valid_until": "2029-12-31",
}
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def main() -> None:
    """Print the tables."""
    with TemporaryDirectory() as folder:
        by_format(Path(folder))
        recognised()
        os.environ["XDG_CACHE_HOME"] = folder
        os.environ.pop("CI", None)
        applications()


def by_format(folder: Path) -> None:
    """One paper of every common format."""
    jobs: dict[str, Job] = {"python -I -c pass": command(sys.executable, "-I", "-c", "pass")}
    for name, path in papers(folder).items():
        jobs[name] = opened(path)
    table("one paper, with its process", ratios(jobs, "python -I -c pass", ROUNDS), "python -I -c pass")


def opened(path: Path) -> Job:
    """A job that opens a paper and insists that it was read."""

    def job() -> None:
        verdict = read_all(str(path.parent), [path.name])[0].verdict
        if verdict != "ok":
            raise SystemExit(f"{path.name}: {verdict}")

    return job


def papers(folder: Path) -> dict[str, Path]:
    """Ordinary papers: those of the examples, and large ones made here."""
    rows = statement(10_000)
    made = {
        "small.csv": comma_separated(statement(60)),
        "lease.docx": letter(deeds.lease({}, LEASE)[0][1]),
        "statement.csv": comma_separated(rows),
        "statement.xlsx": archives.workbook([("流水", rows)]),
        "statement.xls": xls_of(rows),
        "pages.pdf": pdf.pdf(printed(statement(800), pages=20)),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    examples = ROOT / "examples"
    return {
        "invoice, XML": examples / "plastics-factory" / "papers" / "invoice.xml",
        "invoice, OFD": examples / "vegetable-cooperative" / "papers" / "invoice.ofd",
        "statement of 60 rows, CSV": folder / "small.csv",
        "lease, DOCX": folder / "lease.docx",
        "statement of 10,000 rows, CSV": folder / "statement.csv",
        "statement of 10,000 rows, XLSX": folder / "statement.xlsx",
        "statement of 10,000 rows, XLS": folder / "statement.xls",
        "20 pages of text, PDF": folder / "pages.pdf",
        **photos(folder),
    }


def recognised() -> None:
    """A licence and the two sides of an identity card, their print recognised, where the extra is installed."""
    if not can_recognise():
        print("\nprint is not recognised: the extra `ocr` is not installed")
        return
    folder = str(ROOT / "tests" / "pictures")
    jobs: dict[str, Job] = {"python -I -c pass": command(sys.executable, "-I", "-c", "pass")}
    jobs["one photo"] = lambda: read_all(folder, ["licence.png"])
    jobs["three photos"] = lambda: read_all(folder, ["licence.png", "front.png", "back.png"])
    table("print of photos", ratios(jobs, "python -I -c pass", ROUNDS), "python -I -c pass")


def statement(count: int) -> list[list[str | float]]:
    """A statement with so many rows whose balances follow."""
    rows: list[list[str | float]] = [*[["户名：示例商行"], HEAD]]
    for number in range(count):
        day = f"2026-{number * 10 // count + 1:02}-{number % 28 + 1:02}"
        rows.append([day, "货款", 100.0, "", 100.0 * (number + 1), "示例客户"])
    return rows


def comma_separated(rows: list[list[str | float]]) -> bytes:
    """The rows as banks export them."""
    return "\n".join(",".join(map(str, row)) for row in rows).encode("gb18030")


def letter(lines: list[list[str | float]]) -> bytes:
    """A DOCX file with a paragraph a line."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{' '.join(map(str, line))}</w:t></w:r></w:p>" for line in lines)
    body = f"<w:document {WORD}><w:body>{paragraphs}</w:body></w:document>"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return archives.archive({"[Content_Types].xml": types, "word/document.xml": body})


def printed(rows: list[list[str | float]], pages: int) -> list[tuple[str, list[list[str | float]]]]:
    """The same statement on so many pages, with its header on each."""
    head, body = rows[:2], rows[2:]
    on_a_page = len(body) // pages
    starts = range(0, len(body), on_a_page)
    return [(f"第 {n + 1} 页", [*head, *body[at : at + on_a_page]]) for n, at in enumerate(starts)]


def photos(folder: Path) -> dict[str, Path]:
    """A page of print as phones take it; as HEIC where its reader, the extra `heic`, is installed."""
    large = page_of_print()
    pictures = {
        "12 megapixels, JPEG": (large, "large.jpg"),
        "2 megapixels, JPEG": (large.reduce(3), "small.jpg"),
    }
    if find_spec("pillow_heif"):
        import_module("pillow_heif").register_heif_opener()
        pictures["12 megapixels, HEIC"] = (large, "large.heic")
    for image, name in pictures.values():
        image.save(folder / name, quality=85)
    return {f"photo of {kind}": folder / name for kind, (_, name) in pictures.items()}


def page_of_print() -> Image.Image:
    """A page of 12 megapixels."""
    image = Image.new("L", (4000, 3000), 230)
    draw = ImageDraw.Draw(image)
    for line in range(60):
        for word in range(40):
            draw.rectangle((100 + 95 * word, 60 + 48 * line, 160 + 95 * word, 84 + 48 * line), fill=40)
    return image


def applications() -> None:
    """Whole applications, as the command checks them."""
    for name in ("restaurant", "wholesale-company"):
        line = [PRECHECK, "check", str(ROOT / "examples" / name / "application.json"), "--on", "2026-11-20"]
        jobs = {"--no-papers": command(*line, "--no-papers"), "papers read": command(*line)}
        jobs["papers from the cache"] = command(*line, "--cache")
        table(name, ratios(jobs, "--no-papers", ROUNDS), "--no-papers")


if __name__ == "__main__":
    main()
