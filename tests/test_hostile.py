"""Files and places made to do harm: each is answered with a verdict, and nothing else happens."""

import errno
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from benchmarks.paper_damage import PAPERS, damaged
from precheck.documents import children, opening, starting
from precheck.documents.file_facts import FileFacts, Verdict
from precheck.documents.limits import ALL_SECONDS, LARGEST
from precheck.documents.papers import PaperFacts, to_dict
from precheck.documents.papers.facts import Place
from precheck.documents.papers.facts.statements import Flow, Month
from tests import hostile as outsides
from tests.conftest import ROOT
from tests.hostile import jpeg, picture_of, text_pdf
from tests.hostile_insides import INSIDES, old_number

KINDS = outsides.KINDS | INSIDES
MOST_GROWTH = 20 * 2**20
"""Bytes by which checking any of these files may enlarge the process that checks the draft."""


def verdicts(folder, *names):
    return [each.verdict for each in children.read_all(str(folder), names)]


def has_children():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def listing(folder):
    return sorted((path.name, path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path):
    """A folder with an ordinary paper in it."""
    (tmp_path / "good.pdf").write_bytes(text_pdf())
    return tmp_path


@pytest.mark.parametrize("name", KINDS)
def test_a_file_is_answered_with_its_verdict_and_the_paper_beside_it_is_read(folder, name):
    make, right = KINDS[name]
    (folder / name).write_bytes(make())
    before = listing(folder)
    [alone] = verdicts(folder, name)
    answered, beside = verdicts(folder, name, "good.pdf")
    assert alone in right
    assert answered in right
    assert beside == "ok"
    assert listing(folder) == before
    assert not has_children()


def test_there_are_many_kinds_and_all_verdicts_are_closed_words():
    assert len(KINDS) >= 60
    assert {each for _, right in KINDS.values() for each in right} <= set(get_args(Verdict))


@pytest.mark.parametrize("seed", range(12))
def test_a_paper_of_the_examples_damaged_at_random_is_answered(folder, seed):
    random = Random(seed)
    paper = random.choice(PAPERS)
    (folder / paper.name).write_bytes(damaged(paper.read_bytes(), random))
    answered, beside = verdicts(folder, paper.name, "good.pdf")
    assert answered in ("ok", "empty", "damaged", "encrypted", "unsupported", "too_large", "bomb")
    assert beside == "ok"
    assert not has_children()


@pytest.mark.parametrize("make", [text_pdf, picture_of, jpeg, old_number], ids=["pdf", "png", "jpeg", "xls"])
def test_what_the_kinds_are_made_from_is_read_when_nothing_is_wrong_with_it(folder, make):
    (folder / "whole").write_bytes(make())
    assert verdicts(folder, "whole") == ["ok"]


def test_the_process_that_checks_the_draft_does_not_grow(folder):
    names = ["huge-image.pdf", "flate.pdf", "comment.png", "rows.xlsx", "line.csv", "long.csv", "deep.xml"]
    for name in names:
        (folder / name).write_bytes(KINDS[name][0]())
    script = (
        "import json, resource, sys; from precheck.documents.children import read_all\n"
        "read_all(sys.argv[1], ['good.pdf']); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "read_all(sys.argv[1], sys.argv[2:]); after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(after - before, 'pypdfium2' in sys.modules, 'PIL' in sys.modules)"
    )
    line = [sys.executable, "-c", script, str(folder), *names]
    grown, *imported = subprocess.run(
        line, capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(grown) * unit < MOST_GROWTH
    assert imported == ["False", "False"]


def test_links_are_not_followed(folder):
    (folder / "link.pdf").symlink_to("good.pdf")
    (folder / "loop.pdf").symlink_to("loop.pdf")
    (folder / "endless.pdf").symlink_to("/dev/zero")
    (folder / "nowhere.pdf").symlink_to("missing.pdf")
    (folder / "inner").symlink_to(".")
    names = ["link.pdf", "loop.pdf", "endless.pdf", "nowhere.pdf", "inner/good.pdf"]
    assert verdicts(folder, *names) == ["outside"] * len(names)


def test_a_file_that_must_not_be_read_is_answered_so(folder, monkeypatch):
    def refuse(name, flags, **more):
        raise PermissionError(name)

    monkeypatch.setattr(opening.os, "open", refuse)
    assert verdicts(folder, "good.pdf") == ["forbidden"]


def test_what_is_no_file_is_not_opened(folder):
    (folder / "inner").mkdir()
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket"))
        assert verdicts(folder, "inner", "pipe") == ["outside", "outside"]
        assert verdicts(folder, "socket")[0] in ("outside", "missing")
    assert verdicts(Path("/dev"), "zero", "null") == ["outside", "outside"]


@pytest.mark.parametrize(
    "path",
    [
        "../good.pdf",
        "/etc/passwd",
        "inner/../../good.pdf",
        "C:\\papers\\good.pdf",
        "..",
        "~/../../x/../..",
        "a\0b",
    ],
)
def test_nothing_outside_the_folder_is_opened(folder, path):
    (folder / "inner").mkdir()
    assert verdicts(folder / "inner", path) == ["outside"]


@pytest.mark.parametrize("path", ["none.pdf", "good.pdf/inner.pdf", "x" * 300, "none/good.pdf", "\ud800.pdf"])
def test_what_is_not_there_is_missing(folder, path):
    assert verdicts(folder, path) == ["missing"]


@pytest.mark.parametrize("path", ["good.pdf", "./good.pdf", "inner/../good.pdf", "inner\\..\\good.pdf"])
def test_a_path_that_stays_in_the_folder_is_opened_however_it_is_written(folder, path):
    assert verdicts(folder, path) == ["ok"]


def test_a_file_larger_than_is_ever_read_is_answered(folder):
    with (folder / "large.pdf").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert verdicts(folder, "large.pdf") == ["too_large"]


def test_a_file_that_grows_is_read_once(folder):
    growing, stop = folder / "growing.csv", threading.Event()
    growing.write_text("交易日期,收入,支出\n", "utf-8")

    def grow():
        with growing.open("a", encoding="utf-8") as file:
            while not stop.is_set():
                file.write("2026-01-01,1,2\n")

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        assert verdicts(folder, "growing.csv")[0] in ("ok", "too_large", "damaged")
    finally:
        stop.set()
        thread.join()


def test_a_link_put_in_the_place_of_a_folder_meanwhile_leads_nowhere(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "good.pdf").write_bytes(b"secret")
    inner, spare, stop = folder / "inner", folder / "spare", threading.Event()
    inner.mkdir()
    (inner / "good.pdf").write_bytes(text_pdf())
    spare.symlink_to(outside)

    def swap():
        while not stop.is_set():
            inner.rename(folder / "third")
            spare.rename(inner)
            inner.rename(spare)
            (folder / "third").rename(inner)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        answers = [verdicts(folder, "inner/good.pdf")[0] for _ in range(10)]
    finally:
        stop.set()
        thread.join()
    assert set(answers) <= {"ok", "missing", "outside"}


MONTH = Month("绍兴示例商行", 1, 1, 0, 0, 1, None, None, Place("sheet", 1, 1, 1))
NO_MONTH = to_dict(FileFacts("ok", says=PaperFacts(flows=(Flow("bank_statement", months=(MONTH,)),))))
ANSWERS = {
    "words in the place of a month": (f"say({json.dumps(json.dumps(NO_MONTH))})", "crashed"),
    "nothing": ("pass", "crashed"),
    "no JSON": ("say('hello')", "crashed"),
    "other fields": ('say(\'{"verdict": "ok"}\')', "crashed"),
    "a verdict of its own": ('say(\'{"verdict": "fine"}\')', "crashed"),
    "too much": ("say('x' * 5_000_000)", "crashed"),
    "endless": ("while True: say('x' * 1000)", "crashed"),
    "deep": ("say('[' * 500_000)", "crashed"),
    "an error": ("raise SystemExit", "crashed"),
    "death": ("os.abort()", "crashed"),
    "silence": ("import time; time.sleep(60)", "timeout"),
    "its time is up": ("import signal; os.kill(os.getpid(), signal.SIGXCPU)", "timeout"),
}
PROGRAM = """
import os, sys
from importlib import import_module
from precheck.documents import answer
def say(text):
    data = text.encode()
    while data:
        data = data[os.write(3, data):]
def is_open(descriptor):
    try:
        return bool(os.fstat(descriptor))
    except OSError:
        return False
def read(descriptor):
    if os.read(descriptor, 1) != b"!":
        os.lseek(descriptor, 0, 0)
        return line_for(descriptor)
    {script}
    return b""
line_for, answer.line_for = answer.line_for, read
import_module("precheck.documents." + sys.argv[1]).main(sys.argv[2])
"""
alone_or_not = pytest.mark.parametrize("others", [(), ("good.pdf",)], ids=["alone", "beside another"])
"""A paper alone is read by the process that is started for it, several by processes that this one starts."""


@pytest.fixture
def hostile(folder, monkeypatch):
    """A paper that makes the process which reads it run a script instead."""

    def paper(script, seconds=1.0):
        (folder / "hostile").write_bytes(b"!")
        line = (sys.executable, "-I", "-c", PROGRAM.replace("{script}", script))
        monkeypatch.setattr(starting, "LINE", line)
        monkeypatch.setattr(children, "WALL_SECONDS", seconds)
        return "hostile"

    return paper


@alone_or_not
@pytest.mark.parametrize("what", ANSWERS)
def test_the_process_that_reads_may_answer_anything(folder, hostile, what, others):
    script, right = ANSWERS[what]
    assert verdicts(folder, hostile(script), *others)[0] == right
    assert not has_children()


@alone_or_not
def test_it_has_nothing_open_but_its_paper_and_its_answer(folder, hostile, others):
    known = json.dumps(json.dumps(to_dict(FileFacts("ok"))))
    name = hostile(f"say({known} if list(filter(is_open, range(1000))) == [0, 1, 2, 3] else '')", 8.0)
    assert set(verdicts(folder, name, *others, name)) == {"ok"}


@pytest.mark.parametrize(
    ("script", "others", "right"),
    [
        pytest.param(
            "os.fork() or time.sleep(600)",
            (),
            ("timeout", "crashed"),  # only root may leave one behind
            id="a process that it leaves behind, alone",
        ),
        pytest.param(
            "os.fork() or time.sleep(600)", ("good.pdf",), ("crashed",), id="one that it leaves behind"
        ),
        pytest.param("time.sleep(600)", (), ("timeout",), id="a process that does not end, alone"),
        pytest.param("time.sleep(600)", ("good.pdf",), ("timeout",), id="a process that does not end"),
        pytest.param(
            "os.kill(os.getppid(), signal.SIGKILL); time.sleep(600)",
            ("good.pdf",),
            ("crashed",),
            id="a process that ends the one which would end it",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends it then"),
        ),
    ],
)
def test_nothing_goes_on_after_the_answer(folder, hostile, script, others, right):
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    script = f"import signal, time; pipe = open({str(pipe)!r}, 'w'); {script}"
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as reading:
        assert verdicts(folder, hostile(script, 2.0), *others)[0] in right
        ended, _, _ = select.select([reading], [], [], 60)
        assert ended  # nobody holds the other end any more
        assert reading.read() == b""


def test_papers_are_answered_though_nothing_is_left_that_could_read_them(folder, hostile):
    name = hostile("import signal; os.kill(os.getppid(), signal.SIGKILL)", 8.0)
    assert verdicts(folder, name, "good.pdf")[0] == "crashed"
    assert not has_children()


WHERE_NOTHING_CAN_READ = {
    "no Python": None,
    "a Python that ends at once": "pass",
    "a Python without libraries": "import a_library_that_is_not_there",
    "no more processes": "import os\ndef fork(): raise BlockingIOError\nos.fork = fork\nos.dup2 = fork",
    "too few open files": "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))",
}
"""What is run before a process would begin to read."""


@alone_or_not
@pytest.mark.parametrize("what", WHERE_NOTHING_CAN_READ)
def test_no_paper_is_to_blame_where_nothing_can_read_it(folder, monkeypatch, what, others):
    program = WHERE_NOTHING_CAN_READ[what]
    (folder / "other.pdf").write_bytes(text_pdf())
    ending = "" if program == "pass" else starting.START
    line = (sys.executable, "-I", "-c", f"{program}\n{ending}") if program else ("/dev/null/python",)
    monkeypatch.setattr(starting, "LINE", line)
    assert set(verdicts(folder, "other.pdf", *others)) == {"unavailable"}
    assert not has_children()


@alone_or_not
@pytest.mark.parametrize(
    ("module", "name"), [(opening.os, "open"), (socket, "socketpair"), (starting, "DefaultSelector")]
)
def test_no_paper_is_to_blame_where_too_many_files_are_open(folder, monkeypatch, module, name, others):
    def refuse(*_, **__):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    (folder / "other.pdf").write_bytes(text_pdf())
    monkeypatch.setattr(module, name, refuse)
    assert set(verdicts(folder, "other.pdf", *others)) == {"unavailable"}
    assert not has_children()


@alone_or_not
def test_a_system_may_allow_few_open_files(folder, monkeypatch, others):
    (folder / "other.pdf").write_bytes(text_pdf())
    few = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))"
    monkeypatch.setattr(starting, "LINE", (sys.executable, "-I", "-c", f"{few}\n{starting.START}"))
    assert set(verdicts(folder, "other.pdf", *others)) == {"ok"}


@alone_or_not
def test_who_asks_may_wait_for_its_signals_otherwise(folder, others):
    (folder / "other.pdf").write_bytes(text_pdf())
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        assert set(verdicts(folder, "other.pdf", *others)) == {"ok"}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@pytest.fixture
def interruptible():
    """As in a terminal: what is run in the background of a shell may be told to ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@alone_or_not
@pytest.mark.usefixtures("interruptible")
def test_who_interrupts_waits_for_no_paper(folder, hostile, others, monkeypatch):
    listen, answers = starting._all_of, []

    def listened(*asked):
        answers.append(listen(*asked))
        return answers[-1]

    monkeypatch.setattr(starting, "_all_of", listened)
    name = hostile(f"import signal, time; os.kill({os.getpid()}, signal.SIGINT); time.sleep(600)")
    with pytest.raises(KeyboardInterrupt):
        verdicts(folder, name, *others)
    assert None not in answers  # nobody has waited until the time was up
    assert not has_children()


def test_papers_are_read_one_after_the_other_where_no_thread_can_be_started(folder, monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    (folder / "other.pdf").write_bytes(text_pdf())
    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert verdicts(folder, "good.pdf", "other.pdf") == ["ok", "ok"]


def test_python_may_look_for_modules_in_odd_places(folder, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, folder, None, b"/", ""])
    assert verdicts(folder, "good.pdf") == ["ok"]


def test_papers_that_cannot_be_begun_in_time_are_answered(folder, monkeypatch):
    monkeypatch.setattr(children, "ALL_SECONDS", -ALL_SECONDS)
    assert verdicts(folder, "good.pdf") == ["timeout"]


def test_more_papers_than_anybody_attaches_are_answered(folder, monkeypatch):
    monkeypatch.setattr(children, "MOST_PAPERS", 1)
    assert verdicts(folder, "good.pdf", "none.pdf", "good.pdf") == ["ok", "timeout", "ok"]
