"""Work shared among processes: the same answers in the same order, and no process that outlives its asker."""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import ROOT

from precheck.commands import crew

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),  # the runner's own threads
]


def no_process_is_left():
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize("pieces", [0, 1, 7, 100])
def test_answers_come_in_the_order_of_the_pieces(pieces, processes):
    assert list(crew.shared(lambda piece: piece * piece, pieces, processes)) == [n * n for n in range(pieces)]
    no_process_is_left()


def test_answers_larger_than_a_pipe_holds_come_whole():
    answers = list(crew.shared(lambda piece: str(piece) * 300_000, 6, 2))
    assert answers == [str(piece) * 300_000 for piece in range(6)]


def test_the_work_is_done_elsewhere():
    assert os.getpid() not in set(crew.shared(lambda _: os.getpid(), 10, 2))


def test_a_process_that_ends_leaves_one_piece_undone():
    def work(piece):
        if piece == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return piece

    assert list(crew.shared(work, 8, 2)) == [0, 1, None, 3, 4, 5, 6, 7]
    no_process_is_left()


def test_a_fault_in_a_process_ends_it_quietly(capfd):
    assert list(crew.shared(lambda piece: 1 // piece, 4, 2)) == [None, 1, 0, 0]
    assert capfd.readouterr() == ("", "")


def test_whoever_stops_asking_ends_the_processes():
    answers = crew.shared(lambda piece: "x" * 1_000_000, 1000, 3)
    next(answers)
    answers.close()
    no_process_is_left()


def test_without_a_process_to_be_had_it_says_so(monkeypatch):
    def no_process():
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", no_process)
    with pytest.raises(OSError, match="no more"):
        list(crew.shared(str, 10, 2))


def test_the_processes_end_with_the_one_that_asked():
    script = (
        "import os, signal; from precheck.commands import crew\n"
        "answers = crew.shared(lambda piece: 'x' * 100_000, 10**6, 3)\n"
        "next(answers); os.kill(os.getpid(), signal.SIGKILL)"
    )
    # Every process holds the end of standard output that this one waits for.
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("pieces", "processes"), [(1, 1), (63, 1), (127, 1), (128, 2), (10_000, 4)])
def test_few_pieces_are_not_worth_a_process(monkeypatch, pieces, processes):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)))
    assert crew.size(pieces) == processes


def test_on_one_core_there_is_one_process(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert crew.size(10_000) == 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Drafts of all sorts: ready ones, mistaken ones, broken ones, and files that are none."""
    made = tmp_path_factory.mktemp("drafts")
    for number, path in enumerate(sorted(ROOT.glob("examples/**/application.json"))):
        shutil.copy(path, made / f"{number:03}.json")
        (made / f"{number:03}-broken.json").write_bytes(path.read_bytes()[: 500 * number])
    (made / "none.json").write_text("[]")
    return made


def checked(folder, processes, *options, before=""):
    """What the command answers when it has so many processes: its code, what it wrote and what it complained of."""
    words = ["check", str(folder), "no-such-file.json", "--on", "2026-11-20", "--lang", "en", *options]
    script = (
        f"import os, signal, sys; from precheck.commands import crew, judging; from precheck.cli import main\n"
        f"crew.size = lambda drafts: {processes}\n{before}\nsys.exit(main.answer(sys.argv[1:]))"
    )
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("form", ["full", "concise", "json", "html", "sarif"])
def test_many_processes_say_what_one_says(folder, form):
    alone = checked(folder, 1, "--format", form)
    assert alone[0] == 2  # the file that is not there
    assert checked(folder, 3, "--format", form) == alone


def test_a_draft_whose_process_was_ended_is_told_and_the_others_are_checked(folder):
    ended = (
        "own, judge = os.getpid(), judging.judge\n"
        "def end(draft, *rest):\n"
        "    if '030.json' in draft.path and os.getpid() != own: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return judge(draft, *rest)\n"
        "judging.judge = end"
    )
    code, out, err = checked(folder, 2, "--format", "concise", before=ended)
    assert code == 2
    assert f"{folder}/030.json: not checked, the system ended the process that checked it" in err
    assert "Traceback" not in err
    assert f"{folder}/003-broken.json" in out
    assert f"{folder}/038-broken.json" in out
